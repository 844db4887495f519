import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { completeGameList } from '../../../src/commands/names/complete-games.ts';
import { Catalogue } from '../../../src/engine/catalogue/catalogue.ts';
import { entriesOf } from '../../../src/engine/catalogue/list-of-games.ts';
import { GameIndex } from '../../../src/engine/search/game-index.ts';
import { atOnce } from '../../../src/platform/in-turns.ts';
import { game } from '../recommender/known-games.ts';

const LONG =
  'The Long, Long, Long Name of a Game, Whose Letters Are As Many As Those of the Longest One That There Is';

const catalogue = atOnce(
  Catalogue.build(
    [
      { ...game(1, { name: 'Prey', players: 5 }), releaseYear: 2006 },
      { ...game(2, { name: 'Prey', players: 9 }), releaseYear: 2017 },
      ...Array.from({ length: 10 }, (_, place) => ({
        ...game(10 + place, { name: `${LONG} ${place}` }),
        releaseYear: 2010,
      })),
    ],
    { users: 10, mostPlayed: [1], tagGames: new Map() },
  ),
);
const asker = { userId: '1', locale: 'en-US', guildId: null, mayManageGuild: false, ageRestricted: false };
const gamesOf = (typed: string) =>
  atOnce(entriesOf(catalogue, typed))?.map(({ meaning }) =>
    meaning.kind === 'game' ? meaning.game.gameId : undefined,
  );

/** The most look-ups of one list: four for each of forty parts, and two more for a name with a year after it. */
const MOST_LOOKED_UP = 240;

afterEach(() => {
  vi.restoreAllMocks();
});

test('a year after a name tells games of the same name apart, in a list too', () => {
  expect(gamesOf('Prey (2017), Prey (2006)')).toEqual([2, 1]);
  expect(gamesOf('Prey (2015)')).toEqual([undefined]);
});

const shelf = atOnce(
  Catalogue.build(
    [
      game(1, { name: 'Portal', players: 300 }),
      game(2, { name: 'Terraria', players: 300 }),
      game(3, { name: "Garry's Mod", players: 300 }),
      game(4, { name: 'I Love You, Colonel', players: 300 }),
      game(5, { name: 'Eternal', players: 0 }),
    ].map((each) => ({ ...each, releaseYear: 2010 })),
    { users: 1000, mostPlayed: [], tagGames: new Map() },
  ),
);

test.each<[typed: string, games: (number | undefined)[], why: string]>([
  ['gmod portal', [3, 1], 'nothing but a space between two names'],
  ["terraria garry's mod portal", [2, 3, 1], 'a name of two words among them'],
  ['portal eternal', [undefined], 'a game that hardly anyone plays: an unknown sequel, rather'],
  ['portal 3', [undefined], 'a number alone'],
  ['portal unheard', [undefined], 'a word of no name'],
  ['I like portal, terraria', [1, 2], 'words before the first'],
  ['Me gustan Portal y Terraria', [1, 2], 'the same in Spanish'],
  ['juegos como gmod', [3], 'a lead-in to one game'],
  ['I Love You, Colonel', [4], 'a title that begins as a lead-in does'],
])('%j is the list %j: %s', (typed, games) => {
  const entries = atOnce(entriesOf(shelf, typed))!;
  expect(entries.map(({ meaning }) => (meaning.kind === 'game' ? meaning.game.gameId : undefined))).toEqual(
    games,
  );
});

test('the answer tells each game of a list that was split at spaces', () => {
  const entries = atOnce(entriesOf(shelf, 'portal terraria'))!;
  expect(entries.map(({ text, meaning }) => [text, meaning.kind === 'game' && meaning.told])).toEqual([
    ['portal', true],
    ['terraria', true],
  ]);
});

test('ten of the longest names, each with commas in it, are a list of ten games', () => {
  const typed = Array.from({ length: 10 }, (_, place) => `${LONG} ${place}`).join(', ');
  expect(gamesOf(typed)).toEqual(Array.from({ length: 10 }, (_, place) => 10 + place));
});

test.each([
  ['a name with a year that no game has', 'x (2015),'],
  ['the same game', 'Prey (2017),'],
  ['nothing between commas', ','],
  ['long names', `${LONG} 1,`],
  ['combining marks', 'a\u0315\u0300\u05ae\u0316,'],
  ['letters that fold to eighteen others', 'ﷺ,'],
  ['half an emoji', '\ud83c,'],
  ['right-to-left marks', '\u202e\u200f,'],
])('a list that repeats %s up to the length that Discord allows looks nothing up', async (_, part) => {
  const find = vi.spyOn(GameIndex.prototype, 'find');
  const typed = part.repeat(Math.floor(6000 / part.length));
  expect(atOnce(entriesOf(catalogue, typed))).toBeNull();
  expect(await completeGameList(catalogue, typed, asker)).toEqual([]);
  expect(find).not.toHaveBeenCalled();
});

test('the number of look-ups for any text has a bound', async () => {
  const part = fc.constantFrom(
    ',',
    ', ',
    'x',
    'Prey',
    ' (2017)',
    ' (2015)',
    LONG,
    ' and ',
    ' y ',
    ';',
    'gmod',
    'tlln',
    ' 2017',
    'ﷺ',
    '\u0301',
    '🎮',
    '\ud800',
    '1',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 3000 }), async (parts) => {
      const find = vi.spyOn(GameIndex.prototype, 'find');
      const typed = parts.join('').slice(0, 6000);
      const entries = atOnce(entriesOf(catalogue, typed));
      expect(find.mock.calls.length).toBeLessThanOrEqual(MOST_LOOKED_UP);
      expect(entries === null || entries.length <= 40).toBe(true);
      expect((await completeGameList(catalogue, typed, asker)).length).toBeLessThanOrEqual(25);
      find.mockRestore();
    }),
    { seed: 3, numRuns: 200 },
  );
});
