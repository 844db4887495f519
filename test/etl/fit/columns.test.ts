import { expect, test } from 'vitest';
import { makeColumns } from '../../../src/etl/fit/columns.ts';
import { interactions } from './libraries.ts';

const LIBRARIES = interactions({ 10: 5, 30: 0 }, { 20: 1, 30: 7, 40: 0 }, { 30: 1, 10: 0 });

test('the most owned games come first, then the lower id', () => {
  const columns = makeColumns(LIBRARIES, 100);
  expect([...columns.gameIds]).toEqual([30, 10, 20, 40]);
  expect([...columns.owners]).toEqual([3, 2, 1, 1]);
  expect([...columns.players]).toEqual([2, 1, 1, 0]);
  expect(columns.users).toBe(3);
});

test('games beyond the cap have no column, but count in the size of a library and in the catalogue', () => {
  const columns = makeColumns(LIBRARIES, 2);
  expect([...columns.gameIds]).toEqual([30, 10]);
  expect([...columns.librarySizes]).toEqual([2, 3, 2]);
  expect(columns.catalogue).toBe(4);
  expect([...columns.byUser.offsets]).toEqual([0, 2, 3, 5]);
  expect([...columns.byColumn.columns]).toEqual([0, 1, 2, 0, 2]);
  expect([...columns.byColumn.played]).toEqual([0, 1, 1, 1, 0]);
});
