import type { Steps } from './in-turns.ts';

/** The number of items between two pauses, at most a few milliseconds of work where little is done with each. */
const ITEMS_A_STEP = 1_000;

/** Calls `each` with every item and its place. */
export function* forEachInSteps<T>(items: readonly T[], each: (item: T, place: number) => void): Steps<void> {
  for (let place = 0; place < items.length; place++) {
    if (place % ITEMS_A_STEP === 0) yield;
    each(items[place]!, place);
  }
}

/**
 * The items in order: short runs are sorted and then merged, two by two. It is stable, as `toSorted` is.
 *
 * @param compare negative where the first item comes before the second one
 */
export function* sortedInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < items.length; from += ITEMS_A_STEP) {
    runs.push(items.slice(from, from + ITEMS_A_STEP).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let run = 0; run < runs.length; run += 2) {
      const [left, right] = [runs[run]!, runs[run + 1]];
      merged.push(right === undefined ? left : yield* merge(left, right, compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Both sorted lists as one. Of equal items, those of `left` come first. */
function* merge<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = [];
  let [fromLeft, fromRight] = [0, 0];
  while (fromLeft < left.length || fromRight < right.length) {
    if (merged.length % ITEMS_A_STEP === 0) yield;
    const takesLeft =
      fromRight === right.length ||
      (fromLeft < left.length && compare(left[fromLeft]!, right[fromRight]!) <= 0);
    merged.push(takesLeft ? left[fromLeft++]! : right[fromRight++]!);
  }
  return merged;
}
