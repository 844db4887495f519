import { expect, test } from 'vitest';
import { gatherRows, multiplyGram, multiplyRows, type SparseRows } from '../../../src/etl/fit/sparse-rows.ts';

/** [[1, 0, 2], [0, 0, 0], [3, 4, 0]] */
const rows: SparseRows = {
  offsets: Uint32Array.of(0, 2, 2, 4),
  features: Uint32Array.of(0, 2, 0, 1),
  values: Float64Array.of(1, 2, 3, 4),
  size: 3,
};
const by = { values: Float64Array.of(1, 2, 3, 5, 7, 11), width: 2 };

test('a product has a value for each row', () => {
  expect(multiplyRows(rows, by)).toStrictEqual({ values: Float64Array.of(15, 24, 0, 0, 15, 26), width: 2 });
});

test('the values of rows are summed by feature', () => {
  const product = gatherRows(rows, by);
  expect(product).toStrictEqual({ values: Float64Array.of(22, 35, 28, 44, 2, 4), width: 2 });
});

test('the product with the Gram matrix equals both steps in turn', () => {
  expect(multiplyGram(rows, by)).toStrictEqual(gatherRows(rows, multiplyRows(rows, by)));
});

test('each row counts by its weight', () => {
  const weights = Float64Array.of(2, 7, 0.5);
  const { values } = multiplyRows(rows, by);
  const weighed = values.map((value, at) => value * weights[Math.floor(at / 2)]!);
  expect(multiplyGram(rows, by, weights)).toStrictEqual(gatherRows(rows, { values: weighed, width: 2 }));
});
