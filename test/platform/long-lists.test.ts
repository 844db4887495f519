import { expect, test } from 'vitest';
import { atOnce } from '../../src/platform/in-turns.ts';
import { forEachInSteps, sortedInSteps } from '../../src/platform/long-lists.ts';
import { seeded } from '../support/random.ts';

/** Items in a random order; each key comes about four times. */
function items(count: number): { key: number; place: number }[] {
  const random = seeded(count);
  return Array.from({ length: count }, (_, place) => ({ key: Math.floor((random() * count) / 4), place }));
}

test.each([0, 1, 999, 1_000, 1_001, 2_000, 3_001, 25_000])(
  '%i items are sorted as toSorted does',
  (count) => {
    const some = items(count);
    const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
    expect(atOnce(sortedInSteps(some, compare))).toEqual(some.toSorted(compare));
  },
);

test('a long list is sorted and gone through in many steps', () => {
  const some = items(25_000);
  const steps = (work: Generator<undefined, unknown>) => Array.from(work).length;
  expect(steps(sortedInSteps(some, (a, b) => a.key - b.key))).toBeGreaterThan(100);
  const seen: number[] = [];
  expect(steps(forEachInSteps(some, ({ place }, at) => seen.push(place - at)))).toBe(25);
  expect(seen).toEqual(some.map(() => 0));
});
