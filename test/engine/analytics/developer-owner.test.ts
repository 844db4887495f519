import { expect, test } from 'vitest';
import { ownerOf } from '../../../src/engine/analytics/developer-owner.ts';
import { NameIndex } from '../../../src/engine/search/name-index.ts';
import { atOnce } from '../../../src/platform/in-turns.ts';

const developers = atOnce(
  NameIndex.build([
    { name: 'Northwind Game Studios', weight: 390 },
    { name: 'Northwind Mobile', weight: 130 },
    { name: 'Harbour Montreal', weight: 80 },
    { name: 'Harbour Leeds', weight: 40 },
    { name: 'Willow Software', weight: 49 },
    { name: 'Cobalt', weight: 104 },
    { name: 'COBALT', weight: 2 },
  ]),
);

test.each<[typed: string, owner: string | undefined, why: string]>([
  ['northwind', 'Northwind Game Studios', 'three times as many reviews as the next'],
  ['Northwind game', 'Northwind Game Studios', 'the only one'],
  ['harbour', undefined, 'only twice as many'],
  ['willow', undefined, 'few reviews'],
  ['cobalt', 'Cobalt', 'another writing of the name has few reviews'],
  ['ngs', undefined, 'initials'],
  ['game studios', undefined, 'not the beginning'],
  ['northwnd', undefined, 'a wrong letter'],
])('%j means %j: %s', (typed, owner) => {
  expect(atOnce(ownerOf(developers, typed))?.developer).toBe(owner);
});

test('a short name is told, and another writing of the whole name is not', () => {
  expect(atOnce(ownerOf(developers, 'northwind'))?.told).toBe(true);
  expect(atOnce(ownerOf(developers, 'cobalt'))?.told).toBe(false);
});
