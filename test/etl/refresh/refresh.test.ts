import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dataSetSchema } from '../../../src/database/schema/data-set.ts';
import { findServedDataSet } from '../../../src/database/served-data-set.ts';
import { findWaitingDataSet } from '../../../src/database/waiting-data-set.ts';
import { concernText } from '../../../src/etl/publish/gate.ts';
import { decideOnWaiting } from '../../../src/etl/publish/publish.ts';
import { refresh } from '../../../src/etl/refresh/refresh.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { FileServer } from '../../support/file-server.ts';
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

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const GOOD: RawFiles = {
  games: lines(game(10), game(20)),
  libraries: lines(library('ann', { 10: 60, 20: 0 }), library('bob', { 10: 30 })),
  reviews: lines(reviewer('ann', review(10))),
};

async function load(
  files: Partial<RawFiles>,
  settings: { maxRejectedShare?: number; publishAnyway?: boolean } = {},
) {
  const raw = await writeRawFiles({ ...GOOD, ...files });
  cleanups.push(raw.remove);
  // The data sets of these tests differ too much for the gate.
  return refresh(database.direct, { ...raw.settings, publishAnyway: true, ...settings });
}

/** Rows of the served data set. */
async function served(query: (schema: string) => string): Promise<Record<string, unknown>[]> {
  const { id } = (await findServedDataSet(database.answers))!;
  return [...(await database.direct.unsafe(query(dataSetSchema(id))))];
}

describe('games', () => {
  test('a missing id comes from the address; a record without either is rejected; a second one of the same id is dropped', async () => {
    const report = await load(
      {
        games: lines(
          game(10),
          { app_name: 'From address', url: 'http://store.steampowered.com/app/20/From_address/' },
          { app_name: 'Nameless', url: 'http://store.steampowered.com/' },
          game(10, { app_name: 'Second' }),
        ),
      },
      { maxRejectedShare: 0.5 },
    );
    expect(report.games).toBe(2);
    expect(report.rejected).toEqual({ 'missing-id': 1 });
    expect(report.sources.games.rules).toMatchObject({ 'id-from-url': 1, 'duplicate-games-dropped': 1 });
    expect(await served((s) => `select id, name from ${s}.games order by id`)).toEqual([
      { id: 10, name: 'Game 10' },
      { id: 20, name: 'From address' },
    ]);
    expect(await served((s) => `select source, line, "column", path, reason from ${s}.rejects`)).toEqual([
      { source: 'games', line: 3, column: null, path: 'id', reason: 'missing-id' },
    ]);
  });

  test('lines of nothing but NaN are counted, but not rejected', async () => {
    const blank = '{"id": NaN, "app_name": NaN, "price": NaN}\n';
    const report = await load({ games: blank.repeat(50) + lines(game(10)) });
    expect(report.sources.games).toMatchObject({ lines: 51, blankLines: 50, rejectedLines: 0 });
    expect(report.games).toBe(1);
  });

  test('a game without a record takes its most frequent name in libraries, or else its number', async () => {
    const row = (id: string, name: string) => ({ item_id: id, item_name: name, playtime_forever: 1 });
    const owner = (user: string, ...items: object[]) => ({ user_id: user, items_count: items.length, items });
    await load({
      libraries: lines(
        owner('ann', row('70', 'Rock &amp; Roll'), row('10', 'Other')),
        owner('bob', row('70', 'Rock & Roll')),
        owner('cyd', row('70', 'Rock and Roll')),
      ),
      reviews: lines(reviewer('ann', review(80))),
    });
    expect(
      await served((s) => `select id, name, recorded from ${s}.games where id in (10, 70, 80) order by id`),
    ).toEqual([
      { id: 10, name: 'Game 10', recorded: true },
      { id: 70, name: 'Rock & Roll', recorded: false },
      { id: 80, name: 'App 80', recorded: false },
    ]);
  });

  test('a recorded game without any name takes the libraries’ name too', async () => {
    await load({ games: lines(game(10, { app_name: null }), game(20)) });
    expect(await served((s) => `select name, recorded from ${s}.games where id = 10`)).toEqual([
      { name: 'Game 10', recorded: true },
    ]);
  });
});

describe('libraries', () => {
  test('of repeated pairs the last one counts, within a line and over lines; other rows of a repeated user stay', async () => {
    const twice = {
      user_id: 'bob',
      items_count: 2,
      items: [10, 10].map((id, i) => ({ item_id: String(id), item_name: 'x', playtime_forever: i + 1 })),
    };
    const report = await load({
      libraries: lines(
        library('ann', { 10: 60, 20: 5 }),
        twice,
        library('ann', { 10: 70 }, 1),
        library('ann', { 30: 9 }, 7),
      ),
    });
    expect(
      await served(
        (s) =>
          `select user_id, game_id, minutes from ${s}.library join ${s}.users on key = user_key order by 1, 2`,
      ),
    ).toEqual([
      { user_id: 'ann', game_id: 10, minutes: 70 },
      { user_id: 'ann', game_id: 20, minutes: 5 },
      { user_id: 'ann', game_id: 30, minutes: 9 },
      { user_id: 'bob', game_id: 10, minutes: 2 },
    ]);
    expect(report.libraryRows).toBe(4);
    expect(report.sources.libraries.rules).toMatchObject({
      'repeated-user-lines': 2,
      'duplicate-library-rows-dropped': 2,
    });
  });

  test('a bad row is rejected alone', async () => {
    const items = [
      { item_id: '10', item_name: 'a', playtime_forever: 5 },
      { item_id: '20', item_name: 'b', playtime_forever: -1 },
      { item_id: 'x', item_name: 'c', playtime_forever: 1 },
    ];
    const report = await load(
      { libraries: lines({ user_id: 'ann', items_count: 3, items }) },
      { maxRejectedShare: 0.9 },
    );
    expect(report.libraryRows).toBe(1);
    expect(await served((s) => `select line, path, reason from ${s}.rejects order by path`)).toEqual([
      { line: 1, path: 'items[1].playtime_forever', reason: 'invalid-playtime_forever' },
      { line: 1, path: 'items[2].item_id', reason: 'invalid-item_id' },
    ]);
  });
});

describe('reviews', () => {
  test('an exact duplicate counts once; a review that differs in a count is another one', async () => {
    const report = await load({
      reviews: lines(
        reviewer('ann', review(10), review(10)),
        reviewer('ann', review(10), review(10, { funny: '3 people found this review funny' })),
      ),
    });
    expect(report.reviews).toBe(2);
    expect(report.sources.reviews.rules).toMatchObject({
      'duplicate-reviews-dropped': 2,
      'repeated-user-lines': 1,
    });
  });

  test('a review is judged, dated and scored, and its text is not kept', async () => {
    const text = 'zebra9f3: horrible, awful, the worst';
    await load({
      reviews: lines(
        reviewer(
          'ann',
          review(10, {
            posted: 'Posted July 10.',
            recommend: false,
            review: text,
            helpful: '1,200 of 1,300 people (92%) found this review helpful',
          }),
        ),
      ),
    });
    const [row] = await served((s) => `select * from ${s}.reviews`);
    expect(row).toMatchObject({
      year: 2016,
      year_inferred: true,
      sentiment: 0,
      score: 1,
      recommend: false,
      words: 5,
      helpful: 1200,
      rated: 1300,
    });
    expect(JSON.stringify(row)).not.toContain('zebra9f3');
  });
});

describe('an unusable file', () => {
  test.each<[string, Partial<RawFiles>, string, RegExp]>([
    [
      'libraries given as reviews',
      { reviews: GOOD.libraries },
      'wrong-source',
      /reviews file holds libraries/,
    ],
    ['reviews given as games', { games: GOOD.reviews }, 'wrong-source', /games file holds reviews/],
    ['an empty file', { games: Buffer.alloc(0) }, 'source-empty', /games file is empty/],
    ['a file of blanks', { games: '{"id": NaN}\n' }, 'source-empty', /no records/],
    [
      'a cut gz',
      { libraries: gzipSync('x'.repeat(5000)).subarray(0, 30) },
      'source-unreadable',
      /libraries file is incomplete/,
    ],
    [
      'a zip',
      { reviews: Buffer.from('PK\x03\x04 and more') },
      'source-unreadable',
      /reviews file is a zip archive/,
    ],
    [
      'a table',
      { games: Buffer.from('id,app_name,price\n1,Zephyr,5\n') },
      'source-empty',
      /games file is a table with commas \(CSV\); write it as JSON lines/,
    ],
    [
      'a cut plain file',
      { reviews: Buffer.from(lines(reviewer('ann', review(10)), reviewer('bob', review(10))).slice(0, -30)) },
      'source-unreadable',
      /reviews file is incomplete/,
    ],
    [
      'latin-1',
      { games: Buffer.from(lines(game(1, { app_name: 'Pokémon' })), 'latin1') },
      'source-unreadable',
      /games file is not UTF-8: 1 line has .* \(first in line 1, column 26\); save it as UTF-8/,
    ],
    [
      'bundles given as games',
      { games: lines({ bundle_id: '1', items: [{ item_id: '10' }] }) },
      'wrong-source',
      /games file holds bundles, .* none of the three files/,
    ],
    [
      'records of another kind',
      { reviews: lines({ user_id: 'ann', city: 'Lima' }, { user_id: 'bob', city: 'Oslo' }) },
      'source-empty',
      /most often because of missing-reviews \(2 times; line 1: missing-reviews, line 2/,
    ],
  ])('%s: the refresh fails, says why, and the old data set stays', async (_, files, failure, message) => {
    const before = await load({});
    const error = await load(files).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failure, message: expect.stringMatching(message) });
    expect((error as Error).message).toMatch(new RegExp(`: /.*/${Object.keys(files)[0]}$`));
    expect((await findServedDataSet(database.answers))?.id).toBe(before.dataSet);
    expect(await served((s) => `select count(*)::int as n from ${s}.games`)).toEqual([{ n: 2 }]);
    const [log] = await database.direct`select outcome from steamscope.refreshes order by id desc limit 1`;
    expect(log).toEqual({ outcome: 'failed' });
  });

  test('is no longer one in which the records are a list, an object by row, or UTF-16', async () => {
    const report = await load({
      games: JSON.stringify([game(10), game(20)], null, 2),
      libraries: JSON.stringify({ 0: library('ann', { 10: 60 }), 1: library('bob', { 10: 30, 20: 1 }) }),
      reviews: Buffer.from(`\ufeff${lines(reviewer('ann', review(10)))}`, 'utf16le'),
    });
    expect(report).toMatchObject({ games: 2, users: 2, libraryRows: 3, reviews: 1, rejected: {} });
  });

  test('at an address is named by the address, without its secrets', async () => {
    const server = new FileServer();
    await server.start();
    server.files.set('/data/games.zip', { body: Buffer.from('PK\x03\x04 and more') });
    const raw = await writeRawFiles(GOOD);
    cleanups.push(raw.remove, () => server.stop());
    const sources = {
      ...raw.settings.sources,
      games: `http://me:hunter2@${server.host}/data/games.zip?key=hunter3`,
    };
    await expect(refresh(database.direct, { ...raw.settings, sources })).rejects.toMatchObject({
      failure: 'source-unreadable',
      message: `The games file is a zip archive; unpack it, and give the path of the file within: http://${server.host}/data/games.zip`,
    });
  });

  test('that does not exist is named', async () => {
    const raw = await writeRawFiles(GOOD);
    cleanups.push(raw.remove);
    const sources = { ...raw.settings.sources, reviews: '/nowhere/reviews.gz' };
    await expect(refresh(database.direct, { ...raw.settings, sources })).rejects.toMatchObject({
      failure: 'source-missing',
      message: expect.stringContaining('/nowhere/reviews.gz'),
    });
  });

  test('is accepted with unreadable lines up to the allowed share, and only these are left out', async () => {
    const games = lines(...Array.from({ length: 99 }, (_, i) => game(i + 1)), '{"id": ');
    const report = await load({ games });
    expect(report.games).toBe(99);
    expect(report.sources.games.rejectedLines).toBe(1);
  });
});

test('two refreshes never run at once', async () => {
  const raw = await writeRawFiles(GOOD);
  cleanups.push(raw.remove);
  const second: Promise<unknown>[] = [];
  await refresh(
    database.direct,
    { ...raw.settings, publishAnyway: true },
    {
      onPhase(phase) {
        if (phase === 'libraries')
          second.push(
            refresh(database.direct, { ...raw.settings, publishAnyway: true }).catch((error) => error),
          );
      },
    },
  );
  expect(await Promise.all(second)).toMatchObject([{ failure: 'already-running' }]);
});

test('characters that Postgres cannot store are removed from a text', async () => {
  await load({
    games: lines(game(10, { app_name: 'nul\0 and \ud800 half', tags: ['tab\t', 'back\\slash', '"quoted"'] })),
    libraries:
      "{'user_id': 'nul\\x00id', 'items_count': 0, 'items': []}\n" +
      lines(...Array.from({ length: 120 }, (_, i) => library(`u${i}`, { 10: 1 }))),
  });
  expect(await served((s) => `select name, tags from ${s}.games where id = 10`)).toEqual([
    { name: 'nul and � half', tags: ['tab', 'back\\slash', '"quoted"'] },
  ]);
  expect(await served((s) => `select reason from ${s}.rejects`)).toEqual([{ reason: 'invalid-user_id' }]);
});

test('a data set replaced over a minute ago, which no answer reads any more, is dropped', async () => {
  await load({ games: lines(game(1)) });
  const { dataSet: before } = await load({ games: lines(game(2)) });
  await database.direct`
    update steamscope.data_sets set replaced_at = now() - interval '61 s' where replaced_at is not null`;
  const { dataSet } = await load({ games: lines(game(3)) });
  expect(await schemas()).toEqual([dataSetSchema(before), dataSetSchema(dataSet)].sort());
});

describe('a new data set that looks poorer', () => {
  const games = (count: number) => lines(...Array.from({ length: count }, (_, place) => game(1000 + place)));

  test('because it has lost records is not published: it waits, and the old one answers', async () => {
    const { dataSet } = await load({ games: games(100) });
    const poorer = await load({ games: games(89) }, { publishAnyway: false });
    expect(poorer).toMatchObject({
      outcome: 'waiting',
      games: 89,
      concerns: [{ kind: 'lost', what: 'games', before: 100, after: 89 }],
    });
    expect(concernText(poorer.concerns[0]!)).toBe('It has 89 games instead of 100.');
    expect(await findServedDataSet(database.answers)).toMatchObject({ id: dataSet, summary: { games: 100 } });
    expect(await findWaitingDataSet(database.answers)).toMatchObject({
      id: poorer.dataSet,
      concerns: poorer.concerns,
    });
  });

  test('because lines were rejected waits, and names these lines', async () => {
    await load({});
    const poorer = await load(
      { games: lines(...Array.from({ length: 98 }, (_, i) => game(i + 1)), '{"id": ', '{"id": }') },
      { publishAnyway: false },
    );
    expect(poorer.concerns).toMatchObject([{ kind: 'rejected', source: 'games', share: 0.02, most: 0.01 }]);
    expect(concernText(poorer.concerns[0]!)).toMatch(
      /2\.0 % of the games file.*line 99 column \d+.*line 100 column \d+/,
    );
  });

  test('is published if it has lost less than that, or on request', async () => {
    await load({ games: games(100) });
    expect(await load({ games: games(91) }, { publishAnyway: false })).toMatchObject({
      outcome: 'published',
    });
    expect(await load({ games: games(50) }, { publishAnyway: true })).toMatchObject({ outcome: 'published' });
  });

  test('is published without being built again by a refresh that allows more', async () => {
    await load({});
    const broken = { games: lines(...Array.from({ length: 9 }, (_, i) => game(i + 1)), '{"id": ') };
    const raw = await writeRawFiles({ ...GOOD, ...broken });
    cleanups.push(raw.remove);
    const waiting = await refresh(database.direct, raw.settings);
    expect(waiting.outcome).toBe('waiting');
    // With the same sources and settings it goes on waiting.
    expect(await refresh(database.direct, raw.settings)).toMatchObject({
      outcome: 'waiting',
      dataSet: waiting.dataSet,
    });
    expect(await refresh(database.direct, { ...raw.settings, maxRejectedShare: 0.1 })).toMatchObject({
      outcome: 'published',
      dataSet: waiting.dataSet,
      concerns: [],
    });
    expect(await findServedDataSet(database.answers)).toMatchObject({ id: waiting.dataSet });
    expect(await findWaitingDataSet(database.answers)).toBeNull();
  });

  test('is published or dropped by a decision, once', async () => {
    const before = await load({ games: games(100) });
    const first = await load({ games: games(80) }, { publishAnyway: false });
    expect(await decideOnWaiting(database.direct, before.dataSet, 'publish')).toBe(false);
    expect(await decideOnWaiting(database.direct, first.dataSet, 'drop')).toBe(true);
    expect(await decideOnWaiting(database.direct, first.dataSet, 'publish')).toBe(false);
    expect(await findServedDataSet(database.answers)).toMatchObject({ id: before.dataSet });

    const second = await load({ games: games(81) }, { publishAnyway: false });
    expect(await schemas()).not.toContain(dataSetSchema(first.dataSet));
    expect(await decideOnWaiting(database.direct, second.dataSet, 'publish')).toBe(true);
    expect(await served((s) => `select count(*)::int as n from ${s}.games where id >= 1000`)).toEqual([
      { n: 81 },
    ]);
  });

  test('is replaced by a later one', async () => {
    await load({ games: games(100) });
    await load({ games: games(80) }, { publishAnyway: false });
    const later = await load({ games: games(70) }, { publishAnyway: false });
    expect(await findWaitingDataSet(database.answers)).toMatchObject({ id: later.dataSet });
    await load({ games: games(99) }, { publishAnyway: false });
    expect(await findWaitingDataSet(database.answers)).toBeNull();
  });
});

/** The schemas of data sets. */
async function schemas(): Promise<string[]> {
  const rows = await database.direct<{ nspname: string }[]>`
    select nspname from pg_namespace where nspname ~ '^steamscope_data_' order by nspname`;
  return rows.map(({ nspname }) => nspname);
}
