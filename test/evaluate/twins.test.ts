import { expect, test } from 'vitest';
import { makeColumns } from '../../src/etl/fit/columns.ts';
import { twinsOf } from '../../src/evaluate/twins.ts';
import { interactions } from '../etl/fit/libraries.ts';

test('the twins of a game are owned together with it by four in five owners of each', () => {
  // Ten users own 1; nine of them own 2, and eight own 3, which two more users own, too. All own 4, and ten more do.
  const columns = makeColumns(
    interactions(
      ...Array.from({ length: 20 }, (_, user) => ({
        4: 1,
        ...(user < 10 ? { 1: 1 } : {}),
        ...(user < 9 ? { 2: 0 } : {}),
        ...(user < 8 || user > 17 ? { 3: 1 } : {}),
      })),
    ),
    10,
  );
  const column = (id: number) => columns.gameIds.indexOf(id);
  const twins = (id: number) =>
    Array.from(twinsOf(columns)(column(id)), (other) => columns.gameIds[other]!).sort((a, b) => a - b);
  expect(twins(1)).toEqual([2, 3]);
  // Of the nine owners of 2, eight own 3, and of the ten owners of 3, eight own 2.
  expect(twins(2)).toEqual([1, 3]);
  expect(twins(4)).toEqual([]);
});
