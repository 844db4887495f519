/**
 * Asks a running program at a steady rate, and reports what it holds at the start, now and then, and at the end.
 *
 *   npm run soak -- [--minutes N] [--rate N] [--warm-up N] [--seed S]
 *
 * `--minutes` counts from the end of the warm-up of `--warm-up` minutes; `--rate` is questions a second: commands, buttons and
 * completions in a stand-in for Discord, and questions on the page. The raw files are those that GAMES_SOURCE, REVIEWS_SOURCE
 * and LIBRARIES_SOURCE name; without them it is the sample. Exit status 1 means that an answer was missing, wrong or late, or
 * that a figure grew beyond its bound (test/soak/growth.ts).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { quantile } from '../../bench/harness/statistics.ts';
import { Random } from '../../scripts/sample/random.ts';
import { readConfig } from '../../src/config/config.ts';
import { refreshInPeace } from '../chaos/stage/known.ts';
import { frozen } from '../chaos/stage/loop-gauge.ts';
import { Members } from '../chaos/stage/members.ts';
import { candidateQuestions } from '../chaos/stage/questions.ts';
import { someUsers } from '../chaos/stage/sources.ts';
import { Stage } from '../chaos/stage/stage.ts';
import { Figures, type Held } from './figures.ts';
import { grown } from './growth.ts';
import { Load } from './load.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '8' },
    'warm-up': { type: 'string', default: '3' },
    seed: { type: 'string', default: 'soak' },
  },
});
const [minutes, rate, warmUp] = (['minutes', 'rate', 'warm-up'] as const).map((name) => {
  const value = Number(values[name]);
  if (!(value > 0)) throw new Error(`--${name} should be a number above 0`);
  return value;
}) as [number, number, number];

/** Looks at the figures after the warm-up. */
const LOOKS = 15;

/** Milliseconds that the stand-in remembers an interaction: an answer that takes longer has failed. */
const REMEMBERED_MS = 60_000;

const PROBLEMS_SHOWN = 10;

function say(line: string): void {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}

let stopping = false;
const woken = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping = true;
    woken.abort();
  });
}

const config = readConfig();
const folder = await mkdtemp(join(tmpdir(), 'steamscope-soak-'));
const sources = { A: config.sources, B: config.sources };
const stage = await Stage.make('embedded', folder, sources, { members: await Members.open() });
let problems: string[];
try {
  await refreshInPeace(stage, 'A');
  await stage.open();
  const { discord } = stage.members!;
  const questions = await candidateQuestions(stage.url, await someUsers(sources, 6));
  const load = new Load(stage.members!, stage.url, questions, new Random(values.seed));
  const figures = new Figures(
    stage.program.child.pid!,
    () => stage.page('/metrics'),
    await stage.databaseUrl(),
  );
  const look = async (when: string): Promise<Held> => {
    const { held, loop } = await figures.look();
    const counted = Object.entries(held).map(([name, value]) => `${name} ${value.toFixed(0)}`);
    const delays = Object.entries(loop).map(([name, ms]) => `${name} ${ms.toFixed(0)}`);
    load.countPictures();
    const { asked, answered, failed, wrong, late, pictures } = load.counts;
    say(`${when}: ${counted.join(', ')}; event loop ms: ${delays.join(', ')}; ${shownTimes(load.times())}`);
    say(
      `  ${asked} asked, ${answered} answered, ${pictures} pictures, ${failed.length} failed, ${wrong.length} wrong, ${late} late`,
    );
    discord.forget(performance.timeOrigin + performance.now() - REMEMBERED_MS);
    return held;
  };
  say(`${questions.length} questions, ${rate} a second, ${config.invented ? 'the sample' : 'the sources'}`);
  await look('before');
  const loading = load.run(rate);
  await pause(warmUp);
  await look('after the warm-up');
  load.isWarm();
  const began = Date.now();
  const looks: Held[] = [];
  for (let n = 1; n <= LOOKS && !stopping; n++) {
    await pause(minutes / LOOKS);
    looks.push(await look(`after ${((minutes * n) / LOOKS).toFixed(1)} minutes`));
  }
  load.stop();
  await loading;
  await look('at the end');
  await figures.end();
  const { failed, wrong, late } = load.counts;
  const turns = stage.turnsSince(began);
  say(
    `the longest turn of the event loop: ${Math.max(0, ...turns.map(({ computed }) => computed)).toFixed(0)} ms`,
  );
  problems = [
    ...(await stage.ended()),
    ...failed.map((what) => `failed: ${what}`),
    ...wrong.map((what) => `wrong: ${what}`),
    ...(late > 0 ? [`${late} answers were late`] : []),
    ...frozen(turns),
    ...grown(looks),
    ...(await stage.close()).map((name) => `${name} does not end on SIGTERM`),
  ];
} finally {
  await stage.remove();
  await rm(folder, { recursive: true, force: true });
}
for (const problem of problems.slice(0, PROBLEMS_SHOWN)) say(problem);
say(`${minutes} minutes at ${rate} questions a second: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function pause(length: number): Promise<void> {
  await delay(60_000 * length, undefined, { signal: woken.signal }).catch(() => {});
}

function shownTimes(times: Record<string, number[]>): string {
  const shown = Object.entries(times).map(([name, all]) =>
    all.length === 0
      ? `${name} –`
      : `${name} ${[0.5, 0.99].map((share) => quantile(all, share).toFixed(0)).join('/')}`,
  );
  return `answers' ms, p50/p99: ${shown.join(', ')}`;
}
