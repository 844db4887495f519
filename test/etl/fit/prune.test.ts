import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pruneRow } from '../../../src/etl/fit/prune.ts';

test('the largest numbers by absolute value are kept in column order, the first of equal ones', () => {
  const row = pruneRow(Float64Array.of(0.5, -2, 0, 0.5, 1, -0.5), 3);
  expect([...row.columns]).toEqual([0, 1, 4]);
  expect([...row.weights]).toEqual([0.5, -2, 1]);
});

test('zeroes are never kept', () => {
  expect([...pruneRow(Float64Array.of(0, 3, 0), 2).columns]).toEqual([1]);
  expect([...pruneRow(Float64Array.of(0, 3, 0), 9).columns]).toEqual([1]);
});

test('the stored number may differ from the deciding one', () => {
  expect([...pruneRow(Float64Array.of(0.5, 0.25), 1, (weight) => weight ** 4).weights]).toEqual([0.0625]);
});

test('pruning gives the same as sorting the whole row', () => {
  const row = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(row, fc.integer({ min: 1, max: 70 }), (values, kept) => {
      const sorted = values
        .map((value, column) => ({ value, column }))
        .filter(({ value }) => value !== 0)
        .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.column - b.column)
        .slice(0, kept)
        .map(({ column }) => column)
        .sort((a, b) => a - b);
      expect([...pruneRow(Float64Array.from(values), kept).columns]).toEqual(sorted);
    }),
  );
});
