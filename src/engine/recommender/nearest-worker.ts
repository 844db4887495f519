import { workerData } from 'node:worker_threads';
import KNN, { type LabelledPoint } from 'ml-knn';
import { answerCalls } from '../../platform/thread.ts';
import type { NearestPoints, NearestQuestion, NearestRows } from './nearest-games.ts';

const { points, width } = workerData as NearestPoints;
const rows = [...new Array(points.length / width).keys()];
/** The points, and after them the one that is asked about. */
const coordinates = new Float64Array(points.length + width);
coordinates.set(points);
const ASKED = rows.length;
/** Points of the tree have no coordinates of their own: their labels, the numbers of rows, are all that they have. */
const bare = rows.map(() => []);
// The package can't make a tree of nothing.
const tree = rows.length === 0 ? null : new KNN(bare, rows, { distance }).kdTree;

/** Of two points of the tree, which are the numbers of their rows. */
function distance(a: LabelledPoint, b: LabelledPoint): number {
  // That the tree may pass over what lies beyond a point, it asks how far a thing without a length is, which is no point.
  if (a.length === undefined) return 0;
  const [from, to] = [a[0]! * width, b[0]! * width];
  let sum = 0;
  for (let at = 0; at < width; at++) sum += (coordinates[from + at]! - coordinates[to + at]!) ** 2;
  return Math.sqrt(sum);
}

/** The rows of the nearest points, nearest first; of those as near, the one with the lower row. */
function nearestRows(point: readonly number[], count: number): NearestRows {
  const wanted = Math.min(count, rows.length);
  if (tree === null || wanted < 1) return [];
  coordinates.set(point, ASKED * width);
  for (let asked = wanted + 1; ; asked *= 2) {
    const found = tree.nearest([ASKED], asked).map(([[row], far]) => ({ row: row!, far }));
    found.sort((a, b) => a.far - b.far || a.row - b.row);
    // Of points as near as the last one wanted the tree keeps any; all of them are there once one further away is.
    if (asked >= rows.length || found.at(-1)!.far > found[wanted - 1]!.far) {
      return found.slice(0, wanted).map(({ row }) => row);
    }
  }
}

answerCalls(({ point, count }: NearestQuestion) => nearestRows(point, count));
