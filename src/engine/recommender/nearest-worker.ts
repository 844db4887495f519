import { workerData } from 'node:worker_threads';
import KNN, { type LabelledPoint } from 'ml-knn';
import { MAX_COLUMNS, unpackRow } from '../../database/packed-weights.ts';
import { answerCalls } from '../../platform/thread.ts';
import type { NearestQuestion, NearGame, SearchedGames } from './nearest-games.ts';

const { contents, sizes, factors } = workerData as SearchedGames;
let start = 0;
/** The content of each game. */
const rows = sizes.map((size) => {
  const content = unpackRow(contents.subarray(start, start + size));
  start += size;
  return content;
});
/** Whether the game of each row is searched: 1, or else 0. */
const isSearched = new Uint8Array(rows.length);
/** The content of the game in question, by column. */
const asked = new Float64Array(MAX_COLUMNS);
/** The tree's points have no coordinates of their own, only a label: the number of their row. The game in question has this. */
const ASKED = rows.length;
const pointsWithoutCoordinates = rows.map(() => []);
// The package cannot make a tree without points.
const tree =
  rows.length === 0 ? null : new KNN(pointsWithoutCoordinates, [...rows.keys()], { distance }).kdTree;

/** The distance of a game from the one in question, both given by the numbers of their rows: the greater the score, the nearer. */
function distance(a: LabelledPoint, b: LabelledPoint): number {
  // To skip a branch, the tree asks for the distance to its splitting plane, which has no length. With 0, it
  // skips none.
  if (a.length === undefined) return 0;
  const row = a[0] === ASKED ? b[0]! : a[0]!;
  if (isSearched[row] === 0) return FARTHEST;
  return 1 / (1 + factors[row]! * likeness(row));
}

/** The distance of games that are not searched, beyond that of all others. */
const FARTHEST = 2;

/** The dot product of the contents of the game of a row and the game in question. */
function likeness(row: number): number {
  const { columns, weights } = rows[row]!;
  let sum = 0;
  for (let entry = 0; entry < columns.length; entry++) sum += weights[entry]! * asked[columns[entry]!]!;
  return sum;
}

/** The games with the highest scores, best first. Of equal scores, the lower row comes first. */
function nearest({ content, count, among }: NearestQuestion): NearGame[] {
  isSearched.fill(among === null ? 1 : 0);
  for (const row of among ?? []) isSearched[row] = 1;
  const wanted = Math.min(count, among?.length ?? rows.length);
  if (tree === null || wanted < 1) return [];
  for (const [entry, column] of content.columns.entries()) asked[column] = content.weights[entry]!;
  let found: { row: number; far: number }[];
  for (let most = wanted + 1; ; most *= 2) {
    found = tree.nearest([ASKED], most).map(([[row], far]) => ({ row: row!, far }));
    found.sort((a, b) => a.far - b.far || a.row - b.row);
    // Of several games at the distance of the last wanted one, the tree may return any. Once it also returns
    // a game further away, none of them is missing.
    if (most >= rows.length || found.at(-1)!.far > found[wanted - 1]!.far) break;
  }
  const games = found.slice(0, wanted).map(({ row }) => ({
    row,
    likeness: likeness(row),
    score: factors[row]! * likeness(row),
  }));
  for (const column of content.columns) asked[column] = 0;
  return games;
}

answerCalls(nearest);
