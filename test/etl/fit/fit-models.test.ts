import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpackRow } from '../../../src/database/packed-weights.ts';
import { dataSetSchema } from '../../../src/database/schema/data-set.ts';
import { DataSets } from '../../../src/engine/data-set/data-sets.ts';
import { closeDataSet } from '../../../src/engine/data-set/per-data-set.ts';
import { recommendGame } from '../../../src/engine/recommender/recommend-game.ts';
import { recommendUser } from '../../../src/engine/recommender/recommend-user.ts';
import { refresh } from '../../../src/etl/refresh/refresh.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  game,
  library,
  lines,
  type RawFiles,
  review,
  reviewer,
  writeRawFiles,
} from '../../support/raw-files.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.remove());

const ROCKS = { tags: ['Puzzle', 'Rocks'], developer: 'Alpha Works' };
const FILES: RawFiles = {
  games: lines(
    game(10, { app_name: 'Pebble', ...ROCKS }),
    game(20, { app_name: 'Pebble 2', ...ROCKS }),
    game(30, { app_name: 'Pebble Soundtrack', ...ROCKS }),
    game(40, { app_name: 'Unowned', ...ROCKS }),
    game(50, { app_name: 'Red Lights', tags: ['Puzzle', 'Nudity'] }),
  ),
  // The library of `ann` is partial; game 60 has no record.
  libraries: lines(
    library('ann', { 10: 60, 50: 9 }, 8),
    library('bob', { 10: 30, 20: 10 }),
    library('cyd', { 10: 0, 20: 5, 60: 7 }),
  ),
  reviews: lines(reviewer('ann', review(10))),
};

async function load(files: Partial<RawFiles> = {}) {
  const raw = await writeRawFiles({ ...FILES, ...files });
  try {
    return await refresh(database.direct, raw.settings);
  } finally {
    await raw.remove();
  }
}

describe('after a refresh', () => {
  let schema: string;
  beforeAll(async () => {
    schema = dataSetSchema((await load()).dataSet);
  });
  const rows = async (query: string) => [
    ...(await database.direct.unsafe(query.replaceAll('data.', `${schema}.`))),
  ];

  test('every game is classified, with or without a record', async () => {
    expect(
      await rows('select game_id, kind, adult, edition from data.game_classes order by game_id'),
    ).toEqual([
      { game_id: 10, kind: 'game', adult: false, edition: 'pebble' },
      { game_id: 20, kind: 'game', adult: false, edition: 'pebble 2' },
      { game_id: 30, kind: 'soundtrack', adult: false, edition: 'pebble soundtrack' },
      { game_id: 40, kind: 'game', adult: false, edition: 'unowned' },
      { game_id: 50, kind: 'game', adult: true, edition: 'red lights' },
      { game_id: 60, kind: 'game', adult: false, edition: 'game 60' },
    ]);
    const [pebble, second] = await rows(
      'select series from data.game_classes where game_id in (10, 20) order by game_id',
    );
    expect(pebble!.series.length).toBeGreaterThan(0);
    expect(second!.series).toEqual(expect.arrayContaining(pebble!.series));
  });

  test('each tag has its number of records', async () => {
    expect(await rows('select * from data.tags order by tag')).toEqual([
      { tag: 'Nudity', games: 1 },
      { tag: 'Puzzle', games: 5 },
      { tag: 'Rocks', games: 4 },
    ]);
  });

  test('the model of libraries covers the games of complete libraries, and no others', async () => {
    const model = await rows('select * from data.user_model order by "column"');
    expect(model.map(({ game_id, owners, players }) => [game_id, owners, players]).toSorted()).toEqual([
      [10, 2, 1],
      [20, 2, 2],
      [60, 1, 1],
    ]);
    expect(model.map(({ column }) => column)).toEqual([0, 1, 2]);
    for (const row of model) {
      for (const part of ['links', 'played', 'owned'] as const) {
        const { columns, weights } = unpackRow(row[part]);
        // No game is linked to itself.
        expect([...columns]).not.toContain(row.column);
        expect([...columns]).toEqual([...columns].toSorted((a, b) => a - b));
        for (const weight of weights) expect(weight).toSatisfy(Number.isFinite);
      }
    }
  });

  test('owned games are compared, with their players in common', async () => {
    const similar = await rows('select * from data.similar_games order by game_id');
    expect(similar.map(({ game_id, owners }) => [game_id, owners])).toEqual([
      [10, 2],
      [20, 2],
      [60, 1],
    ]);
    const ofSecond = similar[1]!;
    const inCommon = new Map(ofSecond.game_ids.map((id: number, at: number) => [id, ofSecond.players[at]]));
    // `bob` plays both games; `cyd` has never started 10.
    expect(inCommon.get(10)).toBe(1);
    expect(inCommon.get(60)).toBe(1);
    for (const row of similar) {
      for (const array of [row.scores, row.likeness, row.players])
        expect(array).toHaveLength(row.game_ids.length);
      expect(row.scores).toEqual(row.scores.toSorted((a: number, b: number) => b - a));
    }
  });

  test('every game with a record or an owner has its content, by which games of the same tags are alike', async () => {
    const stored = await rows('select * from data.game_content order by game_id');
    expect(stored.map(({ game_id }) => game_id)).toEqual([10, 20, 30, 40, 50, 60]);
    const contents = new Map(stored.map(({ game_id, content }) => [game_id, unpackRow(content)]));
    const likeness = (a: number, b: number) => {
      const [one, other] = [contents.get(a)!, contents.get(b)!];
      const weights = new Map(Array.from(other.columns, (column, at) => [column, other.weights[at]!]));
      return one.columns.reduce((sum, column, at) => sum + one.weights[at]! * (weights.get(column) ?? 0), 0);
    };
    // Unowned has the tags and the developer of Pebble, and Pebble 2 a word of its title, too.
    expect(likeness(10, 40)).toBeCloseTo(0.75 + 0.15, 5);
    expect(likeness(10, 20)).toBeCloseTo(0.75 + 0.15 + 0.15, 5);
    expect(likeness(10, 50)).toBeLessThan(0.2);
  });
});

describe('a nearly empty data set can be refreshed and answers', () => {
  const partial = library('ann', { 10: 60, 20: 5 }, 9);
  test.each<[string, Partial<RawFiles>, string]>([
    ['no complete library', { libraries: lines(partial) }, 'content'],
    ['one user', { libraries: lines(library('ann', { 10: 60, 20: 5 })) }, ''],
    ['nothing ever played', { libraries: lines(library('ann', { 10: 0, 20: 0 })) }, 'popularity'],
    ['one game', { games: lines(game(10)), libraries: lines(library('ann', { 10: 60 })) }, 'popularity'],
    [
      'records without content',
      { games: lines({ id: '10', app_name: 'A' }, { id: '20', app_name: 'B' }), libraries: lines(partial) },
      'popularity',
    ],
    [
      'no game that may be shown',
      {
        games: lines(game(10, { app_name: 'A Soundtrack' })),
        libraries: lines(library('ann', { 10: 5 })),
        reviews: lines(reviewer('ann', review(10))),
      },
      'popularity',
    ],
  ])('%s', async (_, files, basis) => {
    await load(files);
    const dataSet = await new DataSets(database.answers).current();
    const answers = [
      await recommendGame(dataSet, { game: '10' }),
      await recommendUser(dataSet, { user: 'ann' }),
      await recommendUser(dataSet, { likes: '10' }),
      await recommendUser(dataSet, { user: 'ann', page: 2 }),
      await recommendUser(dataSet, { likes: '10', howKnown: 'popular' }),
    ];
    for (const { games } of answers) {
      for (const { gameId, score } of games) {
        expect(gameId).not.toBe('10');
        expect(score).toSatisfy(Number.isFinite);
      }
    }
    if (basis !== '') expect(answers[1]!.basis).toBe(basis);
    await closeDataSet(dataSet);
  });
});
