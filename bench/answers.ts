/**
 * Answers: each question through the engine, and through the command (the reply ready to send), one at a time; how many a second
 * when eight are asked at once, straight from Postgres and again, when they have been answered since the last refresh; and
 * completion. Against a round trip to Postgres and back (`select 1`), asked for in turns.
 *
 *   npm run bench -- answers
 *
 * BENCH_DATA_FOLDER may name a data folder that is loaded already.
 */
import { sql } from 'drizzle-orm';
import { Words } from '../locales/words.ts';
import { findCommand } from '../src/commands/framework/catalogue.ts';
import type { AnyCommand } from '../src/commands/framework/command.ts';
import { openDatabase } from '../src/database/connection.ts';
import { PublishWatch } from '../src/database/publish-watch.ts';
import { type DataSet, DataSets } from '../src/engine/data-set.ts';
import { QuestionError } from '../src/engine/question-error.ts';
import { type Figure, figure } from './harness/figure.ts';
import { loadedFolder } from './harness/loaded-folder.ts';
import { makeQuestions, type Question } from './harness/questions.ts';
import { DATA } from './harness/raw-data.ts';
import { report } from './harness/report.ts';
import { quantile, ratios } from './harness/statistics.ts';

const ROUNDS = 5;
/** Of each kind, at most; another part of them in each round. */
const QUESTIONS = 100 * ROUNDS;
const AT_ONCE = 8;
/** Milliseconds that the 99th percentile may take; the first time, where it is found by content. */
const AIMS: Record<string, number> = {
  'recommend-user': 25,
  'recommend-user by likes': 25,
  'recommend-game by content': 60,
};
const USUAL_AIM = 5;

const ASKER = {
  userId: 'bench',
  locale: 'en-US',
  guildId: null,
  ageRestricted: false,
  mayManageGuild: false,
};
const WORDS = Words.of('en-US');

const folder = await loadedFolder();
const database = await openDatabase({ dataFolder: folder.path });
const watch = new PublishWatch(database.directUrl);
watch.start();
const dataSets = new DataSets(database.answers, watch);
const kinds = Object.entries(await makeQuestions(database.direct, QUESTIONS));
const commands = new Map<string, AnyCommand>();
for (const { command } of kinds.flatMap(([, questions]) => questions)) {
  if (!commands.has(command)) commands.set(command, await findCommand(command));
}
const dataSet = await dataSets.current();
await Promise.all([dataSet.genres(), dataSet.developers(), dataSet.catalogue(), dataSet.userScorer()]);
// The names are read; the first of each kind starts what it needs.
for (const [, questions] of kinds) for (const question of questions.slice(0, 3)) await ask(question);

const figures: Figure[] = [];
for (const [kind, questions] of kinds) figures.push(...(await measureKind(kind, questions)));
figures.push(...(await measureRate()), ...(await measureCompletion(dataSet)));
report(DATA, figures);

await watch.stop();
await dataSet.close();
await database.close();
await folder.remove();

async function measureKind(kind: string, questions: readonly Question[]): Promise<Figure[]> {
  const times: Record<'engine' | 'command' | 'trip', number[][]> = { engine: [], command: [], trip: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const part = partOf(questions, round);
    // Engine and command each ask anew, of other games where there are as many.
    const [engine, command, trip]: number[][] = [[], [], []];
    for (const [at, question] of part.entries()) {
      dataSet.answers.clear();
      if (at % 2 === 0) engine!.push(await millisecondsFor(() => ask(question)));
      else command!.push(await millisecondsFor(() => reply(question)));
      trip!.push(await millisecondsFor(() => database.answers.execute(sql`select 1`)));
    }
    times.engine.push(engine!);
    times.command.push(command!);
    times.trip.push(trip!);
  }
  const at = (what: keyof typeof times, share: number) => times[what].map((each) => quantile(each, share));
  return [
    figure(`${kind}: p50 through the engine / round trip`, '×', ratios(at('engine', 0.5), at('trip', 0.5))),
    figure(`${kind}: engine, p50`, 'ms', at('engine', 0.5)),
    figure(`${kind}: engine, p99`, 'ms', at('engine', 0.99), { aim: AIMS[kind] ?? USUAL_AIM }),
    figure(`${kind}: reply, p50`, 'ms', at('command', 0.5)),
    figure(`${kind}: reply, p99`, 'ms', at('command', 0.99)),
  ];
}

/** Answers a second, of all kinds in turn, as many of each. */
async function measureRate(): Promise<Figure[]> {
  const rates: Record<'straight' | 'again' | 'trips', number[]> = { straight: [], again: [], trips: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const mixed = Array.from({ length: 100 }, (_, at) =>
      kinds.map(([, questions]) => partOf(questions, round)[at % partOf(questions, round).length]!),
    ).flat();
    // Who is hidden may change at any moment: what tells of users is asked anew each time.
    const kept = mixed.filter(({ command, options }) => command !== 'user-for-genre' && !('user' in options));
    dataSet.answers.clear();
    rates.straight.push(await perSecond(new Set(mixed), ask));
    await perSecond(kept, ask);
    rates.again.push(await perSecond([...kept, ...kept, ...kept, ...kept, ...kept], ask));
    rates.trips.push(await perSecond(mixed, () => database.answers.execute(sql`select 1`)));
  }
  return [
    figure(
      `${AT_ONCE} at once: answers / round trips in a second`,
      '×',
      ratios(rates.straight, rates.trips),
      {
        better: 'higher',
      },
    ),
    figure(`${AT_ONCE} at once, straight from Postgres: answers`, '/s', rates.straight, { aim: 2000 }),
    figure(`${AT_ONCE} at once, answered since the last refresh: answers`, '/s', rates.again, {
      aim: 10_000,
    }),
    figure(`${AT_ONCE} at once: round trips`, '/s', rates.trips),
  ];
}

async function measureCompletion({ catalogue }: DataSet): Promise<Figure[]> {
  const command = commands.get('recommend-game')!;
  const { games } = await catalogue();
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const times: number[] = [];
    for (let at = 0; at < 60; at++) {
      const { name } = games[(at * at * 7 + round) % games.length]!;
      for (let end = 1; end <= Math.min(name.length, 20); end++) {
        const typing = { option: 'game', typed: name.slice(0, end), others: {}, asker: ASKER };
        times.push(await millisecondsFor(() => command.complete!(dataSet, typing)));
      }
    }
    rounds.push(times);
  }
  const at = (share: number) => rounds.map((times) => quantile(times, share));
  return [figure('completion, p50', 'ms', at(0.5)), figure('completion, p99', 'ms', at(0.99), { aim: 10 })];
}

function partOf(questions: readonly Question[], round: number): Question[] {
  const size = QUESTIONS / ROUNDS;
  return Array.from({ length: size }, (_, at) => questions[(round * size + at) % questions.length]!);
}

async function ask({ command, options }: Question, withoutReply = true) {
  const context = {
    dataSet: () => dataSets.current(),
    asker: ASKER,
    administration: null,
    progress: null,
    withoutReply,
  };
  try {
    return await commands.get(command)!.answer(context, options);
  } catch (error) {
    // A year without bad reviews, in the small sample: an answer, too.
    if (error instanceof QuestionError) return null;
    throw error;
  }
}

async function reply(question: Question): Promise<string> {
  return JSON.stringify((await ask(question, false))?.reply(WORDS) ?? null);
}

async function millisecondsFor(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function perSecond(
  questions: Iterable<Question>,
  work: (question: Question) => Promise<unknown>,
): Promise<number> {
  const all = [...questions];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < all.length) await work(all[next++]!);
    }),
  );
  return (1000 * all.length) / (performance.now() - started);
}
