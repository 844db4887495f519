import { expect, test } from 'vitest';
import { principalPlaces } from '../../../src/etl/fit/principal-places.ts';
import type { DenseRows } from '../../../src/etl/fit/sparse-rows.ts';

const rows = (...all: number[][]): DenseRows => ({
  values: Float64Array.from(all.flat()),
  width: all[0]!.length,
});
const rowOf = ({ values, width }: DenseRows, row: number) => values.subarray(row * width, (row + 1) * width);
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

/** Rows that are spread most along (3, 4, 0), less along (−4, 3, 0), and hardly at all along the third axis. */
const spread = [
  [10, 1, 0.1],
  [-10, 1, -0.1],
  [8, -2, 0.1],
  [-8, -2, 0],
].map(([a, b, c]) => [0.6 * a! - 0.8 * b!, 0.8 * a! + 0.6 * b!, c!]);
const placed = rows(...spread);
const predicted = rows([1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 2, 3]);

test('every cosine between places stays the same, also between predicted and placed ones', () => {
  const turned = principalPlaces({ predicted, placed }, () => true);
  for (let a = 0; a < 4; a++) {
    for (let b = 0; b < 4; b++) {
      expect(dot(rowOf(turned.predicted, a), rowOf(turned.placed, b))).toBeCloseTo(
        dot(rowOf(predicted, a), rowOf(placed, b)),
        9,
      );
      expect(dot(rowOf(turned.placed, a), rowOf(turned.placed, b))).toBeCloseTo(
        dot(rowOf(placed, a), rowOf(placed, b)),
        9,
      );
    }
  }
});

test('the first numbers of a place hold most of its differences', () => {
  const turned = principalPlaces({ predicted, placed }, () => true);
  for (const [row, [a, b]] of [
    [10, 1],
    [10, 1],
    [8, 2],
    [8, 2],
  ].entries()) {
    const [first, second, third] = rowOf(turned.placed, row);
    // The small spread along the third axis turns the others by no more than a hundredth.
    expect(Math.abs(first!)).toBeCloseTo(a!, 1);
    expect(Math.abs(second!)).toBeCloseTo(b!, 1);
    expect(Math.abs(third!)).toBeLessThan(0.2);
  }
});

test('places of games that are never shown do not influence the order of axes', () => {
  const outlier = rows(...spread, [0, 0, 1000]);
  const turned = principalPlaces({ predicted, placed: outlier }, (row) => row < 4);
  expect(Math.abs(rowOf(turned.placed, 0)[0]!)).toBeCloseTo(10, 1);
  expect(Math.abs(rowOf(turned.placed, 4)[2]!)).toBeCloseTo(1000, 0);
});
