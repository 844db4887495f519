import { expect, test } from 'vitest';
import { classifyGames } from '../../src/etl/classify/classify-games.ts';
import { evaluateAlike, parseAlikeGames } from '../../src/evaluate/alike-evaluation.ts';
import { described } from '../etl/classify/described.ts';
import { interactions } from '../etl/fit/libraries.ts';

const games = [
  ...[1, 2, 3].map((id) => described({ id, name: `Rock ${id}`, tags: ['Rocks'] })),
  ...[4, 5].map((id) => described({ id, name: `Race ${id}`, tags: ['Racing'] })),
];

test('games that others call alike are read by source, and what else the file says is passed over', () => {
  const alike = parseAlikeGames(
    '{"about":"x","games":{"1":{"name":"Rock","store":[2,3]},"4":{"store":[5]}}}',
  );
  expect(alike).toEqual(
    new Map([
      [
        'store',
        new Map([
          [1, [2, 3]],
          [4, [5]],
        ]),
      ],
    ]),
  );
  for (const text of ['', '[]', '{"games":{"Rock":{}}}']) expect(() => parseAlikeGames(text)).toThrow();
});

test('a list has the share of five that is accepted, with an interval, and the share of lists with any', async () => {
  const { columns, rows } = await evaluateAlike(
    {
      games,
      classes: classifyGames(games),
      // Nobody owns game 3, and everyone plays one of each kind.
      interactions: interactions({ 1: 5, 4: 5 }, { 2: 5, 5: 5 }),
      vouched: new Map(),
    },
    new Map([
      // Of the two accepted games, content finds one: game 4 is of another kind.
      ['people', new Map([[1, [2, 4]]])],
      // Nobody plays either with game 3.
      ['nobody', new Map([[3, [1, 2]]])],
    ]),
  );
  expect(columns).toEqual(['List', 'people (1)', 'nobody (1)']);
  const byName = new Map(rows.map(([name, ...cells]) => [name, cells]));
  expect(byName.get('content and what people vouch for')).toEqual([
    '0.500 [0.500, 0.500], 1.00',
    '1.000 [1.000, 1.000], 1.00',
  ]);
  expect(byName.get('P(play | owned) / players^0.4')![1]).toBe('0.000 [0.000, 0.000], 0.00');
  expect(byName.get('ours, as shown')![1]).toBe('1.000 [1.000, 1.000], 1.00');
});
