import { Words } from '../../locales/words.ts';
import { allCommands } from '../../src/commands/catalogue/catalogue.ts';
import { answersOf } from '../../src/commands/catalogue/define-command.ts';
import type { AnyCommand } from '../../src/commands/contract/command.ts';
import { type Database, openDatabase } from '../../src/database/connection.ts';
import { PublishWatch } from '../../src/database/publish-watch.ts';
import type { DataSet } from '../../src/engine/data-set/data-set.ts';
import { DataSets } from '../../src/engine/data-set/data-sets.ts';
import { closeDataSet, readAhead } from '../../src/engine/data-set/per-data-set.ts';
import { QuestionError } from '../../src/engine/data-set/question-error.ts';
import { makeQuestions, type Question } from './questions.ts';

export const ASKER = {
  userId: 'bench',
  locale: 'en-US',
  guildId: null,
  ageRestricted: false,
  mayManageGuild: false,
};
const WORDS = Words.of('en-US');

/** Asks questions of the data set in a data folder, as the running program does, and measures the time. */
export class AnswerClock {
  readonly database: Database;
  readonly dataSet: DataSet;
  readonly questions: Readonly<Record<string, readonly Question[]>>;
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly #dataSets: DataSets;
  readonly #watch: PublishWatch;

  private constructor(
    parts: Pick<AnswerClock, 'database' | 'dataSet' | 'questions' | 'commands'>,
    dataSets: DataSets,
    watch: PublishWatch,
  ) {
    this.database = parts.database;
    this.dataSet = parts.dataSet;
    this.questions = parts.questions;
    this.commands = parts.commands;
    this.#dataSets = dataSets;
    this.#watch = watch;
  }

  /** Opens a data folder. @param limit the number of questions of each kind, at most */
  static async start(folder: string, limit: number): Promise<AnswerClock> {
    const database = await openDatabase({ dataFolder: folder });
    const watch = new PublishWatch(() => database.directUrl);
    watch.start();
    const dataSets = new DataSets(database.answers, watch);
    const questions = await makeQuestions(database.direct, limit);
    const commands = await allCommands();
    const dataSet = await dataSets.current();
    await readAhead(dataSet);
    const clock = new AnswerClock({ database, dataSet, questions, commands }, dataSets, watch);
    // The first questions of each kind start the workers and caches that it needs.
    for (const kind of clock.kinds) await clock.round(kind, 0, 5);
    return clock;
  }

  get kinds(): string[] {
    return Object.keys(this.questions).filter((kind) => this.questions[kind]!.length > 0);
  }

  /** Some questions of a kind, other ones in each round, until all are used. @param size the number of questions */
  part(kind: string, round: number, size: number): Question[] {
    const all = this.questions[kind]!;
    return Array.from({ length: size }, (_, at) => all[(round * size + at) % all.length]!);
  }

  /** Milliseconds through the engine for each question of a round, one at a time, with no kept answers. */
  async round(kind: string, round: number, size: number): Promise<number[]> {
    const waits: number[] = [];
    for (const question of this.part(kind, round, size)) {
      answersOf(this.dataSet).clear();
      waits.push(await millisecondsFor(() => this.ask(question)));
    }
    return waits;
  }

  /** The engine's answer; null if the data has none. @param withoutReply whether to skip the work for the reply */
  async ask({ command, options }: Question, withoutReply = true) {
    const dataSet = () => this.#dataSets.current();
    const context = { dataSet, asker: ASKER, administration: null, progress: null, withoutReply };
    try {
      return await this.commands.get(command)!.answer(context, options);
    } catch (error) {
      // In the small sample, some years have no bad reviews. That counts as an answer, too.
      if (error instanceof QuestionError) return null;
      throw error;
    }
  }

  /** The reply to a question as JSON, ready to send. */
  async reply(question: Question): Promise<string> {
    return JSON.stringify((await this.ask(question, false))?.reply(WORDS) ?? null);
  }

  async stop(): Promise<void> {
    await this.#watch.stop();
    await closeDataSet(this.dataSet);
    await this.database.close();
  }
}

/** Milliseconds that some work takes. */
export async function millisecondsFor(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Questions answered per second. Each asker takes the next question as soon as it has an answer to the last one. */
export async function rateOf<T>(
  questions: readonly T[],
  askers: readonly ((question: T) => Promise<unknown>)[],
): Promise<number> {
  let next = 0;
  const milliseconds = await millisecondsFor(() =>
    Promise.all(
      askers.map(async (ask) => {
        while (next < questions.length) await ask(questions[next++]!);
      }),
    ),
  );
  return (1000 * questions.length) / milliseconds;
}
