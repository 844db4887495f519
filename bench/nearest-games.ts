/**
 * The 100 games most like a game among 18,000, by the tree of `ml-knn` in the program's worker and by an exact scan. A check
 * makes sure that both find the same games.
 *
 *   npm run bench -- nearest-games
 *
 * A game has about ten of 300 frequent features, as games have tags, and three of 10,000 rare ones, as they have developers and
 * words in their titles. The figures are medians of questions that both answer in turns.
 */
import { packRow, type SparseRow } from '../src/database/packed-weights.ts';
import { NearestGames } from '../src/engine/recommender/nearest-games.ts';
import { figure } from './harness/figure.ts';
import { report } from './harness/report.ts';
import { ratios } from './harness/statistics.ts';

const GAMES = 18_000;
const FREQUENT = { features: 300, ofAGame: 10 };
const RARE = { features: 10_000, ofAGame: 3 };
const COUNT = 100;
const QUESTIONS = 40;
/** The number of questions that warm up and are not counted. */
const WARMING = 10;

const contents = Array.from({ length: GAMES }, randomContent);
const packed = contents.map(packRow);
const factors = Float32Array.from({ length: GAMES }, () => 1 + Math.random());

const startStart = performance.now();
const games = NearestGames.start({
  contents: Buffer.concat(packed),
  sizes: packed.map(({ length }) => length),
  factors,
});
await games.nearest(contents[0]!, 1);
const start = performance.now() - startStart;

const times = { worker: [] as number[], scan: [] as number[] };
for (let question = 0; question < WARMING + QUESTIONS; question++) {
  const asked = contents[(question * 7) % GAMES]!;
  const started = performance.now();
  const byWorker = await games.nearest(asked, COUNT);
  const workerEnd = performance.now();
  const byScan = scan(asked);
  const scanEnd = performance.now();
  if (byWorker.map(({ row }) => row).join() !== byScan.join()) {
    throw new Error('The searches found different games.');
  }
  if (question < WARMING) continue;
  times.worker.push(workerEnd - started);
  times.scan.push(scanEnd - workerEnd);
}
await games.close();
report('invented data', [
  figure("ml-knn's tree in the worker / exact scan", '×', ratios(times.worker, times.scan)),
  figure("ml-knn's tree in the worker", 'ms', times.worker),
  figure('exact scan', 'ms', times.scan),
  figure('starting the worker', 'ms', [start]),
]);

/** An exact scan, with the scores of the worker to the last bit. */
function scan(asked: SparseRow): number[] {
  const weightOf = new Float64Array(FREQUENT.features + RARE.features);
  for (const [at, column] of asked.columns.entries()) weightOf[column] = asked.weights[at]!;
  const scores = contents.map(({ columns, weights }, row) => {
    let sum = 0;
    for (let at = 0; at < columns.length; at++) sum += weights[at]! * weightOf[columns[at]!]!;
    return factors[row]! * sum;
  });
  return [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, COUNT);
}

function randomContent(): SparseRow {
  const columns = new Set<number>();
  // Squares make some of the features much more frequent than others, as tags are.
  while (columns.size < FREQUENT.ofAGame) columns.add(Math.floor(FREQUENT.features * Math.random() ** 2));
  while (columns.size < FREQUENT.ofAGame + RARE.ofAGame) {
    columns.add(FREQUENT.features + Math.floor(RARE.features * Math.random()));
  }
  const ascending = Uint16Array.from(columns).sort();
  return { columns: ascending, weights: Float32Array.from(ascending, () => Math.random()) };
}
