import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { createTestDatabase } from '../../support/database.ts';

/** Tests the patch of postgres.js in patches/. */

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

test('a connection does not keep the result of its last transaction', async () => {
  const database = await createTestDatabase();
  const sql = postgres(database.url, { max: 1 });
  onTestFinished(async () => {
    await sql.end();
    await database.remove();
  });
  const read = async () => new WeakRef(await sql.begin(async (own) => [await own`select 1 as one`]));
  const result = await read();
  await setImmediate();
  collectGarbage();
  expect(result.deref()).toBeUndefined();
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});
