import { parentPort, workerData } from 'node:worker_threads';
import KNN from 'ml-knn';
import type { NearestAnswer, NearestPoints, NearestQuestion } from './nearest-games.ts';

const { points, width } = workerData as NearestPoints;
const rows = Array.from({ length: points.length / width }, (_, row) =>
  Array.from(points.subarray(row * width, (row + 1) * width)),
);
// The package can't make a tree of nothing.
const tree = rows.length === 0 ? null : new KNN(rows, [...rows.keys()]).kdTree;

/** The rows of the nearest points, nearest first; of those as near, the one with the lower row. */
function nearestRows(point: readonly number[], count: number): number[] {
  const wanted = Math.min(count, rows.length);
  if (tree === null || wanted < 1) return [];
  for (let asked = wanted + 1; ; asked *= 2) {
    const found = tree.nearest(point, asked).map(([labelled, far]) => ({ row: labelled[width]!, far }));
    found.sort((a, b) => a.far - b.far || a.row - b.row);
    // Of points as near as the last one wanted the tree keeps any; all of them are there once one further away is.
    if (asked >= rows.length || found.at(-1)!.far > found[wanted - 1]!.far) {
      return found.slice(0, wanted).map(({ row }) => row);
    }
  }
}

parentPort!.on('message', ({ id, point, count }: NearestQuestion) => {
  parentPort!.postMessage({ id, rows: nearestRows(point, count) } satisfies NearestAnswer);
});
