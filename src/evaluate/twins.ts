import type { Columns } from '../etl/fit/columns.ts';
import { memoized } from '../platform/memo.ts';

/** The least share of the owners of each of two games, 0 to 1, who own the other as well, for them to be twins. */
const LEAST_SHARED = 0.8;

/**
 * A function that gives the twins of a column: the games that are nearly always owned together with it, because a purchase
 * brings both (a campaign and its multiplayer).
 */
export const twinsOf = memoized((columns: Columns) => {
  const known = new Map<number, ReadonlySet<number>>();
  return (column: number): ReadonlySet<number> => {
    const twins = known.get(column) ?? findTwins(columns, column);
    known.set(column, twins);
    return twins;
  };
});

function findTwins({ owners, byColumn, byUser }: Columns, column: number): Set<number> {
  const together = new Map<number, number>();
  for (const user of byColumn.columns.subarray(byColumn.offsets[column]!, byColumn.offsets[column + 1]!)) {
    for (const other of byUser.columns.subarray(byUser.offsets[user]!, byUser.offsets[user + 1]!)) {
      together.set(other, (together.get(other) ?? 0) + 1);
    }
  }
  together.delete(column);
  const twins = [...together].filter(
    ([other, both]) => both >= LEAST_SHARED * owners[column]! && both >= LEAST_SHARED * owners[other]!,
  );
  return new Set(twins.map(([other]) => other));
}
