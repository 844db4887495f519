import { expect, test } from 'vitest';
import { makeColumns } from '../../../src/etl/fit/columns.ts';
import { addRidge, easeWeights, gramMatrix } from '../../../src/etl/fit/ease.ts';
import { invertPositiveDefinite } from '../../../src/etl/fit/invert.ts';
import { interactions } from './libraries.ts';
import { naiveInverse, positiveDefinite } from './naive-inverse.ts';

test('a library counts in every pair of its games, less if it is large, and less for unplayed games', () => {
  // The columns are 10 and 20 with 2 owners each. The cap of 2 leaves out 30 and 40.
  const columns = makeColumns(interactions({ 10: 5, 20: 0 }, { 10: 5, 20: 5, 30: 0, 40: 0 }), 2);
  const gram = gramMatrix(columns, { owned: 0.5, userPower: 0.5 });
  const [two, four] = [1 / Math.sqrt(2), 1 / 2];
  expect(gram[0]).toBeCloseTo(two + four, 12);
  expect(gram[2]).toBeCloseTo(0.5 * two + four, 12);
  expect(gram[3]).toBeCloseTo(0.25 * two + four, 12);
});

test('two games: the weights of EASE as by hand', async () => {
  // The inverse of [[2, 1], [1, 4]] is [[4, −1], [−1, 2]] / 7.
  const matrix = Float64Array.of(1, 0, 1, 3);
  addRidge(matrix, 2, 1);
  await invertPositiveDefinite(matrix, 2, 1);
  easeWeights(matrix, 2);
  expect([...matrix].map((value) => Number(value.toFixed(12)))).toEqual([0, 0.5, 0.25, 0]);
});

test.each([3, 8, 70])('%i games: B = I − P · diag(1 / diag P), and its diagonal is 0', async (size) => {
  const gram = positiveDefinite(size, size + 1);
  const p = naiveInverse(gram);
  const weights = Float64Array.from(gram.flat());
  await invertPositiveDefinite(weights, size, 1);
  easeWeights(weights, size);
  for (let i = 0; i < size; i++) {
    expect(weights[i * size + i]).toBe(0);
    for (let j = 0; j < size; j++) {
      const expected = (i === j ? 1 : 0) - p[i]![j]! / p[j]![j]!;
      expect(Math.abs(weights[i * size + j]! - expected)).toBeLessThan(1e-9);
    }
  }
});
