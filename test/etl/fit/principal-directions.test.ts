import { expect, it } from 'vitest';
import { principalDirections } from '../../../src/etl/fit/principal-directions.ts';

it('finds the axes of a matrix, the longest first', () => {
  // Eigenvalues 5, 3 and 1; those of [[4, 1], [1, 4]] are 5 along (1, 1) and 3 along (1, −1).
  const matrix = Float64Array.of(1, 0, 0, 0, 4, 1, 0, 1, 4);
  const [first, second] = principalDirections(matrix, 3, 2, { surplus: 1, rounds: 60 });
  expect(Math.abs(first![1]! + first![2]!)).toBeCloseTo(Math.SQRT2, 6);
  expect(Math.abs(second![1]! - second![2]!)).toBeCloseTo(Math.SQRT2, 6);
  expect(first![0]).toBeCloseTo(0, 6);
});
