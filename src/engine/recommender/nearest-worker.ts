import { workerData } from 'node:worker_threads';
import KNN, { type LabelledPoint } from 'ml-knn';
import { answerCalls } from '../../platform/thread.ts';
import type { NearestPoints, NearestQuestion, NearestRows } from './nearest-games.ts';

const { points, width } = workerData as NearestPoints;
const rows = [...new Array(points.length / width).keys()];
/** The coordinates of all points, and after them those of the point in question. */
const coordinates = new Float64Array(points.length + width);
coordinates.set(points);
/** The row of the point in question. */
const ASKED = rows.length;
/** The tree's points have no coordinates of their own, only a label: the number of their row. */
const pointsWithoutCoordinates = rows.map(() => []);
// The package cannot make a tree without points.
const tree = rows.length === 0 ? null : new KNN(pointsWithoutCoordinates, rows, { distance }).kdTree;

/** The Euclidean distance of two points of the tree, given by the numbers of their rows. */
function distance(a: LabelledPoint, b: LabelledPoint): number {
  // To skip a branch, the tree asks for the distance to its splitting plane, which has no length. With 0, it
  // skips none.
  if (a.length === undefined) return 0;
  const [from, to] = [a[0]! * width, b[0]! * width];
  let sum = 0;
  for (let at = 0; at < width; at++) sum += (coordinates[from + at]! - coordinates[to + at]!) ** 2;
  return Math.sqrt(sum);
}

/** The rows of the nearest points, nearest first. Of points at the same distance, the lower row comes first. */
function nearestRows(point: readonly number[], count: number): NearestRows {
  const wanted = Math.min(count, rows.length);
  if (tree === null || wanted < 1) return [];
  coordinates.set(point, ASKED * width);
  for (let asked = wanted + 1; ; asked *= 2) {
    const found = tree.nearest([ASKED], asked).map(([[row], far]) => ({ row: row!, far }));
    found.sort((a, b) => a.far - b.far || a.row - b.row);
    // Of several points at the distance of the last wanted one, the tree may return any. Once it also returns
    // a point further away, none of them is missing.
    if (asked >= rows.length || found.at(-1)!.far > found[wanted - 1]!.far) {
      return found.slice(0, wanted).map(({ row }) => row);
    }
  }
}

answerCalls(({ point, count }: NearestQuestion) => nearestRows(point, count));
