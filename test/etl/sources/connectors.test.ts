import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Literal, pythonLiteral } from '../../../scripts/sample/python-literal.ts';
import { SOURCE_NAMES, type SourceName } from '../../../src/database/schema/sources.ts';
import { Tally } from '../../../src/etl/report/tally.ts';
import { CONNECTORS } from '../../../src/etl/sources/connectors.ts';
import { DEFAULT_MAX_LINE_BYTES } from '../../../src/etl/sources/read/lines.ts';
import { EXAMPLES } from './examples.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-connectors-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The records that a connector gives of a file, and the tally that it fills. */
async function read(source: SourceName, content: string | Buffer) {
  const path = join(folder, source);
  await writeFile(path, typeof content === 'string' ? gzipSync(content, { level: 1 }) : content);
  const tally = new Tally(source, CONNECTORS[source].shownColumns);
  const shares: number[] = [];
  const records: unknown[] = [];
  const reading = { tally, undatedReviewYear: 2016, onShare: (share: number) => void shares.push(share) };
  for await (const batch of CONNECTORS[source].records(path, reading)) records.push(...batch);
  return { records, tally, shares };
}

const json = (...all: (string | object)[]) =>
  all.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');

test('every source has its connector, found by its name', () => {
  expect(Object.keys(CONNECTORS)).toEqual(SOURCE_NAMES);
  for (const name of SOURCE_NAMES) {
    expect(CONNECTORS[name].source).toBe(name);
    expect(CONNECTORS[name].module).toMatch(/^file:.*\/src\/etl\/sources\/.*\.ts$/);
  }
});

describe.each(SOURCE_NAMES)('the connector of %s', (source) => {
  const { line, record, lacking, damaged, otherIds } = EXAMPLES[source];

  test('gives a valid and clean record, and reports its progress', async () => {
    const { records, tally, shares } = await read(source, json(line));
    expect(records).toStrictEqual([record]);
    expect(tally).toMatchObject({
      source,
      lines: 1,
      blankLines: 0,
      records: 1,
      rejectedLines: 0,
      rejects: [],
    });
    expect(tally.columns.figures().map(({ column }) => column)).toEqual(
      expect.arrayContaining(Object.keys(line)),
    );
    const shown = tally.columns.figures().filter(({ examples }) => examples.length > 0);
    expect(shown.map(({ column }) => column)).toEqual(expect.arrayContaining(shownOf(source, line)));
    expect(JSON.stringify(shown)).not.toMatch(/sample_user|A good game/);
    expect(shares.at(-1)).toBe(1);
  });

  test('gives the same for the line as a Python literal, with a byte-order mark, and without a line end', async () => {
    for (const text of [
      `${pythonLiteral(line as Literal)}\n`,
      `\ufeff${json(line)}`,
      json(line).trimEnd(),
      `${json(line).trimEnd()}\r\n`,
    ]) {
      const { records, tally } = await read(source, text);
      expect(records).toStrictEqual([record]);
      expect(tally).toMatchObject({ lines: 1, rejects: [] });
    }
  });

  test('gives the records of a long file in order, batch by batch', async () => {
    const { records, tally } = await read(source, json(line).repeat(3000) + json(damaged.line));
    expect(records).toHaveLength(damaged.record === null ? 3000 : 3001);
    expect(records.slice(0, 3000).every((each) => JSON.stringify(each) === JSON.stringify(record))).toBe(
      true,
    );
    expect(tally).toMatchObject({ lines: 3001, rejects: [{ line: 3001 }] });
  });

  test('gives a repeated record twice, because loading decides about repetitions', async () => {
    expect((await read(source, json(line, line))).records).toStrictEqual([record, record]);
  });

  test('leaves out blank lines, and counts them apart from rejects', async () => {
    const nan = `{${Object.keys(line)
      .map((field) => `"${field}": NaN`)
      .join(', ')}}`;
    const { records, tally } = await read(source, json(line, '', ' \t ', nan, line));
    expect(records).toStrictEqual([record, record]);
    expect(tally).toMatchObject({ lines: 5, blankLines: 3, rejectedLines: 0, rejects: [] });
  });

  test.each([
    ['null', null],
    ['empty texts', ''],
    ['empty lists', []],
  ])('leaves out lines of nothing but %s', async (_, nothing) => {
    const filler = Object.fromEntries(Object.keys(line).map((field) => [field, nothing]));
    const { records, tally } = await read(
      source,
      json(filler, line, JSON.stringify(filler).replaceAll('null', 'None')),
    );
    expect(records).toStrictEqual([record]);
    expect(tally).toMatchObject({ lines: 3, blankLines: 2, rejectedLines: 0, rejects: [] });
  });

  test('looks at records in lists, but not at what lies deeper, however deep', async () => {
    const deep = `${'[{"a": '.repeat(20_000)}1${'}]'.repeat(20_000)}`;
    const lists = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const hostile = JSON.stringify({
      ...line,
      deep: '@deep',
      genres: ['@lists', { toString: 1, valueOf: 1 }],
    })
      .replace('"@deep"', deep)
      .replace('"@lists"', lists);
    const { tally } = await read(source, json(line, hostile));
    expect(tally.rejects).toEqual([]);
    const columns = tally.columns.figures().map(({ column }) => column);
    expect(columns).toContain('deep.a');
    expect(columns).not.toContain('deep.a.a');
  });

  test('keeps a bounded number of columns, with names that can be stored', async () => {
    const wide = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [
        `${at}\0\ud800${'x'.repeat(1000)}`,
        Array.from({ length: 100 }, (__, within) => ({ [`c${within}`]: 1 })),
      ]),
    );
    const { tally } = await read(source, json(line, wide));
    const figures = tally.columns.figures();
    expect(figures.length).toBeLessThanOrEqual(120);
    for (const { column } of figures) {
      expect(column.length).toBeLessThan(130);
      expect(column.isWellFormed() && !column.includes('\0')).toBe(true);
    }
  });

  test.each<[what: string, text: string, reason: string]>([
    ['is broken off', '{"user_id": "secretsecret', 'unterminated-string'],
    ['is no record', '["secretsecret"]', 'not-a-record'],
    ['ends too early', "{'secretsecret': ", 'unexpected-end'],
    ['has something behind it', '{"secretsecret": 1} secretsecret', 'trailing-text'],
  ])('rejects only a line that %s, with its place, and without a word of it', async (_, text, reason) => {
    const { records, tally } = await read(source, json(line, text, line));
    expect(records).toStrictEqual([record, record]);
    expect(tally.rejects).toMatchObject([{ source, line: 2, path: null, reason }]);
    if (reason !== 'not-a-record') expect(tally.rejects[0]!.column).toBeGreaterThan(0);
    expect(JSON.stringify(tally.rejects)).not.toContain('secret');
  });

  test('rejects a line that is too long to be kept, and goes on after it', async () => {
    const huge = Buffer.alloc(DEFAULT_MAX_LINE_BYTES + 8, 'x');
    const content = gzipSync(Buffer.concat([Buffer.from(json(line)), huge, Buffer.from(`\n${json(line)}`)]), {
      level: 1,
    });
    const { records, tally } = await read(source, content);
    expect(records).toStrictEqual([record, record]);
    expect(tally.rejects).toMatchObject([{ line: 2, column: null, path: null, reason: 'line-too-long' }]);
  });

  test('reads a line of megabytes, whatever else it holds', async () => {
    const { records } = await read(
      source,
      json({ ...line, note: 'x'.repeat(3e6), notes: Array(1e5).fill({ a: 1 }) }),
    );
    expect(records).toStrictEqual([record]);
  });

  test.each([
    ['a Python list', (depth: number) => `{'a': ${'['.repeat(depth)}${']'.repeat(depth)}}`],
    ['an object with NaN', (depth: number) => `${'{"a": '.repeat(depth)}NaN${'}'.repeat(depth)}`],
  ])('rejects a line that is nested too deeply, and goes on after it: %s', async (_, nested) => {
    const { records, tally } = await read(source, json(line, nested(100_000), line));
    expect(records).toStrictEqual([record, record]);
    expect(tally.rejects).toMatchObject([{ line: 2, reason: 'too-deep' }]);
  });

  test('ignores unknown fields', async () => {
    const { records, tally } = await read(source, json({ ...line, another: { of: ['unknown', null, 7] } }));
    expect(records).toStrictEqual([record]);
    expect(tally.rejects).toEqual([]);
  });

  test('rejects a line that lacks a required field, and names the field', async () => {
    const { records, tally } = await read(source, json(line, lacking.line));
    expect(records).toStrictEqual([record]);
    const { reason, path } = lacking;
    expect(tally.rejects).toStrictEqual([{ source, line: 2, column: null, path, reason }]);
    expect(tally.rejectedLines).toBe(1);
  });

  test('rejects an unusable record, and gives its place', async () => {
    const { records, tally } = await read(source, json(damaged.line, line));
    expect(records).toStrictEqual(damaged.record === null ? [record] : [damaged.record, record]);
    const { reason, path } = damaged;
    expect(tally.rejects).toStrictEqual([{ source, line: 1, column: null, path, reason }]);
    const whole = damaged.record === null;
    expect(tally).toMatchObject({ rejectedLines: whole ? 1 : 0, rejectedRecords: whole ? 0 : 1 });
  });

  test('takes ids as text and as numbers, and digits with .0 behind them', async () => {
    const text = JSON.stringify(line).replace(/("(?:item_)?id":"\d+)"/, '$1.0"');
    const { records, tally } = await read(source, json(otherIds, text));
    expect(records).toStrictEqual([record, record]);
    expect([...tally.reasons.keys()]).toEqual([]);
    expect([...tally.rules.keys()].filter((rule) => rule.endsWith('id-in-another-form'))).toHaveLength(1);
  });

  test.each(SOURCE_NAMES.filter((name) => name !== source))(
    'tells a line of %s from its own',
    async (other) => {
      const { records, tally } = await read(source, json(line, EXAMPLES[other].line));
      expect(records).toStrictEqual([record]);
      expect(tally.rejects).toMatchObject([{ line: 2, reason: `looks-like-${other}` }]);
    },
  );

  test('no value of a field harms another line, and no reason repeats a value', async () => {
    const secret = 'qzxjkvwpbf';
    const wrong = [
      secret,
      [secret],
      { [secret]: secret },
      [[secret]],
      secret.repeat(2000),
      Number.NaN,
      -1.5,
      1e308,
      null,
      true,
      '',
    ];
    const places = placesOf(line);
    const spoilt = fc
      .tuple(fc.constantFrom(...places), fc.constantFrom(...wrong))
      .map(([place, value]) => withValue(line, place, value));
    const lines = fc.sample(spoilt, { numRuns: 400, seed: 17 });
    const { records, tally } = await read(
      source,
      lines.map((each) => `${jsonWithNaN(each)}\n${JSON.stringify(line)}\n`).join(''),
    );
    expect(tally.lines).toBe(800);
    expect(
      records.filter((each) => JSON.stringify(each) === JSON.stringify(record)).length,
    ).toBeGreaterThanOrEqual(400);
    // A needed field costs its record, and any other counts as missing.
    const unreadable = [...tally.rules].filter(([rule]) => rule.endsWith('-unreadable'));
    expect(tally.rejects.length + unreadable.reduce((sum, [, times]) => sum + times, 0)).toBeGreaterThan(50);
    expect(JSON.stringify([...tally.reasons, ...tally.rules, tally.rejects])).not.toContain(secret);
    expect(tally.rejects.every((reject) => reject.line % 2 === 1)).toBe(true);
  });

  test.each<[what: string, content: Buffer, failure: string, message: RegExp]>([
    ['empty', Buffer.alloc(0), 'source-empty', /is empty/],
    ['empty within', gzipSync(''), 'source-empty', /is empty/],
    ['cut', gzipSync('x'.repeat(5000)).subarray(0, 30), 'source-unreadable', /is incomplete/],
  ])('fails for a file that is %s, and names the source', async (_, content, failure, message) => {
    await expect(read(source, content)).rejects.toMatchObject({
      failure,
      message: expect.stringMatching(new RegExp(`The ${source} file ${message.source}`)),
    });
  });

  test('fails for a missing file, and names it', async () => {
    const reading = { tally: new Tally(source), undatedReviewYear: 2016 };
    const batches = CONNECTORS[source].records('/nowhere/raw.gz', reading);
    await expect(batches.next()).rejects.toMatchObject({
      failure: 'source-missing',
      message: `The ${source} file does not exist: /nowhere/raw.gz`,
    });
  });
});

/** The columns of the example that may be shown. The columns of a list of records have the name of the list before theirs. */
function shownOf(source: SourceName, line: Record<string, unknown>): string[] {
  const columns = Object.entries(line).flatMap(([name, value]) =>
    Array.isArray(value) && typeof value[0] === 'object'
      ? Object.keys(value[0]).map((inner) => `${name}.${inner}`)
      : [name],
  );
  return columns.filter((column) => CONNECTORS[source].shownColumns.includes(column));
}

function jsonWithNaN(value: unknown): string {
  return JSON.stringify(value, (_, part) => (Number.isNaN(part) ? '@NaN' : part)).replaceAll('"@NaN"', 'NaN');
}

/** The path to each field of a record, and to those of the records and texts in its lists. */
function placesOf(value: unknown, way: (string | number)[] = []): (string | number)[][] {
  const own = way.length === 0 ? [] : [way];
  if (typeof value !== 'object' || value === null) return own;
  const parts = Array.isArray(value) ? value.map((part, at) => [at, part] as const) : Object.entries(value);
  return [...own, ...parts.flatMap(([key, part]) => placesOf(part, [...way, key]))];
}

function withValue(record: Record<string, unknown>, place: (string | number)[], value: unknown) {
  const copy = structuredClone(record);
  const parent = place
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((at, key) => at[key] as Record<string | number, unknown>, copy);
  parent[place.at(-1)!] = value;
  return copy;
}
