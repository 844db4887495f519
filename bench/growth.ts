/**
 * The growth of refreshes and answers with the data, which is invented in the shape of the real data: time and memory of a
 * refresh, and the p99 of answers, at 1, 4.4 (the published size: 5,153,209 library rows) and 20 times the real library
 * rows.
 *
 *   npm run bench -- growth
 *
 * BENCH_TIMES sets other sizes (`1,4.4`). BENCH_FOLDER names a folder with room for some gigabytes; the default is the
 * system's folder for temporary files.
 */
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRawFiles } from './growth/raw-files.ts';
import { amountOf } from './growth/shape.ts';
import { AnswerClock } from './harness/answer-clock.ts';
import { type Figure, figure } from './harness/figure.ts';
import { type RefreshCost, refreshOnce } from './harness/refresh-once.ts';
import { report } from './harness/report.ts';
import { quantile, ratios } from './harness/statistics.ts';

const TIMES = (process.env.BENCH_TIMES ?? '1,4.4,20').split(',').map(Number);
const ROUNDS = 5;
/** The number of questions of each kind in each round. */
const QUESTIONS = 300;
/** The same for kinds whose answers take long. */
const FEWER = 40;
/** The aim for the memory of a refresh at the published size, in megabytes. */
const MEGABYTES = 1500;
/** The aim for the p99 of answers, as a multiple of the p99 at the first size. */
const AS_SLOW = 1.3;

interface Size {
  times: number;
  rows: number;
  cost: RefreshCost;
  folder: string;
}

const base = process.env.BENCH_FOLDER ?? tmpdir();
await mkdir(base, { recursive: true });
const place = await mkdtemp(join(base, 'steamscope-bench-'));
try {
  const sizes: Size[] = [];
  for (const times of TIMES) sizes.push(await load(times));
  const figures = sizes.flatMap((size) => refreshFigures(size, sizes[0]!));
  report('invented data', [...figures, ...(await answerFigures(sizes))]);
} finally {
  await rm(place, { recursive: true, force: true });
}

async function load(times: number): Promise<Size> {
  const folder = join(place, String(times));
  await mkdir(folder);
  const paths = await writeRawFiles(folder, amountOf(times));
  const { size } = await stat(paths.libraries);
  const cost = await refreshOnce(folder, paths, [], 'published');
  for (const path of Object.values(paths)) await rm(path);
  const phases = Object.entries(cost.phases).map(([phase, seconds]) => `${phase} ${seconds.toFixed(0)} s`);
  console.log(
    `${times} ×: ${cost.libraryRows.toLocaleString('en')} library rows, ${(size / 1e6).toFixed(0)} MB packed; ` +
      `refresh ${cost.seconds.toFixed(0)} s (${phases.join(', ')}), ${cost.megabytes.toFixed(0)} MB`,
  );
  return { times, rows: cost.libraryRows, cost, folder };
}

function refreshFigures({ times, rows, cost }: Size, first: Size): Figure[] {
  const perRow = (of: 'seconds' | 'processorSeconds') => cost[of] / rows / (first.cost[of] / first.rows);
  return [
    ...(times === first.times
      ? []
      : [
          figure(`${times} ×: refresh, time a row / at ${first.times} ×`, '×', [perRow('seconds')], {
            aim: 1,
          }),
          figure(`${times} ×: refresh, processor time a row / at ${first.times} ×`, '×', [
            perRow('processorSeconds'),
          ]),
          figure(`${times} ×: refresh, memory / at ${first.times} ×`, '×', [
            cost.megabytes / first.cost.megabytes,
          ]),
        ]),
    figure(`${times} ×: refresh`, 's', [cost.seconds]),
    figure(
      `${times} ×: refresh, memory at most, without Postgres`,
      'MB',
      [cost.megabytes],
      times === 4.4 ? { aim: MEGABYTES } : {},
    ),
  ];
}

/** Times of answers at all sizes, measured in turns. Each size has a database server of its own. */
async function answerFigures(sizes: readonly Size[]): Promise<Figure[]> {
  const clocks: AnswerClock[] = [];
  try {
    for (const { folder } of sizes) clocks.push(await AnswerClock.start(folder, QUESTIONS * (ROUNDS + 1)));
    const times: Record<string, number[][][]> = {};
    // The first round asks other questions; it warms up and is not counted.
    for (let round = -1; round < ROUNDS; round++) {
      for (const [size, clock] of clocks.entries()) {
        for (const kind of clock.kinds) {
          const questions = kind.endsWith('by content') ? FEWER : QUESTIONS;
          const waits = await clock.round(kind, round < 0 ? ROUNDS : round, questions);
          if (round < 0) continue;
          times[kind] ??= sizes.map(() => []);
          times[kind][size]!.push(waits);
        }
      }
    }
    return Object.entries(times).flatMap(([kind, bySize]) => {
      const first = sizes[0]!.times;
      const at = (size: number, share: number) => bySize[size]!.map((waits) => quantile(waits, share));
      return sizes.slice(1).flatMap(({ times: size }, before) => [
        figure(`${size} ×: ${kind}, p50 / at ${first} ×`, '×', ratios(at(before + 1, 0.5), at(0, 0.5))),
        figure(`${size} ×: ${kind}, p99 / at ${first} ×`, '×', ratios(at(before + 1, 0.99), at(0, 0.99)), {
          aim: AS_SLOW,
        }),
      ]);
    });
  } finally {
    for (const clock of clocks) await clock.stop();
  }
}
