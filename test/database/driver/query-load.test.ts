import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.remove());

const LOCK = 4711;

test('how many queries run and wait is known while they do, and none when all are through', async () => {
  expect(database.load()).toEqual({ running: 0, waiting: 0, connections: 8 });
  const holder = await database.direct.reserve();
  await holder`select pg_advisory_lock(${LOCK})`;
  // Each takes the lock for as long as it runs, and so waits for whoever has it.
  const asked = Array.from({ length: 11 }, () =>
    database.answers.execute(sql`select pg_advisory_xact_lock_shared(${LOCK})`).then(() => {}),
  );
  expect(database.load()).toEqual({ running: 8, waiting: 3, connections: 8 });
  await holder`select pg_advisory_unlock(${LOCK})`;
  holder.release();
  await Promise.all(asked);
  expect(database.load()).toEqual({ running: 0, waiting: 0, connections: 8 });
});

test('a query that fails is through too, and rows come as they are asked for', async () => {
  await expect(database.answers.execute(sql`select ${'x'} from nowhere`)).rejects.toThrow('Failed query');
  expect(database.load().running).toBe(0);
  expect(await database.answers.execute(sql`select ${'x'} as a`)).toMatchObject([{ a: 'x' }]);
  expect(await database.answers.select({ a: sql`${'y'}::text` }).from(sql`(select 1) as one`)).toEqual([
    { a: 'y' },
  ]);
});
