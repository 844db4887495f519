import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hideUser, unhideUser } from '../../../../src/community/hidden-users.ts';
import { dataSetSchema } from '../../../../src/database/schema/data-set.ts';
import { findServedDataSet } from '../../../../src/database/served-data-set.ts';
import type { Stage } from '../../../../src/etl/build/reuse/code-version.ts';
import type { Reused } from '../../../../src/etl/publish/refresh-report.ts';
import { type RefreshSettings, refresh } from '../../../../src/etl/refresh/refresh.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import {
  game,
  library,
  lines,
  type RawFiles,
  review,
  reviewer,
  writeRawFiles,
} from '../../../support/raw-files.ts';

const DAY: RawFiles = {
  games: lines(
    ...Array.from({ length: 30 }, (_, place) =>
      game(10 * (place + 1), { tags: [place % 2 ? 'Puzzle' : 'Racing'], developer: `Studio ${place % 4}` }),
    ),
    game(900, { app_name: null }),
    '{"id": ',
  ),
  libraries: lines(
    ...Array.from({ length: 40 }, (_, user) =>
      library(
        `user${user}`,
        Object.fromEntries(
          Array.from({ length: 12 }, (_, place) => [
            10 * (((user * 7 + place * 3) % 30) + 1),
            60 + user * place,
          ]),
        ),
      ),
    ),
    library('owner', { 910: 5, 900: 7 }),
    { user_id: 'bad', items_count: 1, items: [{ item_id: 'x', item_name: 'x', playtime_forever: 1 }] },
  ),
  reviews: lines(
    reviewer(
      'user1',
      review(10, { review: 'I love it' }),
      review(20, { review: 'I hate it', recommend: false }),
    ),
    reviewer('user2', review(10, { review: 'I love it' }), review(930)),
    reviewer('guest', review(30), review(910)),
  ),
};
/** The files of the next day: the same except for the reviews. */
const NEXT_DAY: RawFiles = {
  ...DAY,
  reviews: lines(
    reviewer(
      'user1',
      review(10, { review: 'I love it' }),
      review(20, { review: 'Terrible', recommend: false }),
    ),
    reviewer('user3', review(930)),
    reviewer('another guest', review(30)),
  ),
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.remove());

const cleanups: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(cleanups.map((cleanup) => cleanup())));

async function settingsFor(files: RawFiles, more: Partial<RefreshSettings> = {}): Promise<RefreshSettings> {
  const raw = await writeRawFiles(files);
  cleanups.push(raw.remove);
  return { ...raw.settings, maxRejectedShare: 0.5, publishAnyway: true, ...more };
}

/** All rows of every table of a data set, as text and in order, with its summary and tallies. */
async function contents(id: number): Promise<Record<string, string[]>> {
  const schema = dataSetSchema(id);
  const tables = await database.direct<{ tablename: string }[]>`
    select tablename from pg_tables where schemaname = ${schema}`;
  expect(tables.length).toBeGreaterThan(10);
  const all: Record<string, string[]> = {};
  for (const { tablename } of tables) {
    const rows = await database.direct.unsafe<{ row: string }[]>(
      `select t::text as row from ${schema}.${tablename} t order by t::text collate "C"`,
    );
    all[tablename] = rows.map(({ row }) => row);
  }
  const [row] = await database.direct<{ summary: object; origin: { tallies: object } }[]>`
    select summary, origin from steamscope.data_sets where id = ${id}`;
  return { ...all, summary: [JSON.stringify(row!.summary)], tallies: [JSON.stringify(row!.origin.tallies)] };
}

async function indexes(id: number): Promise<string[]> {
  const schema = dataSetSchema(id);
  const rows = await database.direct<{ indexdef: string }[]>`
    select replace(indexdef, ${`${schema}.`}, '') as indexdef from pg_indexes where schemaname = ${schema}`;
  return rows.map(({ indexdef }) => indexdef).sort();
}

describe('a second refresh', () => {
  test('loads nothing if sources, settings and program are those of the served data set, unless it is asked to', async () => {
    const settings = await settingsFor(DAY);
    const first = await refresh(database.direct, settings);
    expect(first).toMatchObject({ outcome: 'published', reused: [] });

    const again = await refresh(database.direct, settings);
    expect(again).toMatchObject({
      outcome: 'unchanged',
      dataSet: first.dataSet,
      games: first.games,
      phases: {},
    });
    expect(await findServedDataSet(database.answers)).toMatchObject({ id: first.dataSet });
    // The same files in another folder.
    expect(await refresh(database.direct, await settingsFor(DAY))).toMatchObject({ outcome: 'unchanged' });

    const reloaded = await refresh(database.direct, { ...settings, reload: true });
    expect(reloaded).toMatchObject({ outcome: 'published', reused: [] });
    expect(reloaded.dataSet).toBeGreaterThan(first.dataSet);
    expect(await contents(reloaded.dataSet)).toEqual(await contents(first.dataSet));
  });

  test('loads everything if the settings differ', async () => {
    const settings = await settingsFor({
      ...DAY,
      reviews: lines(reviewer('user1', review(10, { posted: 'Posted July 10.' }))),
    });
    await refresh(database.direct, settings);
    const other = await refresh(database.direct, { ...settings, undatedReviewYear: 2014 });
    expect(other).toMatchObject({ outcome: 'published', reused: [] });
    expect(await database.direct.unsafe(`select year from ${dataSetSchema(other.dataSet)}.reviews`)).toEqual([
      { year: 2014 },
    ]);
  });

  test('loads everything if another version of the program made the served data set', async () => {
    const settings = await settingsFor(DAY);
    const { dataSet } = await refresh(database.direct, settings);
    await database.direct`
      update steamscope.data_sets set origin = jsonb_set(origin, '{code}', '"of another version"') where id = ${dataSet}`;
    expect(await refresh(database.direct, settings)).toMatchObject({ outcome: 'published', reused: [] });
  });
});

/** Marks a data set as made by a program with other code in these stages. */
async function asOfOtherCode(id: number, ...stages: Stage[]): Promise<void> {
  for (const stage of [...stages, 'whole']) {
    await database.direct`
      update steamscope.data_sets set origin = jsonb_set(origin, ${['code', stage]}::text[], '"of another version"')
      where id = ${id}`;
  }
}

describe('after a change of one part of the program, only its results are made anew:', () => {
  test.each<[what: string, stages: Stage[], reused: Reused[]]>([
    ['code outside the reusable parts', [], ['libraries', 'judgements', 'models']],
    ['the fit', ['models'], ['libraries', 'judgements']],
    ['the rollups', ['rollups'], ['libraries', 'judgements', 'models']],
    ['the judging of texts', ['judgements'], ['libraries', 'models']],
    // The models depend on the same games and libraries, which were read again.
    ['the reading of libraries', ['libraries'], ['judgements', 'models']],
    ['all of the parts', ['libraries', 'rollups', 'judgements', 'models'], []],
  ])('%s', async (_, stages, reused) => {
    const settings = await settingsFor(DAY);
    const before = await refresh(database.direct, { ...settings, reload: true });
    await asOfOtherCode(before.dataSet, ...stages);
    const after = await refresh(database.direct, settings);
    expect(after).toMatchObject({ outcome: 'published', reused });
    expect(await contents(after.dataSet)).toEqual(await contents(before.dataSet));
    expect(await refresh(database.direct, settings)).toMatchObject({ outcome: 'unchanged' });
  });
});

describe('after a change of the reviews alone', () => {
  test('the reused parts are the same as if they had been loaded anew', async () => {
    await refresh(database.direct, await settingsFor(DAY, { reload: true }));
    const settings = await settingsFor(NEXT_DAY);
    const quick = await refresh(database.direct, settings);
    expect(quick.outcome).toBe('published');
    expect(quick.reused).toEqual(['libraries', 'judgements', 'models']);
    expect(Object.keys(quick.phases)).not.toContain('games');

    const whole = await refresh(database.direct, { ...settings, reload: true });
    expect(whole.reused).toEqual([]);
    expect(await contents(quick.dataSet)).toEqual(await contents(whole.dataSet));
    expect(await indexes(quick.dataSet)).toEqual(await indexes(whole.dataSet));
    expect(quick).toMatchObject({ sources: whole.sources, rejected: whole.rejected, reviews: whole.reviews });
  });

  test('new, removed and changed records are counted', async () => {
    await refresh(database.direct, await settingsFor(DAY, { reload: true }));
    const { differences } = await refresh(database.direct, await settingsFor(NEXT_DAY));
    expect(differences).toEqual({
      games: { new: 0, gone: 0, changed: 0 },
      users: { new: 1, gone: 1, changed: 0 },
      libraryRows: { new: 0, gone: 0, changed: 0 },
      // By user and game: of user1 one review stays and one has changed; the two of user2 and the two of guest are gone.
      reviews: { new: 2, gone: 4, changed: 1 },
    });
  });
});

test('reviews are not judged again after a change of the libraries', async () => {
  await refresh(database.direct, await settingsFor(DAY, { reload: true }));
  const settings = await settingsFor({
    ...DAY,
    libraries: DAY.libraries + lines(library('new', { 10: 1, 20: 2 })),
  });
  const quick = await refresh(database.direct, settings);
  expect(quick.reused).toEqual(['judgements']);
  expect(quick.differences).toMatchObject({
    users: { new: 1, gone: 0, changed: 0 },
    libraryRows: { new: 2, gone: 0, changed: 0 },
  });
  const whole = await refresh(database.direct, { ...settings, reload: true });
  expect(await contents(quick.dataSet)).toEqual(await contents(whole.dataSet));
});

test('a game that only reviews mention is classified, and changes no model', async () => {
  await refresh(database.direct, await settingsFor(DAY, { reload: true }));
  const settings = await settingsFor({ ...NEXT_DAY, reviews: lines(reviewer('user3', review(940))) });
  const quick = await refresh(database.direct, settings);
  expect(quick.reused).toEqual(['libraries', 'judgements', 'models']);
  const whole = await refresh(database.direct, { ...settings, reload: true });
  expect(await contents(quick.dataSet)).toEqual(await contents(whole.dataSet));
});

test('another user takes the place of a hidden one among the first users of a genre', async () => {
  const { dataSet } = await refresh(database.direct, await settingsFor(DAY, { reload: true }));
  const [first] = await database.direct<{ user_id: string }[]>`
    select user_id from ${database.direct(`${dataSetSchema(dataSet)}.genre_users`)} where rank = 1`;
  await hideUser(database.answers, first!.user_id);
  try {
    const settings = await settingsFor(NEXT_DAY);
    const quick = await refresh(database.direct, settings);
    expect(quick.reused).toContain('libraries');
    const named = await database.direct`
      select from ${database.direct(`${dataSetSchema(quick.dataSet)}.genre_users`)}
      where user_id <> ${first!.user_id}`;
    expect(named).toHaveLength(10);
    const whole = await refresh(database.direct, { ...settings, reload: true });
    expect(await contents(quick.dataSet)).toEqual(await contents(whole.dataSet));
  } finally {
    await unhideUser(database.answers, first!.user_id);
  }
});

test('the classification of games is compared by id', async () => {
  await refresh(database.direct, await settingsFor({ ...DAY, games: lines(game(10), game(20), game(30)) }));
  const { differences } = await refresh(
    database.direct,
    await settingsFor({ ...DAY, games: lines(game(10), game(20, { price: 4.99 }), game(40), game(50)) }),
  );
  expect(differences!.games).toEqual({ new: 2, gone: 1, changed: 1 });
});
