import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyInto } from '../../../src/database/driver/copy.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.direct`create table public.things (n int, t text, f float8, b boolean, a text[], bytes bytea)`;
});
afterAll(() => database.remove());

const storableText = fc.string({ unit: 'grapheme' }).map((text) => text.toWellFormed().replaceAll('\0', ''));

test('Postgres gets every value of a row unchanged', async () => {
  const rows = fc.array(
    fc.tuple(
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      fc.oneof(
        fc.constant(null),
        storableText,
        fc.constantFrom('\\N', '\\.', '\t', '\n', '\r\n', '\\', '"{},\\'),
      ),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.boolean(),
      fc.array(fc.oneof(storableText, fc.constantFrom('NULL', '', ' ', '"', '\\', 'a,b', '{}', 'new\nline'))),
    ),
    { maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      await database.direct`truncate public.things`;
      await copyInto(database.direct, 'public.things', ['n', 't', 'f', 'b', 'a'], async (copy) => {
        for (const row of given) copy.add(row);
      });
      const stored = await database.direct`select n, t, f, b, a from public.things`.values();
      expect(stored).toEqual(given);
    }),
    { numRuns: 60, seed: 7 },
  );
});

test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
  ['a buffer', (bytes) => Buffer.from(bytes)],
  ['bytes from a thread', (bytes) => structuredClone(Buffer.from(bytes))],
  ['a part of a longer array', (bytes) => Uint8Array.of(1, 2, ...bytes, 3).subarray(2, 2 + bytes.length)],
])('bytes stay as they are: %s', async (_, made) => {
  const bytes = Uint8Array.from({ length: 256 }, (_unused, place) => place);
  await database.direct`truncate public.things`;
  await copyInto(database.direct, 'public.things', ['bytes'], async (copy) => copy.add([made(bytes)]));
  const [row] = await database.direct<{ bytes: Buffer }[]>`select bytes from public.things`;
  expect(row!.bytes.equals(bytes)).toBe(true);
});

test('a row that the table refuses fails the copy with the server’s own reason', async () => {
  await database.direct`truncate public.things`;
  const copying = copyInto(database.direct, 'public.things', ['n'], async (copy) =>
    copy.add(['not a number']),
  );
  await expect(copying).rejects.toMatchObject({ code: '22P02' });
  expect(await database.direct`select count(*)::int as n from public.things`).toEqual([{ n: 0 }]);
});

test('rows of a source that fails half-way are not kept, and the connection still works', async () => {
  const connection = await database.direct.reserve();
  await connection`truncate public.things`;
  const copying = copyInto(connection, 'public.things', ['n'], async (copy) => {
    copy.add([1]);
    await copy.flush(true);
    throw new Error('the source ended');
  });
  await expect(copying).rejects.toThrow('the source ended');
  expect(await connection`select count(*)::int as n from public.things`).toEqual([{ n: 0 }]);
  connection.release();
});
