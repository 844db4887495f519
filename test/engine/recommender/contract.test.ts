import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/engine/catalogue/read-catalogue.ts';
import type { DataSet } from '../../../src/engine/data-set/data-set.ts';
import { closeDataSet } from '../../../src/engine/data-set/per-data-set.ts';
import type { LibraryGame } from '../../../src/engine/recommender/read-library.ts';
import { type Basis, recommendGame } from '../../../src/engine/recommender/recommend-game.ts';
import { recommendForLibrary, recommendUser } from '../../../src/engine/recommender/recommend-user.ts';
import type { Steering } from '../../../src/engine/recommender/steering.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { IDS, LUMENBOX_SERIES, loadSmallWorld, NO_GAMES } from './small-world.ts';

const FOLDER = new URL('../../../src/engine/recommender/', import.meta.url);
const RACES = [40, 41, 42, 43, 44, 45, 46, 91];

interface Answer {
  basis: Basis;
  games: readonly {
    rank: number;
    gameId: string;
    name: string;
    score: number;
    because: readonly { kind: string; gameId?: string; share?: number }[];
  }[];
}

/** A question to the recommender. */
interface Question {
  name: string;
  /** Games that are owned or asked about. None of them is recommended, and reasons name no others. */
  has: readonly number[];
  /** The expected basis of the answer. */
  basis: Basis;
  ask(dataSet: DataSet, steering: Steering): Promise<Answer>;
}

const user = (userId: string, has: readonly number[], basis: Basis): Question => ({
  name: `for the user ${userId}`,
  has,
  basis,
  ask: (dataSet, steering) => recommendUser(dataSet, { user: userId, ...steering }),
});
const likes = (typed: string, has: readonly number[], basis: Basis): Question => ({
  name: `for somebody who likes ${typed}`,
  has,
  basis,
  ask: (dataSet, steering) => recommendUser(dataSet, { likes: typed, ...steering }),
});
const library = (name: string, games: readonly LibraryGame[], basis: Basis): Question => ({
  name: `for ${name}`,
  has: games.map(({ gameId }) => gameId),
  basis,
  ask: (dataSet, steering) => recommendForLibrary(dataSet, games, steering),
});
const game = (gameId: number, basis: Basis): Question => ({
  name: `like the game ${gameId}`,
  has: [gameId],
  basis,
  ask: (dataSet, steering) => recommendGame(dataSet, { game: String(gameId), ...steering }),
});

/** Questions by the function that answers them, at least one for every function of the recommender. */
const QUESTIONS: Record<string, readonly Question[]> = {
  recommendUser: [
    user('solver', [IDS.lumenbox, IDS.tessera, IDS.glyphGarden], 'collaborative'),
    user('collector', [IDS.lumenbox, IDS.gravelKings], 'popularity'),
    user('newcomer', [], 'popularity'),
    likes('Lumenbox, Gravel Kings', [IDS.lumenbox, IDS.gravelKings], 'collaborative'),
    likes('Lonely Prism', [IDS.lonelyPrism], 'content'),
    likes('99', [IDS.reviewedOnly], 'popularity'),
  ],
  recommendForLibrary: [
    library('an empty library', [], 'popularity'),
    library('a library of unknown games', [{ gameId: 123_456, minutes: 99 }], 'popularity'),
    library(
      'races and an unknown game',
      [
        { gameId: 41, minutes: 600 },
        { gameId: 42, minutes: 0 },
        { gameId: 123_456, minutes: 99 },
      ],
      'collaborative',
    ),
    library('a game that the model lacks', [{ gameId: IDS.lonelyPrism, minutes: 99 }], 'content'),
  ],
  recommendGame: [
    game(IDS.gravelKings, 'collaborative'),
    game(IDS.lonelyPrism, 'content'),
    game(IDS.reviewedOnly, 'popularity'),
  ],
};

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

test('every recommending function of the recommender is asked here', async () => {
  const files = (await readdir(FOLDER)).filter((file) => file.startsWith('recommend-'));
  const modules = await Promise.all(files.map((file) => import(new URL(file, FOLDER).href)));
  const names = modules
    .flatMap((module) => Object.keys(module))
    .filter((name) => name.startsWith('recommend'));
  expect(names.toSorted()).toEqual(Object.keys(QUESTIONS).toSorted());
});

describe.each(Object.values(QUESTIONS).flat())('games $name', ({ has, basis, ask }) => {
  /** All games of all pages. */
  async function leafThrough(steering: Steering = {}): Promise<Answer['games'][number][]> {
    const all: Answer['games'][number][] = [];
    for (let page = 1; ; page++) {
      const { games } = await ask(dataSet, { ...steering, page });
      expect(games.length).toBeLessThanOrEqual(5);
      expect(games.map(({ rank }) => rank)).toEqual(games.map((_, place) => 5 * (page - 1) + place + 1));
      if (games.length === 0) return all;
      all.push(...games);
    }
  }
  const idsOf = (games: Answer['games']) => games.map(({ gameId }) => Number(gameId));

  test('have the expected basis, and are five, best first, with finite scores', async () => {
    const answer = await ask(dataSet, {});
    expect(answer.basis).toBe(basis);
    expect(answer.games).toHaveLength(5);
    const scores = answer.games.map(({ score }) => score);
    for (const score of scores) expect(score).toSatisfy(Number.isFinite);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test('are in the catalogue, each on one page alone, and neither owned nor asked about nor no game', async () => {
    const ids = idsOf(await leafThrough({ adult: true }));
    expect(ids.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
    const catalogue = await catalogueOf(dataSet);
    for (const id of ids) {
      expect(catalogue.classified(id)?.recommendable).toBe(true);
      expect([...has, ...NO_GAMES]).not.toContain(id);
    }
    const ownsLumenbox = has.includes(IDS.lumenbox);
    const editions = ids.filter((id) => id === IDS.lumenbox || id === IDS.lumenboxDeluxe);
    expect(editions.length).toBeLessThanOrEqual(ownsLumenbox ? 0 : 1);
  });

  test('are the same when asked for again', async () => {
    expect(await ask(dataSet, { page: 2 })).toEqual(await ask(dataSet, { page: 2 }));
    expect(await ask(dataSet, {})).toEqual(await ask(dataSet, { page: 1 }));
  });

  test('have the wished genre, and none to avoid', async () => {
    const races = idsOf(await leafThrough({ genre: 'Racing' }));
    expect(races.length).toBeGreaterThan(0);
    for (const id of races) expect(RACES).toContain(id);
    const others = idsOf(await leafThrough({ avoid: ['Racing'] }));
    expect(others.length).toBeGreaterThan(0);
    for (const id of others) expect(RACES).not.toContain(id);
  });

  test('are for adults only if that is allowed', async () => {
    expect(idsOf(await leafThrough())).not.toContain(IDS.adult);
    expect(idsOf(await leafThrough({ adult: false }))).not.toContain(IDS.adult);
    expect(idsOf(await leafThrough({ adult: true }))).toContain(IDS.adult);
  });

  test('are as well known as wished', async () => {
    // Of the 133 users with a library, 0.2 % is less than one user, so an obscure game has no owners.
    for (const id of idsOf(await leafThrough({ howKnown: 'obscure' })))
      expect([70, 71, 90, 91]).toContain(id);
    for (const id of idsOf(await leafThrough({ howKnown: 'popular' }))) {
      expect([70, 71, 90, 91]).not.toContain(id);
    }
  });

  test('have at most two of a series in five', async () => {
    for (const steering of [{}, { genre: 'Puzzle' }, { genre: 'Beams' }]) {
      const ids = idsOf((await ask(dataSet, steering)).games);
      expect(ids.filter((id) => LUMENBOX_SERIES.includes(id)).length).toBeLessThanOrEqual(2);
    }
  });

  test('have reasons that name only owned games or games asked about, with shares that add up to at most 1', async () => {
    for (const { because } of await leafThrough()) {
      expect(because.length).toBeGreaterThan(0);
      let sum = 0;
      for (const { kind, gameId, share } of because) {
        if (kind !== 'played') continue;
        expect(has).toContain(Number(gameId));
        expect(share).toBeGreaterThan(0);
        sum += share!;
      }
      // Each of up to five shares is rounded to six decimals.
      expect(sum).toBeLessThanOrEqual(1 + 5 * 0.5e-6);
    }
  });

  test('are refused for an unknown genre', async () => {
    await expect(ask(dataSet, { genre: 'Racng' })).rejects.toMatchObject({ code: 'unknown-label' });
  });
});
