import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataSet } from '../../../src/engine/data-set/data-set.ts';
import { closeDataSet } from '../../../src/engine/data-set/per-data-set.ts';
import type { LibraryGame } from '../../../src/engine/recommender/read-library.ts';
import { modelRowsOf, userScorerOf } from '../../../src/engine/recommender/read-library.ts';
import { recommendForLibrary, recommendUser } from '../../../src/engine/recommender/recommend-user.ts';
import type { Steering } from '../../../src/engine/recommender/steering.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { IDS, LUMENBOX_SERIES, loadSmallWorld, NO_GAMES } from './small-world.ts';

let database: TestDatabase;
let dataSet: DataSet;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSet = await loadSmallWorld(database);
});
afterAll(async () => {
  await closeDataSet(dataSet);
  await database.remove();
});

const forUser = (user: string, steering: Steering = {}) => recommendUser(dataSet, { user, ...steering });
const forLikes = (likes: string, steering: Steering = {}) => recommendUser(dataSet, { likes, ...steering });

interface Shown {
  games: readonly { gameId: string; score: number; because: readonly { kind: string }[] }[];
}
const ids = ({ games }: Shown) => games.map(({ gameId }) => Number(gameId));
const kinds = ({ games }: Shown) => new Set(games.flatMap(({ because }) => because.map(({ kind }) => kind)));

/** All games of all pages. */
async function leafThrough<Answer extends Shown>(
  ask: (page: number) => Promise<Answer>,
): Promise<Answer['games'][number][]> {
  const all: Answer['games'][number][] = [];
  for (let page = 1; ; page++) {
    const { games } = await ask(page);
    if (games.length === 0) return all;
    all.push(...games);
  }
}

/** The library of `solver`. */
const SOLVER: readonly LibraryGame[] = [
  { gameId: IDS.lumenbox, minutes: 600 },
  { gameId: IDS.tessera, minutes: 120 },
  { gameId: IDS.glyphGarden, minutes: 0 },
];

describe('games for a user of the data', () => {
  test('are five, best first, each with the games of theirs that brought it', async () => {
    const answer = await forUser('solver');
    expect(answer).toMatchObject({
      userId: 'solver',
      basis: 'collaborative',
      restsOn: { games: 3, played: 2 },
    });
    expect(answer.likes).toBeUndefined();
    expect(answer.games.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    const scores = answer.games.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const hours = new Map([
      ['10', 10],
      ['15', 2],
      ['16', 0],
    ]);
    for (const { because } of answer.games) {
      let sum = 0;
      expect(because[0]!.kind).toBe('played');
      for (const reason of because) {
        // Beside their games, a reason may only say what the pick shares with the first of them.
        expect(['played', 'series', 'developer', 'tags']).toContain(reason.kind);
        if (reason.kind !== 'played') continue;
        expect(reason.hours).toBe(hours.get(reason.gameId));
        sum += reason.share;
      }
      expect(sum).toBeCloseTo(1, 5);
    }
    expect(answer.games[0]!.because.map(({ kind }) => kind)).toContain('played');
  });

  test('are never owned, another edition of an owned game, an addition, a soundtrack or a demo, and never repeated', async () => {
    const shown = (await leafThrough((page) => forUser('solver', { page, adult: true }))).map((pick) =>
      Number(pick.gameId),
    );
    expect(shown.length).toBeGreaterThan(10);
    expect(new Set(shown).size).toBe(shown.length);
    for (const id of [10, 15, 16, IDS.lumenboxDeluxe, ...NO_GAMES]) expect(shown).not.toContain(id);
    expect(shown).toContain(IDS.adult);
  });

  test('are the popular ones, varied by genre, for a user without played games or without a library', async () => {
    const collector = await forUser('collector');
    expect(collector).toMatchObject({ basis: 'popularity', restsOn: { games: 2, played: 0 } });
    expect(kinds(collector)).toEqual(new Set(['popular']));
    // `Lumenbox` and `Gravel Kings` are owned, so the next games of their genres come, and one of a third genre.
    expect(ids(collector)).toEqual(expect.arrayContaining([80, 11, 42]));
    for (const user of ['newcomer', 'reviewer']) {
      const answer = await forUser(user);
      expect(answer).toMatchObject({ basis: 'popularity', restsOn: { games: 0, played: 0 } });
      expect(ids(answer)).toEqual(expect.arrayContaining([80, 10, 40, 60]));
    }
  });

  test('need no complete library', async () => {
    expect(await forUser('secretive')).toMatchObject({
      basis: 'collaborative',
      restsOn: { games: 1, played: 1 },
    });
  });

  test('are refused for a user who is not in the data', async () => {
    for (const user of ['nobody', 'solve', 'sol ver', 'https://example.com/id/solver'])
      await expect(forUser(user)).rejects.toMatchObject({ code: 'unknown-user', values: { userId: user } });
  });

  test.each([
    'Solver',
    ' SOLVER ',
    'https://steamcommunity.com/id/solver/',
    'steamcommunity.com/id/Solver/games?tab=all',
  ])('are those of the user whom %j names', async (typed) => {
    expect(await forUser(typed)).toEqual(await forUser('solver'));
  });
});

describe('games for a library that is not in the data', () => {
  test('are the same as for a user of the data with the same games', async () => {
    const { userId, ...answer } = await forUser('solver');
    expect(userId).toBe('solver');
    expect(await recommendForLibrary(dataSet, SOLVER)).toEqual(answer);
    expect(await recommendForLibrary(dataSet, SOLVER.toReversed())).toEqual(answer);
  });

  const libraries: [string, LibraryGame[]][] = [
    ['puzzles', [...SOLVER]],
    ['races', [40, 41, 43].map((gameId) => ({ gameId, minutes: gameId * 9 }))],
    [
      'a bit of everything',
      [10, 17, 40, 45, 60, 80].map((gameId, i) => ({ gameId, minutes: 100 * (i % 3) })),
    ],
  ];
  test.each(libraries)('have a lower score without the game that is named first: %s', async (_, library) => {
    const { games } = await recommendForLibrary(dataSet, library);
    const scorer = await userScorerOf(dataSet);
    const scoreOf = async (of: readonly LibraryGame[], gameId: string) => {
      const { scores } = scorer.score(await modelRowsOf(dataSet).ownedGames(of));
      return scores[scorer.columns.gameIds.indexOf(Number(gameId))]!;
    };
    expect(games).toHaveLength(5);
    for (const { gameId, score, because } of games) {
      const [first] = because;
      if (first?.kind !== 'played') throw new Error('no game of theirs');
      const rest = library.filter((game) => String(game.gameId) !== first.gameId);
      expect(rest).toHaveLength(library.length - 1);
      const before = await scoreOf(library, gameId);
      expect(score / before).toBeCloseTo(1, 5);
      expect(await scoreOf(rest, gameId)).toBeLessThan(before);
      // The answers show the same fall.
      const shown = (await leafThrough((page) => recommendForLibrary(dataSet, rest, { page }))).find(
        (pick) => pick.gameId === gameId,
      );
      expect(shown?.score ?? 0).toBeLessThan(score);
    }
  });

  test('are not disturbed by games that the data does not know', async () => {
    const unknown = { gameId: 123_456, minutes: 99 };
    const answer = await recommendForLibrary(dataSet, [...SOLVER, unknown]);
    expect(answer.restsOn).toEqual({ games: 4, played: 3 });
    expect(answer.games).toEqual((await recommendForLibrary(dataSet, SOLVER)).games);
    expect(await recommendForLibrary(dataSet, [unknown])).toMatchObject({ basis: 'popularity' });
    expect((await recommendForLibrary(dataSet, [])).games).toHaveLength(5);
  });
});

describe('games for likes', () => {
  const liked = async (likes: string) => (await forLikes(likes)).likes!.map(({ gameId }) => Number(gameId));

  test('are like these together, and say which of them', async () => {
    const answer = await forLikes('Lumenbox, Tessera');
    expect(answer).toMatchObject({
      userId: null,
      likes: [
        { gameId: '10', name: 'Lumenbox' },
        { gameId: '15', name: 'Tessera' },
      ],
      basis: 'collaborative',
      restsOn: { games: 2 },
    });
    expect(answer.games).toHaveLength(5);
    for (const { because } of answer.games) {
      expect(because).toContainEqual(expect.objectContaining({ kind: 'played', hours: null }));
    }
    for (const id of ids(answer)) expect([11, 12, 13, 16, 17, 18, 19, 20, 21]).toContain(id);
  });

  test('have what each pick shares with the like, where one like brought all of them', async () => {
    const { games } = await forLikes('Tessera');
    expect(games).toHaveLength(5);
    for (const { because } of games) {
      const [first, ...traits] = because;
      expect(first).toMatchObject({ kind: 'played', gameId: '15', share: 1 });
      expect(traits.length).toBeGreaterThan(0);
      for (const trait of traits) expect(['series', 'developer', 'players', 'tags']).toContain(trait.kind);
    }
    // Glyph Garden, for one, is of the same developer and has the same tags.
    const glyphGarden = games.find(({ gameId }) => gameId === String(IDS.glyphGarden));
    expect(glyphGarden?.because).toEqual(
      expect.arrayContaining([
        { kind: 'developer', developer: 'Attic Five' },
        { kind: 'tags', tags: expect.arrayContaining(['Light', 'Puzzle', 'Science']) },
      ]),
    );
  });

  test('accept names or ids, however they are written, and count each game once', async () => {
    expect(await liked('LUMENBOX,15')).toEqual([10, 15]);
    expect(await liked(' lumenbox , Lumenbox,, 10 ,')).toEqual([10]);
    expect(await forLikes('15, 10')).toMatchObject({ games: (await forLikes('Tessera, Lumenbox')).games });
  });

  test('accept names with commas', async () => {
    expect(await liked('Forty, Eighty: The Siege')).toEqual([60]);
    expect(await liked('lumenbox, forty, eighty: the siege, 40')).toEqual([10, 60, 40]);
  });

  test('accept at most ten likes', async () => {
    expect(await liked('10,11,12,13,15,16,17,18,19,20')).toHaveLength(10);
    await expect(forLikes('10,11,12,13,15,16,17,18,19,20,21')).rejects.toMatchObject({
      code: 'too-many-likes',
      values: { most: 10 },
    });
  });

  test('cannot be more parts, or a longer text, than ten games have', async () => {
    for (const likes of ['x (2015),'.repeat(666), 'Lumenbox,'.repeat(50), 'x'.repeat(2001)]) {
      await expect(forLikes(likes)).rejects.toMatchObject({ code: 'too-many-likes' });
    }
    expect(await liked('Lumenbox,'.repeat(40).slice(0, -1))).toEqual([IDS.lumenbox]);
  });

  test('need likes that are known, each of one game alone', async () => {
    await expect(forLikes('Lumenbox, Tesera')).rejects.toMatchObject({
      code: 'unknown-game',
      values: { name: 'Tesera' },
      suggestions: expect.arrayContaining(['Tessera']),
    });
    await expect(forLikes('Lumenbox, sky-loom')).rejects.toMatchObject({
      code: 'ambiguous-game',
      suggestions: expect.arrayContaining(['Sky Loom', 'SkyLoom']),
    });
  });

  test('that nobody has are found by content, and for unknown ones the popular games come', async () => {
    const content = await forLikes('Lonely Prism');
    expect(content.basis).toBe('content');
    expect(LUMENBOX_SERIES).toContain(ids(content)[0]);
    expect(content.games[0]!.because[0]).toMatchObject({
      kind: 'played',
      gameId: '90',
      share: 1,
      hours: null,
    });
    expect(await forLikes('99')).toMatchObject({ basis: 'popularity' });
    const both = await forLikes('99, Gravel Kings');
    expect(both.basis).toBe('collaborative');
    for (const id of ids(both)) expect([41, 42, 43, 44, 45, 46]).toContain(id);
  });

  test('need either likes or a user, not both', async () => {
    const wrong = { code: 'user-or-likes' };
    await expect(recommendUser(dataSet, {})).rejects.toMatchObject(wrong);
    await expect(recommendUser(dataSet, { user: 'solver', likes: 'Lumenbox' })).rejects.toMatchObject(wrong);
    await expect(forLikes(' , ')).rejects.toMatchObject(wrong);
  });

  test('name only games with a share as reasons', async () => {
    for (const likes of ['Forty, Eighty: The Siege, Lumenbox', 'Lonely Wheel, Lumenbox']) {
      for (const { name, because } of (await forLikes(likes)).games) {
        for (const reason of because) {
          if (reason.kind === 'played') expect(reason.share, `${name} for ${reason.name}`).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe('steered', () => {
  const ways: [string, (steering: Steering) => Promise<Shown>][] = [
    ['a user', (steering) => forUser('solver', steering)],
    ['likes', (steering) => forLikes('Lumenbox, Gravel Kings', steering)],
    ['a newcomer', (steering) => forUser('newcomer', steering)],
  ];

  test.each(ways)('%s gets only games with the genre, and none to avoid', async (_, ask) => {
    const all = async (steering: Steering) =>
      (await leafThrough((page) => ask({ ...steering, page }))).map(({ gameId }) => Number(gameId));
    const races = await all({ genre: 'Racing' });
    expect(races.length).toBeGreaterThanOrEqual(7);
    for (const id of races) expect([40, 41, 42, 43, 44, 45, 46, 91]).toContain(id);
    const others = await all({ avoid: ['racing'] });
    expect(others.length).toBeGreaterThan(10);
    for (const id of others) expect([40, 41, 42, 43, 44, 45, 46, 91]).not.toContain(id);
    await expect(ask({ avoid: ['Racng'] })).rejects.toMatchObject({
      code: 'unknown-label',
      suggestions: ['Racing'],
    });
  });

  const obscure: Record<string, number[]> = {
    // Of the games that nobody plays, only `Lonely Prism` is like those of the user, and `Lonely Wheel` is like a like.
    'a user': [90],
    likes: [90, 91],
    'a newcomer': [70, 71, 90, 91],
  };
  test.each(ways)('%s gets games as well known as wished', async (name, ask) => {
    const found = await leafThrough((page) => ask({ howKnown: 'obscure', page }));
    // Of the 133 users with a library, 0.2 % is less than one user.
    expect(found.map(({ gameId }) => Number(gameId)).toSorted()).toEqual(obscure[name]);
    expect(ids(await ask({ howKnown: 'popular' })).length).toBe(5);
  });

  test('games that nobody plays yet are found by content, for a user as for likes', async () => {
    // Of the games that nobody plays, only `Lonely Prism` is like `Lumenbox`.
    for (const answer of [
      await forUser('solver', { howKnown: 'obscure' }),
      await forLikes('Lumenbox', { howKnown: 'obscure' }),
    ]) {
      expect(answer.games[0]).toMatchObject({
        name: 'Lonely Prism',
        because: expect.arrayContaining([
          expect.objectContaining({ kind: 'played', name: 'Lumenbox' }),
          { kind: 'developer', developer: 'Prism Works' },
          { kind: 'tags', tags: ['Puzzle', 'Beams', 'Science'] },
        ]),
      });
      expect(answer.games[0]!.score).toBeGreaterThan(0);
    }
  });

  test.each(ways)('%s gets games for adults only if that is allowed', async (_, ask) => {
    const all = (adult: boolean) => leafThrough((page) => ask({ adult, page }));
    expect((await all(false)).map(({ gameId }) => gameId)).not.toContain(String(IDS.adult));
    expect((await all(true)).map(({ gameId }) => gameId)).toContain(String(IDS.adult));
  });

  test.each(ways)(
    '%s gets at most two games of a series in five, however narrow the wish',
    async (_, ask) => {
      // Only the series and `Lonely Prism` have this tag.
      for (const steering of [{}, { genre: 'Beams' }]) {
        const series = ids(await ask(steering)).filter((id) => LUMENBOX_SERIES.includes(id));
        expect(series.length).toBeLessThanOrEqual(2);
      }
    },
  );

  test.each(ways)('every score and share is a number, whatever the question: %s', async (_, ask) => {
    for (const steering of [
      {},
      { howKnown: 'obscure' },
      { genre: 'Racing' },
      { page: 3 },
    ] satisfies Steering[]) {
      for (const { score, because } of (await ask(steering)).games) {
        expect(score).toSatisfy(Number.isFinite);
        for (const reason of because) if ('share' in reason) expect(reason.share).toSatisfy(Number.isFinite);
      }
    }
  });
});

test('the same files give the same answers, to the last digit', async () => {
  const answers = async (of: DataSet) =>
    JSON.stringify(
      await Promise.all([
        ...['solver', 'racer_3', 'general_7', 'newcomer'].map((user) => recommendUser(of, { user })),
        ...['Lumenbox, Tessera', 'Lonely Prism, 40'].map((likes) => recommendUser(of, { likes })),
      ]),
    );
  const first = await answers(dataSet);
  const again = await loadSmallWorld(database);
  expect(again.id).not.toBe(dataSet.id);
  expect(await answers(again)).toBe(first);
  await closeDataSet(again);
});
