import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataSetSchema } from '../../../src/database/schema/data-set.ts';
import type { SourceName } from '../../../src/database/schema/sources.ts';
import { refresh } from '../../../src/etl/refresh/refresh.ts';
import { Tally } from '../../../src/etl/report/tally.ts';
import { CONNECTORS } from '../../../src/etl/sources/connectors.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { game, library, lines, review, reviewer, writeRawFiles } from '../../support/raw-files.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.remove());

/** A text of three bytes for each unit that no compression makes shorter, from a seed. */
function randomHan(length: number, seed = 1): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return String.fromCharCode(0x4e00 + (state % 20_000));
  }).join('');
}

/** Values in JSON's text that no field of a raw file is made for. */
const HOSTILE: readonly string[] = [
  ...[
    '{"toString":1,"valueOf":1}',
    '{"constructor":null}',
    '{"__proto__":{"id":"7"}}',
    '{"length":-1}',
    '{}',
  ],
  ...['[]', '[null]', '[[[[["x"]]]]]', '[{"toString":1}]', '["a",{"toJSON":1},null,7,true]'],
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  `${'[{"a":'.repeat(5000)}1${'}]'.repeat(5000)}`,
  ...['0', '-0', '-1', '1.5', '1e-320', '5e-324', '1e400', '-1e400', '1e308', '2147483647', '2147483648'],
  ...['9007199254740993', '123456789012345678901234567890', 'NaN', 'Infinity', '-Infinity'],
  ...['null', 'true', 'false', '""', '" "', '"NaN"', '"None"', '"-1"', '"1e400"', `"${'9'.repeat(400)}"`],
  ...['"7.0"', '"0x10"', '"99999-01-01"', '"-1"', '"Posted March 1, 99999."', '"Posted March 1, 0000."'],
  ...['"Posted February 29, 9999."', '"Posted March 1, 0001."', '"Date(8640000000000001)"'],
  ...['"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udc00x"', '"\\u0001\\u0008\\u000b\\u001f"', '"\\u007f"'],
  ...[
    '"\\u202e\\u200f"',
    '"\\u202eevil\\u202c"',
    '"\\ufeff"',
    '"\\u200b"',
    '"tab\\there"',
    '"line\\nend\\r"',
  ],
  ...['"\\\\N"', '"\\\\."', '"back\\\\slash"', '"{\\"a\\",b}"', '"NULL"', '"$1; drop"', '"\\ud83d\\ude00"'],
  ...['"&#0;"', '"&#xD800;"', '"&amp;amp;"', '"\\u0130\\u0131\\u00df"', '"[1, 2"', '"[\\"a\\"]"'],
  ...[`"${'x'.repeat(500)}"`, `"${'x'.repeat(501)}"`, `"${randomHan(500)}"`, `"${randomHan(2000)}"`],
  ...[`"${'good but '.repeat(5000)}"`, `"${'x'.repeat(1_000_000)}"`, `"${'😀'.repeat(20_000)}"`],
  `[${Array.from({ length: 1001 }, (_, at) => `"n${at}"`).join(',')}]`,
  `["${randomHan(500, 2)}","${randomHan(501, 3)}"]`,
];

/** A line of each file with every field, and the places of its fields. */
const LINES: Record<SourceName, Record<string, unknown>> = {
  games: game(10, {
    url: 'http://store.steampowered.com/app/10/',
    title: 'Title',
    developer: 'Ravn Works,Brook',
    publisher: 'Cinder',
    tags: ['Racing'],
    specs: ['Single-player'],
    price: 4.99,
    early_access: false,
  }),
  libraries: library('ann', { 10: 60, 20: 5 }),
  reviews: reviewer('ann', review(10), review(20, { posted: 'Posted July 10.' })),
};
const PLACES: Record<SourceName, string[][]> = {
  games: Object.keys(LINES.games).map((field) => [field]),
  libraries: [
    ...['user_id', 'items_count', 'items'].map((field) => [field]),
    ...['item_id', 'item_name', 'playtime_forever', 'playtime_2weeks'].map((field) => ['items', '0', field]),
    ['items', '0'],
  ],
  reviews: [
    ...['user_id', 'reviews'].map((field) => [field]),
    ...Object.keys(review(10)).map((field) => ['reviews', '0', field]),
    ['reviews', '0'],
  ],
};

/** The line as JSON with a hostile value at a place. */
function spoilt(line: Record<string, unknown>, place: readonly string[], value: string): string {
  const copy = structuredClone(line);
  const parent = place.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
  parent[place.at(-1)!] = '@hostile@';
  return JSON.stringify(copy).replace('"@hostile@"', () => value);
}

/** Some spoilt lines of a file, drawn with a seed; those of different numbers are of different games and users. */
function spoiltLines(source: SourceName, count: number, seed: number): string[] {
  const drawn = fc.sample(fc.tuple(fc.constantFrom(...PLACES[source]), fc.constantFrom(...HOSTILE)), {
    numRuns: count,
    seed,
  });
  return drawn.map(([place, value], at) => {
    const line = structuredClone(LINES[source]);
    if (source === 'games') {
      line.id = String(1000 + at);
      line.url = `http://store.steampowered.com/app/${1000 + at}/`;
    } else line.user_id = `${source}${at}`;
    return spoilt(line, place, value);
  });
}

/** Every hostile value in every place of a file, once. */
function allSpoilt(source: SourceName): string[] {
  return PLACES[source].flatMap((place) => HOSTILE.map((value) => spoilt(LINES[source], place, value)));
}

/** The records that the connector of a source gives of lines, and its tally. */
async function connected<Name extends SourceName>(source: Name, text: readonly string[]) {
  const raw = await writeRawFiles({ games: '', libraries: '', reviews: '', [source]: lines(...text) });
  const tally = new Tally(source, CONNECTORS[source].shownColumns);
  const records = [];
  const reading = { tally, undatedReviewYear: 2016 };
  for await (const batch of CONNECTORS[source].records(raw.settings.sources[source], reading)) {
    records.push(...batch);
  }
  await raw.remove();
  return { records, tally };
}

test.each(['games', 'libraries', 'reviews'] as const)(
  'whatever value a field of %s has, its record is clean or rejected, and no other is touched',
  async (source) => {
    const hostile = allSpoilt(source);
    const plain = JSON.stringify(LINES[source]);
    const { records, tally } = await connected(
      source,
      hostile.flatMap((line) => [line, plain]),
    );
    const [expected] = (await connected(source, [plain])).records;
    const whole = JSON.stringify(expected);
    expect(records.filter((record) => JSON.stringify(record) === whole).length).toBeGreaterThanOrEqual(
      hostile.length,
    );
    expect(tally.lines).toBe(2 * hostile.length);
    expect(records.length).toBe(2 * hostile.length - tally.rejectedLines - tally.blankLines);
    expect(tally.rejects.every(({ line }) => line % 2 === 1)).toBe(true);
    // Figures and reasons can be stored and shown.
    const told = JSON.stringify([tally.columns.figures(), tally.summary(), tally.rejects]);
    expect(told).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    for (const text of textsOf(records)) expect(text.isWellFormed()).toBe(true);
  },
);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  // The text of a review is judged and not stored.
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return parts.flatMap(([key, part]) => (key === 'text' ? [] : textsOf(part)));
}

test('hundreds of hostile records go through a whole refresh, and what is accepted is stored as it is', async () => {
  const texts = {
    games: [...spoiltLines('games', 250, 18), ...lines(game(10), game(20)).trim().split('\n')],
    libraries: [
      ...spoiltLines('libraries', 250, 19),
      ...Array.from({ length: 40 }, (_, at) => JSON.stringify(library(`u${at}`, { 10: at, 20: 7, 1001: 3 }))),
    ],
    reviews: spoiltLines('reviews', 250, 20),
  };
  const raw = await writeRawFiles({
    games: lines(...texts.games),
    libraries: lines(...texts.libraries),
    reviews: lines(...texts.reviews),
  });
  const report = await refresh(database.direct, { ...raw.settings, publishAnyway: true });
  await raw.remove();
  expect(report.outcome).toBe('published');

  const schema = dataSetSchema(report.dataSet);
  const games = (await connected('games', texts.games)).records;
  const stored = new Map(
    (await database.direct.unsafe(`select * from ${schema}.games`)).map((row) => [row.id as number, row]),
  );
  const seen = new Set<number>();
  for (const accepted of games) {
    if (seen.has(accepted.id)) continue;
    seen.add(accepted.id);
    const { name, releaseDate, releaseYear, earlyAccess, ...rest } = accepted;
    expect(stored.get(accepted.id)).toMatchObject({
      ...rest,
      // A game without a name takes one from libraries.
      ...(name === null ? {} : { name }),
      release_date: releaseDate,
      release_year: releaseYear,
      early_access: earlyAccess,
    });
  }

  const libraries = (await connected('libraries', texts.libraries)).records;
  const rows = await database.direct.unsafe(
    `select user_id, game_id, minutes, minutes_two_weeks from ${schema}.library join ${schema}.users on key = user_key`,
  );
  const key = (...parts: unknown[]) => JSON.stringify(parts);
  const expected = new Map<string, string>();
  for (const { userId, rows: owned } of libraries) {
    for (const { gameId, minutes, minutesTwoWeeks } of owned) {
      expected.set(key(userId, gameId), key(minutes, minutesTwoWeeks));
    }
  }
  expect(
    new Map(rows.map((row) => [key(row.user_id, row.game_id), key(row.minutes, row.minutes_two_weeks)])),
  ).toEqual(expected);

  const reviews = (await connected('reviews', texts.reviews)).records.flatMap(({ userId, reviews: own }) =>
    own.map(({ gameId, posted, recommend, funny, helpful }) =>
      key(userId, gameId, posted, recommend, funny, helpful),
    ),
  );
  const written = await database.direct.unsafe(
    `select user_id, game_id, posted::text, recommend, funny, helpful from ${schema}.reviews join ${schema}.users on key = user_key`,
  );
  expect(
    written
      .map((row) => key(row.user_id, row.game_id, row.posted, row.recommend, row.funny, row.helpful))
      .sort(),
  ).toEqual([...new Set(reviews)].sort());
}, 240_000);

test.each<[what: string, line: string]>([
  ['an object as a genre', '{"id":"5555","app_name":"x","genres":[{"toString":1,"valueOf":1}]}'],
  ['a developer of 2,000 letters', JSON.stringify(game(777, { developer: randomHan(2000) }))],
  ['a tag of 2,000 letters', JSON.stringify(game(777, { tags: [randomHan(2000)] }))],
  [
    'developers of 1,000 letters, in a list',
    JSON.stringify(game(777, { developer: [randomHan(1000), 'Brook'] })),
  ],
  ['a column whose name is NUL', JSON.stringify(game(777, { '\0': ['\0'] }))],
])('a single line cannot end a refresh: %s', async (_, line) => {
  const raw = await writeRawFiles({
    games: lines(game(10), line),
    libraries: lines(library('ann', { 10: 5 })),
    reviews: lines(reviewer('ann', review(10))),
  });
  const report = await refresh(database.direct, { ...raw.settings, publishAnyway: true });
  await raw.remove();
  expect(report).toMatchObject({ games: 2, rejected: {} });
});
