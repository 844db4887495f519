/**
 * The 200 nearest of 18,000 points by three ways: the kd-tree of `ml-knn`, the same tree in the program's worker, and an
 * exact scan over a typed array. A check makes sure that all find the same rows.
 *
 *   npm run bench -- nearest-games
 *
 * Points have length 1 and lie around 300 centres, as games lie around genres. The figures are medians of questions that all
 * three answer in turns.
 */
import KNN from 'ml-knn';
import { NearestGames } from '../src/engine/recommender/nearest-games.ts';
import { type Figure, figure } from './harness/figure.ts';
import { report } from './harness/report.ts';
import { ratios } from './harness/statistics.ts';

const POINTS = 18_000;
const CENTRES = 300;
const COUNT = 200;
const QUESTIONS = 40;
/** The number of questions that warm up and are not counted. */
const WARMING = 10;

const figures: Figure[] = [];
for (const width of [16, 24]) figures.push(...(await measure(width)));
report('invented data', figures);

async function measure(width: number): Promise<Figure[]> {
  const centres = Array.from({ length: CENTRES }, () => randomPoint(width));
  const rows = Array.from({ length: POINTS }, (_, row) => near(centres[row % CENTRES]!));
  const points = Float32Array.from(rows.flat());
  const stored = rows.map((row) => row.map(Math.fround));

  const buildStart = performance.now();
  const { kdTree } = new KNN(stored, [...stored.keys()]);
  const build = performance.now() - buildStart;
  const startStart = performance.now();
  const games = NearestGames.start(points, width);
  await games.nearest(stored[0]!, 1);
  const start = performance.now() - startStart;

  const times = { tree: [] as number[], worker: [] as number[], scan: [] as number[] };
  for (let question = 0; question < WARMING + QUESTIONS; question++) {
    const point = near(centres[(question * 7) % CENTRES]!);
    const started = performance.now();
    const byTree = kdTree.nearest(point, COUNT).map(([labelled]) => labelled[width]!);
    const treeEnd = performance.now();
    const byWorker = await games.nearest(point, COUNT);
    const workerEnd = performance.now();
    const byScan = scan(points, width, point);
    const scanEnd = performance.now();
    if (byWorker.join() !== byScan.join() || ascending(byTree) !== ascending(byScan)) {
      throw new Error('The searches found different rows.');
    }
    if (question < WARMING) continue;
    times.tree.push(treeEnd - started);
    times.worker.push(workerEnd - treeEnd);
    times.scan.push(scanEnd - workerEnd);
  }
  await games.close();

  return [
    figure(`${width} numbers: ml-knn's kd-tree / exact scan`, '×', ratios(times.tree, times.scan)),
    figure(`${width} numbers: in its worker / exact scan`, '×', ratios(times.worker, times.scan)),
    figure(`${width} numbers: exact scan`, 'ms', times.scan),
    figure(`${width} numbers: building the tree`, 'ms', [build]),
    figure(`${width} numbers: starting the worker with it`, 'ms', [start]),
  ];
}

/** An exact scan. It sorts the nearest points only now and then, and skips points beyond the last of them at once. */
function scan(points: Float32Array, width: number, point: readonly number[]): number[] {
  const squares = new Float64Array(points.length / width);
  let best: number[] = [];
  let furthest = Number.POSITIVE_INFINITY;
  const nearestFirst = (a: number, b: number) => squares[a]! - squares[b]! || a - b;
  for (let row = 0; row < squares.length; row++) {
    let sum = 0;
    for (let at = 0; at < width; at++) {
      const apart = point[at]! - points[row * width + at]!;
      sum += apart * apart;
    }
    squares[row] = sum;
    if (sum > furthest) continue;
    best.push(row);
    if (best.length < 4 * COUNT) continue;
    best = best.sort(nearestFirst).slice(0, COUNT);
    furthest = squares[best.at(-1)!]!;
  }
  return best.sort(nearestFirst).slice(0, COUNT);
}

/** A point of length 1 in a random direction. */
function randomPoint(width: number): number[] {
  return ofLengthOne(Array.from({ length: width }, gaussian));
}

function near(centre: readonly number[]): number[] {
  return ofLengthOne(centre.map((value) => value + (0.7 * gaussian()) / Math.sqrt(centre.length)));
}

function ofLengthOne(numbers: readonly number[]): number[] {
  const length = Math.hypot(...numbers);
  return numbers.map((value) => value / length);
}

function gaussian(): number {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
}

function ascending(rows: readonly number[]): string {
  return rows.toSorted((a, b) => a - b).join();
}
