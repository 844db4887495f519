import { expect, it } from 'vitest';
import { principalDirections } from '../../../src/etl/fit/principal-directions.ts';

it('finds the axes of a matrix, the longest first', () => {
  // The eigenvalues are 5, 3 and 1. Those of [[4, 1], [1, 4]] are 5 along (1, 1) and 3 along (1, −1).
  const multiply = (vectors: readonly Float64Array[]) =>
    vectors.map(([a, b, c]) => Float64Array.of(a!, 4 * b! + c!, b! + 4 * c!));
  const [first, second] = principalDirections({ size: 3, multiply }, 2, { surplus: 1, rounds: 60 });
  expect(Math.abs(first![1]! + first![2]!)).toBeCloseTo(Math.SQRT2, 6);
  expect(Math.abs(second![1]! - second![2]!)).toBeCloseTo(Math.SQRT2, 6);
  expect(first![0]).toBeCloseTo(0, 6);
});
