import { isDeepStrictEqual } from 'node:util';
import { Random } from '../../scripts/sample/random.ts';
import type { Config } from '../../src/config/config.ts';
import type { Asked } from './stage/asker.ts';
import type { Fault, Happened, Problem } from './stage/fault.ts';
import { type Known, learn, refreshInPeace } from './stage/known.ts';
import { frozen } from './stage/loop-gauge.ts';
import { Members } from './stage/members.ts';
import { wholeTime } from './stage/moments.ts';
import { kill } from './stage/processes.ts';
import { makeSources, other, type Sources, VARIANTS, type Variant } from './stage/sources.ts';
import { Stage, type StageKind } from './stage/stage.ts';
import { countsOf, downloadProblems, State } from './stage/state.ts';
import { until } from './stage/until.ts';
import { WebSources } from './stage/web-sources.ts';

/** Seconds that the running program may take to find its database again, or that a lock may take to come free. */
const RECOVERY_SECONDS = 20;

/** The outcome of one round. */
export interface RoundResult {
  stage: StageKind;
  from: Variant;
  /** The variant that is served after the fault; null if what is served is no whole variant. */
  served: Variant | null;
  happened: Happened;
  asked: Asked;
  problems: Problem[];
  /** Milliseconds of the longest turn of the program's event loop, of those that its gauge notes; 0 if there is none. */
  longestTurn: number;
  /** The same on the clock, in milliseconds. Where it is far more, the machine was too busy to run the program. */
  longestOnClock: number;
}

/** Runs the program on its stages and disturbs it, one round at a time. */
export class Chaos {
  readonly #sources: Sources;
  readonly #web: WebSources;
  /** The variant that each stage serves. */
  readonly #stages = new Map<Stage, Variant>();
  #known: Known | null = null;

  private constructor(sources: Sources, web: WebSources) {
    this.#sources = sources;
    this.#web = web;
  }

  /**
   * Loads both variants undisturbed, and records the right answers.
   *
   * @param folder an empty folder, which the caller removes
   * @param copies how many times each user of the sample is written
   * @param kinds the stages to make; the right answers are learnt on the first
   * @param smallDisk whether to put the named server on a small disk that can be filled, if this machine allows it
   */
  static async open(
    folder: string,
    config: Pick<Config, 'sources' | 'invented'>,
    copies: number,
    kinds: readonly StageKind[],
    smallDisk: boolean,
  ): Promise<Chaos> {
    const sources = await makeSources(folder, config, copies);
    const chaos = new Chaos(sources, await WebSources.start(sources));
    try {
      for (const kind of kinds) {
        const members = await Members.open();
        const ownDisk = smallDisk && kind === 'named';
        await chaos.#addStage(await Stage.make(kind, folder, sources, { ownDisk, members }));
      }
    } catch (error) {
      await chaos.close();
      throw error;
    }
    return chaos;
  }

  /** The number of questions that are asked again and again, and the seconds that an undisturbed refresh takes. */
  get peace(): { questions: number; seconds: number } {
    const { questions, timetable } = this.#known!;
    return { questions: questions.length, seconds: wholeTime(timetable) };
  }

  /** Whether any stage here fits the fault. */
  canTry(fault: Fault): boolean {
    return this.#stagesFor(fault).length > 0;
  }

  /** Disturbs one refresh, or the answers, checks everything, and then runs an undisturbed refresh if it was about one. */
  async round(fault: Fault, seed: string): Promise<RoundResult> {
    const { questions, right, timetable } = this.#known!;
    const random = new Random(`${fault.name} ${seed}`);
    const stage = random.pick(this.#stagesFor(fault));
    const from = this.#stages.get(stage)!;
    const to = other(from);
    const began = Date.now();
    stage.members?.discord.forget(Number.POSITIVE_INFINITY);
    stage.keepAsking(questions, right);
    const happened = await fault.act({
      stage,
      random,
      from,
      to,
      timetable,
      web: this.#web,
      questions,
      right,
    });
    const problems = [
      ...happened.problems,
      ...(await this.#settle(stage, happened.away, fault.recoverySeconds)),
    ];
    const allowed = happened.served === null ? [from, to] : [happened.served];
    const served = await this.#look(stage, allowed, problems);
    if (fault.answersOnly !== true) await this.#refreshInPeace(stage, other(served ?? from), problems);
    const asked = await stage.asker.stop();
    const turns = stage.turnsSince(began);
    problems.push(
      ...asAll('wrong', asked.wrong),
      ...asAll('dead', asked.failed),
      ...asAll('frozen', frozen(turns)),
    );
    const longestTurn = Math.max(0, ...turns.map(({ computed }) => computed));
    const longestOnClock = Math.max(0, ...turns.map(({ took }) => took));
    return { stage: stage.kind, from, served, happened, asked, problems, longestTurn, longestOnClock };
  }

  async close(): Promise<void> {
    for (const stage of this.#stages.keys()) await stage.remove();
    await this.#web.stop();
  }

  #stagesFor({ stages, needsDisk = false }: Fault): Stage[] {
    return [...this.#stages.keys()].filter(
      ({ kind, hasDisk }) => stages.includes(kind) && (hasDisk || !needsDisk),
    );
  }

  async #addStage(stage: Stage): Promise<void> {
    this.#stages.set(stage, 'B');
    if (this.#known === null) this.#known = await learn(stage, this.#sources);
    else {
      await refreshInPeace(stage, 'B');
      await stage.open();
    }
    const state = new State(await stage.databaseUrl());
    await state.addLasting().finally(() => state.end());
  }

  /**
   * Waits until only `npm start` and the batch still run, and both answer. If one doesn't, both are started anew for the
   * next round.
   */
  async #settle(stage: Stage, away: boolean, seconds = RECOVERY_SECONDS): Promise<Problem[]> {
    const { questions, right, timetable } = this.#known!;
    const problems: Problem[] = [];
    if (!(await until(() => stage.strays().length === 0, 3 * wholeTime(timetable) + 30))) {
      for (const pid of stage.strays()) kill(pid, 'SIGKILL');
      problems.push({ kind: 'dead', what: 'a process of the refresh is still alive' });
    }
    let ended: string[] = [];
    let unanswered: string[] = [];
    const answer = async () => {
      ended = await stage.ended();
      if (ended.length === 0) unanswered = [...(await stage.missing()), ...(await stage.asker.unanswered())];
      return ended.length === 0 && unanswered.length === 0;
    };
    if (!(await until(answer, seconds))) {
      if (ended.length === 0) {
        ended.push(`after ${seconds} s there is no answer: ${unanswered.join('; ')}`);
      }
      problems.push(...asAll('dead', ended));
      // The answers that it gave until then must be right too.
      problems.push(...asAll('wrong', (await stage.asker.stop()).wrong));
      const disobeyed = await stage.close();
      problems.push(
        ...asAll(
          'dead',
          disobeyed.map((name) => `${name} does not end on SIGTERM`),
        ),
      );
      await stage.open();
      stage.keepAsking(questions, right);
    }
    stage.asker.mustAnswer(away);
    return problems;
  }

  /**
   * Checks the database and the answers after a refresh. Adds to `problems`.
   *
   * @returns the variant that is served whole; null if there is none
   */
  async #look(stage: Stage, allowed: readonly Variant[], problems: Problem[]): Promise<Variant | null> {
    const { counts } = this.#known!;
    const state = new State(await stage.databaseUrl());
    try {
      if (!(await until(async () => !(await state.lockIsHeld()), RECOVERY_SECONDS))) {
        problems.push({ kind: 'dead', what: 'no refresh is running, but the lock is held' });
      }
      const { id, summary } = await state.served();
      const [said, counted] = [countsOf(summary), await state.counted(id)];
      const served = VARIANTS.find((variant) => isDeepStrictEqual(counts[variant], counted)) ?? null;
      const lost = [
        ...(await state.lastingProblems()),
        ...(await state.logProblems()),
        ...downloadProblems(stage.dataFolder, this.#sources),
      ];
      if (served === null || !isDeepStrictEqual(said, counted)) {
        lost.push(`data set ${id} says ${JSON.stringify(said)} and has ${JSON.stringify(counted)}`);
      } else if (!allowed.includes(served)) lost.push(`${served} is served instead of ${allowed}`);
      problems.push(...asAll('lost', lost));
      if (served !== null) {
        problems.push(...asAll('wrong', await stage.asker.whole(served)));
        this.#stages.set(stage, served);
      }
      return served;
    } finally {
      await state.end();
    }
  }

  /**
   * Runs an undisturbed refresh. It must succeed, every answer must come from it at once, and nothing may be left over.
   */
  async #refreshInPeace(stage: Stage, variant: Variant, problems: Problem[]): Promise<void> {
    try {
      await refreshInPeace(stage, variant);
    } catch (error) {
      problems.push({ kind: 'dead', what: String(error) });
      return;
    }
    await this.#look(stage, [variant], problems);
    const state = new State(await stage.databaseUrl());
    try {
      problems.push(...asAll('lost', await state.leftovers()));
      if ((await state.running()) > 0)
        problems.push({ kind: 'wrong', what: 'the log says that a refresh is running' });
    } finally {
      await state.end();
    }
  }
}

function asAll(kind: Problem['kind'], whats: readonly string[]): Problem[] {
  return whats.map((what) => ({ kind, what }));
}
