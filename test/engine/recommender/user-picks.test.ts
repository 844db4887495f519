import { expect, test } from 'vitest';
import type { ClassifiedGame } from '../../../src/engine/catalogue/classified-game.ts';
import type { Wishes } from '../../../src/engine/recommender/shown-games.ts';
import { pickForUser } from '../../../src/engine/recommender/user-picks.ts';
import { type OwnedGame, UserScorer } from '../../../src/engine/recommender/user-scores.ts';
import { atLargeOf, game } from './known-games.ts';

const OWNED = 1;
/** Columns 0 to 7 are the games 1 to 8. Each has ten owners, who all play it. Game 1 is owned. */
const COLUMNS = {
  gameIds: Int32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  owners: new Int32Array(8).fill(10),
  players: new Int32Array(8).fill(10),
};
/** The links of game 1 to the games 2 to 7, weaker with each id. Game 8 has none. */
const LINKS = { columns: Uint16Array.of(1, 2, 3, 4, 5, 6), weights: Float32Array.of(6, 5, 4, 3, 2, 1) };
const NONE = { columns: new Uint16Array(0), weights: new Float32Array(0) };

function picks(
  games: readonly ClassifiedGame[],
  {
    columns = COLUMNS,
    wishes = {},
    more = [],
  }: { columns?: typeof COLUMNS; wishes?: Wishes; more?: readonly OwnedGame[] } = {},
) {
  const byId = new Map(games.map((one) => [one.gameId, one]));
  const all = Array.from(COLUMNS.gameIds, (id) => byId.get(id) ?? game(id));
  const scorer = new UserScorer(columns);
  const first = { gameId: OWNED, minutes: 60, known: { column: 0, links: LINKS, chances: NONE } };
  const library = [first, ...more];
  const owned = library.flatMap(
    ({ gameId }) => [...all, ...games].find((one) => one.gameId === gameId) ?? [],
  );
  return pickForUser(scorer, scorer.score(library), owned, atLargeOf([...all, ...games]), wishes);
}

const ids = (made: ReturnType<typeof picks>) => made.map(({ game: { gameId } }) => gameId);

test('the five games with the highest scores are shown, best first, and no owned game', () => {
  const made = picks([]);
  expect(ids(made)).toEqual([2, 3, 4, 5, 6]);
  const scores = made.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

test('no other edition of an owned game is shown, whether the model knows the owned one or not', () => {
  expect(ids(picks([game(3, { edition: 'game 1' })]))).toEqual([2, 4, 5, 6, 7]);
  const unknown = { gameId: 99, minutes: 5, known: null };
  const made = picks([game(99, { edition: 'metro' }), game(2, { edition: 'metro' })], { more: [unknown] });
  expect(ids(made)).toEqual([3, 4, 5, 6, 7]);
});

test('a game that less than a third of its owners have started is left out', () => {
  // The share is (players + 1) / (owners + 2): 4 of 12 is a third, 3 of 12 is less.
  const columns = { ...COLUMNS, players: Int32Array.of(10, 2, 3, 10, 10, 10, 10, 10) };
  expect(ids(picks([], { columns })).includes(2)).toBe(false);
  expect(ids(picks([], { columns })).includes(3)).toBe(true);
});

test('a game without a link to the library is left out', () => {
  const none = [2, 3, 4, 5].map((id) => game(id, { recommendable: false }));
  expect(ids(picks(none))).toEqual([6, 7]);
});

test('wishes are respected', () => {
  expect(ids(picks([game(5, { tags: ['Horror'] })], { wishes: { genre: 'Horror' } }))).toEqual([5]);
  expect(ids(picks([], { wishes: { shown: new Set([2, 3]) } }))).toEqual([4, 5, 6, 7]);
});

test.each([20, 60, 400])('a wished game is found although %i others have higher scores', (others) => {
  const gameIds = Int32Array.from({ length: others + 6 }, (_, column) => column + 1);
  const columns = { gameIds, owners: gameIds.slice().fill(10), players: gameIds.slice().fill(10) };
  const linked = [...gameIds.keys()].slice(1);
  const links = { columns: Uint16Array.from(linked), weights: Float32Array.from(linked, (at) => 1000 - at) };
  const scorer = new UserScorer(columns);
  const scored = scorer.score([{ gameId: OWNED, minutes: 60, known: { column: 0, links, chances: NONE } }]);
  const wished = [others + 2, others + 4, others + 6];
  const games = Array.from(gameIds, (id) => game(id, { tags: wished.includes(id) ? ['Horror'] : [] }));
  expect(ids(pickForUser(scorer, scored, [game(OWNED)], atLargeOf(games), { genre: 'Horror' }))).toEqual(
    wished,
  );
});

test('the shares say which games brought a pick, largest first, and add up to 1', () => {
  const second = {
    gameId: 8,
    minutes: 0,
    known: { column: 7, links: { columns: Uint16Array.of(1), weights: Float32Array.of(2) }, chances: NONE },
  };
  const [best] = picks([], { more: [second] });
  expect(best!.game.gameId).toBe(2);
  // Of the score of 8.003, game 1 brings 6 and game 8 brings 2.
  expect(best!.shares).toEqual([
    { gameId: 1, minutes: 60, share: expect.closeTo(0.75, 6) },
    { gameId: 8, minutes: 0, share: expect.closeTo(0.25, 6) },
  ]);
});
