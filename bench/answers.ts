/**
 * Answers through the engine and through the command (the reply ready to send): the time of one at a time, and the rate of
 * eight at once, both from Postgres and from kept answers. Then completion. The yardstick is a round trip to Postgres
 * (`select 1`), made in turns.
 *
 *   npm run bench -- answers
 *
 * BENCH_DATA_FOLDER names a data folder that is loaded already; BENCH_ROUNDS sets the number of rounds.
 */
import { sql } from 'drizzle-orm';
import { answersOf } from '../src/commands/catalogue/define-command.ts';
import { catalogueOf } from '../src/engine/catalogue/read-catalogue.ts';
import { AnswerClock, ASKER, millisecondsFor, rateOf } from './harness/answer-clock.ts';
import { type Figure, figure } from './harness/figure.ts';
import { loadedFolder } from './harness/loaded-folder.ts';
import type { Question } from './harness/questions.ts';
import { DATA } from './harness/raw-data.ts';
import { report } from './harness/report.ts';
import { quantile, ratios } from './harness/statistics.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
/** The number of questions of each kind in each round, one at a time. */
const QUESTIONS = 100;
/** The number of askers at the same time. */
const AT_ONCE = 8;
/** The same for askers at once; kinds by content, which are fifty times as slow, get QUESTIONS there too. */
const BURST = 400;
/** Aims for the 99th percentile through the engine, in milliseconds; by content, for the first question about a game. */
const AIMS: Record<string, number> = {
  'recommend-user': 25,
  'recommend-user by likes': 25,
  'recommend-game by content': 60,
};
/** The aim for all other kinds, in milliseconds. */
const USUAL_AIM = 5;

const folder = await loadedFolder();
const clock = await AnswerClock.start(folder.path, 2 * BURST * (ROUNDS + 1) + QUESTIONS * ROUNDS);
const roundTrip = () => clock.database.answers.execute(sql`select 1`);

const figures: Figure[] = [];
for (const kind of clock.kinds) figures.push(...(await measureKind(kind)));
figures.push(...(await measureRates()), ...(await measureCompletion()));
report(DATA, figures);

await clock.stop();
await folder.remove();

async function measureKind(kind: string): Promise<Figure[]> {
  const times: Record<'engine' | 'reply' | 'trip', number[][]> = { engine: [], reply: [], trip: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const [engine, reply, trip]: number[][] = [[], [], []];
    for (const [at, question] of clock.part(kind, round, QUESTIONS).entries()) {
      answersOf(clock.dataSet).clear();
      // Engine and command get different questions as far as the data has enough.
      if (at % 2 === 0) engine!.push(await millisecondsFor(() => clock.ask(question)));
      else reply!.push(await millisecondsFor(() => clock.reply(question)));
      trip!.push(await millisecondsFor(roundTrip));
    }
    times.engine.push(engine!);
    times.reply.push(reply!);
    times.trip.push(trip!);
  }
  const at = (what: keyof typeof times, share: number) => times[what].map((each) => quantile(each, share));
  return [
    figure(`${kind}: p50 through the engine / round trip`, '×', ratios(at('engine', 0.5), at('trip', 0.5))),
    figure(`${kind}: p99 through the engine / round trip`, '×', ratios(at('engine', 0.99), at('trip', 0.99))),
    figure(`${kind}: engine, p50`, 'ms', at('engine', 0.5)),
    figure(`${kind}: engine, p99`, 'ms', at('engine', 0.99), { aim: AIMS[kind] ?? USUAL_AIM }),
    figure(`${kind}: reply, p50`, 'ms', at('reply', 0.5)),
    figure(`${kind}: reply, p99`, 'ms', at('reply', 0.99)),
  ];
}

/**
 * Answers and replies per second: by kind when none is kept, and of all kinds when the answers are kept. The first round
 * warms up and is not counted, so that the figures are those of a program that has been running for a while.
 */
async function measureRates(): Promise<Figure[]> {
  const ofEach = (): Record<string, number[]> => Object.fromEntries(clock.kinds.map((kind) => [kind, []]));
  const [straight, replies] = [ofEach(), ofEach()];
  const again: number[] = [];
  const trips: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const asked: Question[] = [];
    for (const kind of clock.kinds) {
      const size = kind.endsWith('by content') ? QUESTIONS : BURST;
      // Parts of earlier questions are kept even without their answers, such as the place of a game, so these are new ones.
      const after = Math.ceil((QUESTIONS * ROUNDS) / size);
      const part = clock.part(kind, after + 2 * round, size);
      const others = clock.part(kind, after + 2 * round + 1, size);
      // A repeated question would be answered from a kept answer.
      answersOf(clock.dataSet).clear();
      straight[kind]!.push(await perSecond([...new Set(part)], (question) => clock.ask(question)));
      answersOf(clock.dataSet).clear();
      replies[kind]!.push(await perSecond([...new Set(others)], (question) => clock.reply(question)));
      asked.push(...part);
    }
    // Answers about users are never kept, because users may be hidden at any moment.
    const kept = asked.filter(({ command, options }) => command !== 'user-for-genre' && !('user' in options));
    await perSecond(kept, (question) => clock.ask(question));
    again.push(await perSecond([kept, kept, kept, kept].flat(), (question) => clock.ask(question)));
    trips.push(await perSecond(asked, roundTrip));
  }
  for (const rates of [...Object.values(straight), ...Object.values(replies), again, trips]) rates.shift();
  const all = `${AT_ONCE} at once`;
  return [
    ...Object.entries(straight).map(([kind, rates]) =>
      figure(`${all}: ${kind}, answers / round trips in a second`, '×', ratios(rates, trips), {
        better: 'higher',
      }),
    ),
    ...Object.entries(straight).map(([kind, rates]) =>
      figure(`${all}: ${kind}, answers`, '/s', rates, kind.endsWith('by content') ? {} : { aim: 2000 }),
    ),
    ...Object.entries(replies).map(([kind, rates]) => figure(`${all}: ${kind}, replies`, '/s', rates)),
    figure(`${all}: answered since the last refresh, answers`, '/s', again, { aim: 10_000 }),
    figure(`${all}: round trips`, '/s', trips),
  ];
}

async function measureCompletion(): Promise<Figure[]> {
  const command = clock.commands.get('recommend-game')!;
  const { games } = await catalogueOf(clock.dataSet);
  const rounds: number[][] = [];
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    const times: number[] = [];
    for (let at = 0; at < 60; at++) {
      const { name } = games[(at * at * 7 + round) % games.length]!;
      for (let end = 1; end <= Math.min(name.length, 20); end++) {
        const typing = { option: 'game', typed: name.slice(0, end), others: {}, asker: ASKER };
        times.push(await millisecondsFor(() => command.complete!(clock.dataSet, typing)));
      }
    }
    if (round > 0) rounds.push(times);
  }
  const at = (share: number) => rounds.map((times) => quantile(times, share));
  return [figure('completion, p50', 'ms', at(0.5)), figure('completion, p99', 'ms', at(0.99), { aim: 10 })];
}

function perSecond<T>(questions: readonly T[], work: (question: T) => Promise<unknown>): Promise<number> {
  return rateOf(questions, new Array<typeof work>(AT_ONCE).fill(work));
}
