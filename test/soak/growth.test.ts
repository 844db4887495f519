import { expect, test } from 'vitest';
import type { Held } from './figures.ts';
import { grown } from './growth.ts';

const HELD: Held = {
  rss: 400,
  heap: 150,
  external: 40,
  connections: 6,
  files: 60,
  threads: 14,
  handles: 20,
};

const looks = (change: (place: number) => Partial<Held>) =>
  Array.from({ length: 15 }, (_, place) => ({ ...HELD, ...change(place) }));

test('figures that breathe have not grown', () => {
  expect(grown(looks((place) => ({ heap: 150 + 200 * (place % 2), rss: 400 + 5 * place })))).toEqual([]);
});

test.each<[keyof Held, number]>([
  ['rss', 20],
  ['heap', 10],
  ['external', 8],
  ['connections', 1],
  ['files', 2],
  ['threads', 1],
  ['handles', 2],
])('%s that grow by %i a look are told', (name, by) => {
  expect(grown(looks((place) => ({ [name]: HELD[name] + by * place })))).toEqual([
    expect.stringContaining(`${name} grew`),
  ]);
});
