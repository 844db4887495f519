import { expect, test } from 'vitest';
import type { ClassifiedGame } from '../../../src/engine/catalogue/classified-game.ts';
import { pickPopular } from '../../../src/engine/recommender/popular-picks.ts';
import type { Wishes } from '../../../src/engine/recommender/shown-games.ts';
import { atLargeOf, game } from './known-games.ts';

/** The ids of the picks from these games, given the most played first. */
function popular(
  games: readonly ClassifiedGame[],
  owned: readonly ClassifiedGame[] = [],
  wishes: Wishes = {},
): number[] {
  const byPlayers = games.toSorted((a, b) => b.players - a.players);
  return pickPopular(byPlayers, owned, atLargeOf(games), wishes).map(({ gameId }) => gameId);
}

const shooters = Array.from({ length: 9 }, (_, i) => game(i + 1, { players: 900 - i }));

test('each pick brings a genre that those before it lack, and the most played stands first', () => {
  const racer = game(20, { genres: ['Racing', 'Action'], players: 50 });
  const farm = game(21, { genres: ['Simulation'], players: 60 });
  expect(popular([...shooters, racer, farm])).toEqual([1, 2, 3, 21, 20]);
});

test('a genre alone never lifts a rarely played game: only the hundred most played are lifted', () => {
  const many = Array.from({ length: 100 }, (_, i) => game(i + 1, { players: 900 - i }));
  const racer = game(200, { genres: ['Racing'], players: 50 });
  expect(popular([...many.slice(0, 99), racer])).toEqual([1, 2, 3, 4, 200]);
  expect(popular([...many, racer])).toEqual([1, 2, 3, 4, 5]);
});

test('no edition of an owned game is shown, no edition twice, and at most two of one series', () => {
  const games = [
    game(1, { edition: 'owned', players: 900 }),
    game(2, { edition: 'metro', players: 800 }),
    game(3, { edition: 'metro', players: 700 }),
    ...[4, 5, 6].map((id) => game(id, { series: ['a'], players: 600 - id })),
    game(7, { players: 1 }),
  ];
  expect(popular(games, [game(99, { edition: 'owned' })])).toEqual([2, 4, 5, 7]);
});

test('wishes are respected', () => {
  const racer = game(20, { genres: ['Racing'], players: 50 });
  expect(popular([...shooters, racer], [], { genre: 'Racing' })).toEqual([20]);
  expect(popular([...shooters, racer], [], { avoid: ['Action'] })).toEqual([20]);
  expect(popular(shooters, [], { shown: new Set([1, 2, 3]) })).toEqual([4, 5, 6, 7, 8]);
});
