import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  GAME,
  LIBRARY_ROW,
  OWNER,
  REVIEW,
  REVIEWER,
} from '../../../../../src/etl/sources/steam-dump/other-forms/formats.ts';
import {
  type RecordFormat,
  readRecord,
} from '../../../../../src/etl/sources/steam-dump/other-forms/read-record.ts';
import { rejection } from '../../../../../src/etl/sources/steam-dump/validate/reason.ts';

type Kind = 'GAME' | 'OWNER' | 'LIBRARY_ROW' | 'REVIEWER' | 'REVIEW';
// The formats have different shapes; one type for all of them has none of their fields.
const FORMATS = { GAME, OWNER, LIBRARY_ROW, REVIEWER, REVIEW } as unknown as Record<
  Kind,
  RecordFormat<z.ZodObject>
>;

const PUBLISHED: Record<Kind, Record<string, unknown>> = {
  GAME: {
    id: '1010',
    url: 'http://store.steampowered.com/app/1010/',
    app_name: 'Alder Keep',
    title: 'Alder Keep',
    developer: 'Ravn Works',
    publisher: 'Pub 0',
    genres: ['Action', 'Indie'],
    tags: ['Action'],
    specs: ['Single-player'],
    release_date: '2010-01-11',
    price: 4.99,
    early_access: false,
  },
  OWNER: { user_id: '76561190000000000', items_count: 6, items: [{ item_id: '1010' }] },
  LIBRARY_ROW: { item_id: '1010', item_name: 'Alder Keep', playtime_forever: 180, playtime_2weeks: 7 },
  REVIEWER: { user_id: 'user_00', reviews: [{ item_id: '1010' }] },
  REVIEW: {
    item_id: '1010',
    posted: 'Posted March 1, 2012.',
    last_edited: '',
    recommend: true,
    review: '10',
    helpful: 'No ratings yet',
    funny: '3 people',
  },
};

/** Reads the published example with some fields written otherwise. */
function read(kind: Kind, change: Record<string, unknown>) {
  const rules: string[] = [];
  const note = (rule: string) => rules.push(rule);
  const record = { ...PUBLISHED[kind], ...change };
  const { data, error } = readRecord(FORMATS[kind], record, note);
  return { data, rules, rejected: error === undefined ? null : rejection(error) };
}

test.each(Object.keys(FORMATS) as Kind[])(
  'the published form is taken as it is, without a rule: %s',
  (kind) => {
    expect(read(kind, {})).toStrictEqual({ data: PUBLISHED[kind], rules: [], rejected: null });
  },
);

describe('a field in another form gives the same record, and a rule says so', () => {
  test.each<[kind: Kind, field: string, value: unknown]>([
    ['GAME', 'id', 1010n],
    ['GAME', 'developer', ['Ravn Works']],
    ['GAME', 'developer', [null, 'Ravn Works', Number.NaN]],
    ['GAME', 'publisher', ['Pub 0']],
    ['GAME', 'genres', ['Action', null, 'Indie']],
    ['GAME', 'genres', 'Action,Indie'],
    ['GAME', 'genres', "['Action', 'Indie']"],
    ['GAME', 'genres', '["Action", "Indie", null]'],
    ['GAME', 'tags', ['Action', Number.NaN]],
    ['GAME', 'tags', 'Action'],
    ['GAME', 'early_access', 'False'],
    ['GAME', 'early_access', 'no'],
    ['GAME', 'early_access', 0],
    ['OWNER', 'user_id', 76561190000000000n],
    ['OWNER', 'items_count', '6'],
    ['OWNER', 'items_count', '6.0'],
    ['OWNER', 'items_count', 6n],
    ['OWNER', 'items', "[{'item_id': '1010'}]"],
    ['LIBRARY_ROW', 'item_id', 1010],
    ['LIBRARY_ROW', 'playtime_forever', '180'],
    ['LIBRARY_ROW', 'playtime_2weeks', '7.0'],
    ['REVIEWER', 'reviews', '[{"item_id": "1010"}]'],
    ['REVIEW', 'item_id', 1010],
    ['REVIEW', 'item_id', 1010n],
    ['REVIEW', 'recommend', 'True'],
    ['REVIEW', 'recommend', 1],
    ['REVIEW', 'review', 10],
    ['REVIEW', 'funny', 3],
  ])('%s %s: %o', (kind, field, value) => {
    const { data, rules, rejected } = read(kind, { [field]: value });
    expect(rejected).toBeNull();
    expect(data).toStrictEqual(PUBLISHED[kind]);
    expect(rules).toStrictEqual([`${field}-in-another-form`]);
  });

  test.each<[field: string, value: unknown, published: unknown]>([
    ['title', 2048, '2048'],
    ['app_name', 2048n, '2048'],
    ['app_name', 1.5, '1.5'],
    ['developer', 1984, '1984'],
    ['developer', ['Pale Lantern', 'Tollgate Nine'], 'Pale Lantern,Tollgate Nine'],
    // A list that was made by cutting `Kite, Inc.` at its comma.
    ['developer', ['Kite', ' Inc.'], 'Kite, Inc.'],
    ['tags', ['Racing', 1980], ['Racing', '1980']],
    ['tags', 'Racing;1980', ['Racing', '1980']],
    ['release_date', 1_400_000_000_000, '2014-05-13'],
    ['release_date', 1_400_000_000, '2014-05-13'],
    ['release_date', 2014, '2014'],
  ])('GAME %s: %o', (field, value, published) => {
    const { data, rules } = read('GAME', { [field]: value });
    expect(data).toStrictEqual({ ...PUBLISHED.GAME, [field]: published });
    expect(rules).toStrictEqual([`${field}-in-another-form`]);
  });
});

/** Values that no field can be read from. */
const UNREADABLE: readonly unknown[] = [
  { toString: 1, valueOf: 1 },
  { constructor: { prototype: null } },
  JSON.parse('{"__proto__": {"id": "1"}}'),
  [{ toString: 1 }],
  [[['deep']]],
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  'x'.repeat(1_000_000),
];

describe.each(UNREADABLE.map((value, place) => [place, value] as const))(
  'an unreadable value, %i,',
  (_, value) => {
    test.each(fieldsOf((format, field) => !format.needed.includes(field) && !isIdText(field, value)))(
      'in a field that is not needed counts as missing: %s %s',
      (kind, field) => {
        const { data, rules, rejected } = read(kind, { [field]: value });
        expect(rejected).toBeNull();
        const { [field]: __, ...rest } = PUBLISHED[kind];
        expect(data).toStrictEqual(rest);
        expect(rules).toStrictEqual([`${field}-unreadable`]);
      },
    );

    test.each(fieldsOf((format, field) => format.needed.includes(field) && !isIdText(field, value)))(
      'in a needed field costs the record: %s %s',
      (kind, field) => {
        const isList = field === 'items' || field === 'reviews';
        if (isList && Array.isArray(value)) return;
        const { rules, rejected } = read(kind, { [field]: value });
        expect(rejected).toStrictEqual({ reason: `invalid-${field}`, path: field });
        expect(rules).toStrictEqual([]);
      },
    );
  },
);

/** Any text has the shape of an id; `gameIdInAnyForm` says whether it is one. */
function isIdText(field: string, value: unknown): boolean {
  return (field === 'id' || field === 'item_id') && typeof value === 'string';
}

function fieldsOf(
  which: (format: { needed: readonly string[] }, field: string) => boolean,
): [Kind, string][] {
  return (Object.keys(FORMATS) as Kind[]).flatMap((kind) =>
    Object.keys(PUBLISHED[kind])
      .filter((field) => which(FORMATS[kind], field))
      .map((field): [Kind, string] => [kind, field]),
  );
}

test('the entries of a list that can be read stay, and the rule tells of the others', () => {
  const { data, rules } = read('GAME', {
    genres: ['Action', { toString: 1 }],
    tags: ['x'.repeat(501), 'Action'],
  });
  expect(data).toMatchObject({ genres: ['Action'], tags: ['Action'] });
  expect(rules).toStrictEqual(['genres-unreadable', 'tags-unreadable']);
});

test.each([null, Number.NaN, '', ' ', 'NaN', 'nan', 'None', 'null', 'N/A', '<NA>', []])(
  'a missing value, %o, is none, and no rule speaks of it',
  (value) => {
    const { data, rules } = read('GAME', { early_access: value });
    const { early_access: _, ...rest } = PUBLISHED.GAME;
    expect(data).toStrictEqual(rest);
    expect(rules).toStrictEqual([]);
    expect(read('OWNER', { items_count: value }).rules).toStrictEqual([]);
    expect(read('LIBRARY_ROW', { playtime_2weeks: value }).rules).toStrictEqual([]);
    expect(read('LIBRARY_ROW', { playtime_forever: value }).rejected).toMatchObject({
      reason: 'invalid-playtime_forever',
    });
  },
);

test.each<[kind: Kind, field: string, value: unknown]>([
  ['OWNER', 'user_id', 2 ** 53],
  ['OWNER', 'user_id', 1.5],
  ['OWNER', 'user_id', '\u200e\u200f \u0007'],
  ['LIBRARY_ROW', 'item_id', 1010.5],
  ['LIBRARY_ROW', 'item_id', 1e21],
  ['REVIEW', 'item_id', -1],
  ['LIBRARY_ROW', 'playtime_forever', -5],
  ['LIBRARY_ROW', 'playtime_forever', '2147483648'],
  ['LIBRARY_ROW', 'playtime_forever', 0.5],
  ['REVIEW', 'recommend', 'perhaps'],
  ['REVIEW', 'review', ['good']],
])('what is not quite a needed value is not made one: %s %s %o', (kind, field, value) => {
  expect(read(kind, { [field]: value }).rejected).toMatchObject({ reason: `invalid-${field}` });
});

test('a rejected record uses no rule', () => {
  expect(read('LIBRARY_ROW', { item_id: [], playtime_2weeks: {} })).toMatchObject({
    rules: [],
    rejected: { reason: 'invalid-item_id' },
  });
});

test('fields of a prototype are no fields', () => {
  const record = JSON.parse('{"__proto__": {"item_id": "1", "playtime_forever": 1}, "item_name": 7}');
  const result = readRecord(LIBRARY_ROW, record, () => {});
  expect(rejection(result.error!)).toMatchObject({ reason: 'missing-item_id' });
});
