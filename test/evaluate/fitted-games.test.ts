import { expect, test } from 'vitest';
import { classifyGames } from '../../src/etl/classify/classify-games.ts';
import { makeColumns } from '../../src/etl/fit/columns.ts';
import { byPlayers, candidatesOf, describeAtLarge } from '../../src/evaluate/fitted-games.ts';
import { described, unrecorded } from '../etl/classify/described.ts';
import { interactions } from '../etl/fit/libraries.ts';

const games = [
  described({ id: 1, name: 'First', tags: ['Rocks', 'Indie'] }),
  described({ id: 2, name: 'First Soundtrack', tags: ['Rocks'] }),
  described({ id: 3, name: 'Third', tags: ['Sexual Content'] }),
  described({ id: 4, name: 'Fourth' }),
  unrecorded(5, 'Fifth'),
];
// Games 1 and 5 have two players, 2 has one, 3 has none. Nobody has 4.
const columns = makeColumns(interactions({ 1: 5, 5: 5, 3: 0 }, { 1: 5, 2: 3, 5: 1 }, { 3: 0 }), 10);

test('a row of the fit becomes its candidates, in the same order', () => {
  const row = {
    owners: 9,
    gameIds: Int32Array.of(3, 1),
    scores: Float64Array.of(0.5, 0.25),
    likeness: Float64Array.of(1, 0.75),
    players: Uint32Array.of(7, 0),
  };
  expect(candidatesOf(row)).toEqual([
    { gameId: 3, score: 0.5, likeness: 1, players: 7 },
    { gameId: 1, score: 0.25, likeness: 0.75, players: 0 },
  ]);
});

test('games are sorted by players, then by id', () => {
  expect(byPlayers(columns)).toEqual([1, 5, 2, 3]);
});

test('games are described as after a refresh', () => {
  const atLarge = describeAtLarge(games, classifyGames(games), columns);
  expect(atLarge.users).toBe(3);
  expect(atLarge.classified(1)).toMatchObject({
    name: 'First',
    recommendable: true,
    adult: false,
    players: 2,
  });
  expect(atLarge.classified(2)).toMatchObject({ recommendable: false, players: 1 });
  expect(atLarge.classified(3)).toMatchObject({ adult: true, players: 0 });
  expect(atLarge.classified(4)).toMatchObject({ recorded: true, players: 0 });
  expect(atLarge.classified(5)).toMatchObject({ recorded: false, edition: 'fifth', players: 2 });
  expect(atLarge.classified(6)).toBeUndefined();
  // Shares of four records.
  expect(Object.fromEntries(atLarge.tagShares)).toEqual({ Rocks: 0.5, Indie: 0.25, 'Sexual Content': 0.25 });
  expect([...atLarge.mostPlayed]).toEqual([1, 5, 2, 3]);
});
