import { expect, test } from 'vitest';
import { wilsonLowerBound } from '../../../src/engine/analytics/wilson-bound.ts';

// R. G. Newcombe, “Two-sided confidence intervals for the single proportion”, Statistics in Medicine 17 (1998), table I:
// the lower limits of the score method without continuity correction.
test.each([
  [81, 263, 0.2553],
  [15, 148, 0.0624],
  [0, 20, 0],
  [1, 29, 0.0061],
])('the lower end of the interval for %i of %i is the published one', (hits, n, bound) => {
  expect(wilsonLowerBound(hits, n)).toBeCloseTo(bound, 4);
});

test('more cases with the same share vouch for more of it, and no case for nothing', () => {
  const bounds = [1, 10, 100, 1000].map((times) => wilsonLowerBound(2 * times, 5 * times));
  expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
  expect(bounds.at(-1)).toBeLessThan(0.4);
  expect(wilsonLowerBound(0, 0)).toBe(0);
});
