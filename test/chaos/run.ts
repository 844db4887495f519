/**
 * Disturbs refreshes and answers at random for a set time or number of rounds, and reports all that was lost, wrong, dead or frozen.
 *
 *   npm run chaos -- [--minutes N | --rounds N] [--seed S] [--only FAULT,…] [--stage KIND] [--copies N]
 *
 * The raw files are those that GAMES_SOURCE, REVIEWS_SOURCE and LIBRARIES_SOURCE name. Without them it is the sample,
 * with every user written `--copies` times. Every random decision comes from the seed. Exit status 0 means that no round
 * had a problem; 1 means that one had, or that none was run. Each problem comes with the command that repeats its round.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '../../scripts/sample/random.ts';
import { readConfig } from '../../src/config/config.ts';
import { Chaos } from './chaos.ts';
import { FAULTS } from './faults.ts';
import { roundLines, summaryTable, type Tried, totals } from './report.ts';
import { STAGE_KINDS } from './stage/stage.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    only: { type: 'string' },
    stage: { type: 'string' },
    copies: { type: 'string' },
  },
});
const { seed, only } = values;
const rounds = numberOf('rounds', Number.POSITIVE_INFINITY);
const minutes = numberOf('minutes', values.rounds === undefined ? 5 : Number.POSITIVE_INFINITY);
const copies = numberOf('copies', 10);

function numberOf(name: 'rounds' | 'minutes' | 'copies', unset: number): number {
  const value = values[name] === undefined ? unset : Number(values[name]);
  if (!(value > 0)) throw new Error(`--${name} should be a number above 0`);
  return value;
}

const kinds = STAGE_KINDS.filter((kind) => values.stage === undefined || kind === values.stage);
if (kinds.length === 0) throw new Error(`--stage is one of ${STAGE_KINDS.join(', ')}`);

function say(line: string): void {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}

const names = FAULTS.map(({ fault }) => fault.name);
const wanted = only?.split(',') ?? names;
if (!wanted.every((name) => names.includes(name))) throw new Error(`--only is some of ${names.join(', ')}`);
const chosen = FAULTS.filter(({ fault }) => wanted.includes(fault.name));

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    say('stopping after this round');
    stopping = true;
  });
}

const config = readConfig();
const folder = await mkdtemp(join(tmpdir(), 'steamscope-chaos-'));
const tried: Tried[] = [];
try {
  say(`seed ${seed}, ${config.invented ? `the sample, every user ${copies} times` : 'the sources'}`);
  const chaos = await Chaos.open(folder, config, copies, kinds, true);
  try {
    const { questions, seconds } = chaos.peace;
    say(`${questions} questions; a refresh takes ${seconds.toFixed(1)} s undisturbed`);
    const possible = chosen.filter(({ fault }) => chaos.canTry(fault));
    for (const { fault } of chosen)
      if (!chaos.canTry(fault)) say(`${fault.name} cannot be tried here: skipped`);
    const began = performance.now();
    for (let round = 0; round < rounds && !stopping && possible.length > 0; round++) {
      if (performance.now() - began > 60_000 * minutes) break;
      // The first round uses the seed itself, so that one round can be repeated alone.
      const roundSeed = round === 0 ? seed : `${seed}-${round}`;
      const place = new Random(`which ${roundSeed}`).weighted(possible.map(({ weight }) => weight));
      const { fault } = possible[place]!;
      const roundBegan = performance.now();
      const result = await chaos.round(fault, roundSeed);
      tried.push({ fault, seed: roundSeed, seconds: (performance.now() - roundBegan) / 1000, result });
      for (const line of roundLines(tried.at(-1)!)) say(line);
    }
  } finally {
    await chaos.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${summaryTable(tried)}\n`);
const bad = tried.filter(({ result }) => result.problems.length > 0);
say(`${totals(tried)}; seed ${seed}`);
process.exitCode = tried.length > 0 && bad.length === 0 ? 0 : 1;
