import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.remove());

const LOCK = 4711;

test('the numbers of running and waiting queries are known, and are zero in the end', async () => {
  expect(database.load()).toEqual({ running: 0, waiting: 0, connections: 8 });
  const holder = await database.direct.reserve();
  await holder`select pg_advisory_lock(${LOCK})`;
  // Each query takes the same lock while it runs, and so waits for the one before it.
  const asked = Array.from({ length: 11 }, () =>
    database.answers.execute(sql`select pg_advisory_xact_lock_shared(${LOCK})`).then(() => {}),
  );
  expect(database.load()).toEqual({ running: 8, waiting: 3, connections: 8 });
  await holder`select pg_advisory_unlock(${LOCK})`;
  holder.release();
  await Promise.all(asked);
  expect(database.load()).toEqual({ running: 0, waiting: 0, connections: 8 });
});

test('a failed query no longer counts, and rows come as they are asked for', async () => {
  await expect(database.answers.execute(sql`select ${'x'} from nowhere`)).rejects.toThrow('Failed query');
  expect(database.load().running).toBe(0);
  expect(await database.answers.execute(sql`select ${'x'} as a`)).toMatchObject([{ a: 'x' }]);
  expect(await database.answers.select({ a: sql`${'y'}::text` }).from(sql`(select 1) as one`)).toEqual([
    { a: 'y' },
  ]);
});
