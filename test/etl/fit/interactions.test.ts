import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataSetSchema } from '../../../src/database/schema/data-set.ts';
import { DataSets } from '../../../src/engine/data-set/data-sets.ts';
import { readDescribedGames } from '../../../src/etl/classify/described-game.ts';
import {
  type GameFeatures,
  gameFeatures,
  type Libraries,
  readLibraries,
} from '../../../src/etl/fit/interactions.ts';
import { refresh } from '../../../src/etl/refresh/refresh.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { game, library, lines, reviewer, writeRawFiles } from '../../support/raw-files.ts';

let database: TestDatabase;
let libraries: Libraries;
let features: Map<number, GameFeatures>;

beforeAll(async () => {
  database = await createTestDatabase();
  const files = await writeRawFiles({
    games: lines(
      game(10, { developer: 'Alpha,beta', publisher: 'One, Inc.,two', tags: ['Indie'], specs: ['Co-op'] }),
      game(20),
    ),
    libraries: lines(
      library('ann', { 20: 30, 10: 0 }),
      library('partial', { 10: 5 }, 2),
      library('nothing', {}),
      library('bob', { 30: 7 }),
    ),
    reviews: lines(reviewer('cat')),
  });
  try {
    await refresh(database.direct, { ...files.settings, maxRejectedShare: 1 });
  } finally {
    await files.remove();
  }
  const { id } = await new DataSets(database.answers).current();
  await database.direct.begin(async (sql) => {
    await sql`set local search_path to ${sql(dataSetSchema(id))}`;
    libraries = await readLibraries(sql);
    features = gameFeatures(await readDescribedGames(sql));
  });
});
afterAll(() => database.remove());

test('complete libraries are read, partial and empty ones are not', () => {
  expect(libraries).toEqual({
    userIds: ['ann', 'bob'],
    offsets: Uint32Array.of(0, 2, 3),
    games: Int32Array.of(10, 20, 30),
    minutes: Int32Array.of(0, 30, 7),
  });
});

test('every game has its features, also a game that only a library knows', () => {
  expect([...features.keys()]).toEqual([10, 20, 30]);
  expect(features.get(10)).toEqual({
    tags: ['tags:Indie', 'genres:Action', 'specs:Co-op'],
    developers: ['Alpha', 'beta'],
    publishers: ['One, Inc.', 'two'],
    titleWords: ['game', '10'],
  });
  expect(features.get(30)).toEqual({ tags: [], developers: [], publishers: [], titleWords: ['game', '30'] });
});
