import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { openDatabase } from '../../src/database/connection.ts';
import { migrateDatabase } from '../../src/database/migrations.ts';
import { lookAtDatabase } from '../../src/program/doctor/look-at-database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { run } from '../support/program.ts';
import { type Pooler, startPgbouncer } from './pgbouncer.ts';

let database: TestDatabase;
let pooler: Pooler;
beforeAll(async () => {
  database = await createTestDatabase();
  pooler = await startPgbouncer(database.url);
});
afterAll(async () => {
  await pooler.stop();
  await database.remove();
});

test('queries with and without parameters share few connections', async () => {
  const pooled = await openDatabase({
    databaseUrl: pooler.url,
    databaseDirectUrl: database.url,
    dataFolder: '/nowhere',
  });
  const asked = Array.from({ length: 2000 }, (_, n) =>
    pooled.answers.execute(n % 2 === 0 ? sql`select ${n}::int as n` : sql.raw(`select ${n} as n`)),
  );
  expect((await Promise.all(asked)).map(([row]) => row!.n)).toEqual(asked.map((_, n) => n));
  await pooled.close();
});

test('every question has the same answer as without a pooler', async () => {
  const direct = { DATABASE_URL: database.url };
  expect((await run(['refresh'], direct)).status).toBe(0);
  const questions = [
    { command: 'playtime-genre', options: { genre: 'Racing' } },
    { command: 'user-for-genre', options: { genre: 'Strategy' } },
    { command: 'users-recommend', options: { year: 2014 } },
    { command: 'users-worst-developer', options: { year: 2013, 'year-of': 'released' } },
    { command: 'sentiment-analysis', options: { developer: 'Grimsallow' } },
    { command: 'recommend-game', options: { game: 'Ember Hollow' } },
    { command: 'recommend-user', options: { likes: 'Ember Hollow, Clovermere' } },
    { command: 'recommend-user', options: { user: 'sample_olive_shrew_319' } },
  ];
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const expected = await run(['ask', '--batch'], direct, input);
  expect(expected.stdout.trim().split('\n')).toHaveLength(questions.length);
  expect(expected.stdout).not.toContain('"error"');
  const pooled = { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: database.url };
  expect((await run(['ask', '--batch'], pooled, input)).stdout).toBe(expected.stdout);
});

test('a pooler in the place of the server is recognised by the doctor and refused, and no lock stays on it', async () => {
  const settings = { databaseUrl: pooler.url, dataFolder: '/nowhere' };
  await expect(openDatabase(settings)).rejects.toThrow(
    /^DATABASE_URL leads to a pooler in transaction mode.* Set DATABASE_DIRECT_URL/,
  );
  const looked = await lookAtDatabase({ ...readConfig(), ...settings }, 8000);
  expect(looked).toMatchObject({ finding: { outcome: 'wrong', message: expect.stringContaining('pooler') } });
  expect(await database.direct`select from pg_locks where locktype = 'advisory'`).toEqual([]);
  const right = await openDatabase({ ...settings, databaseDirectUrl: database.url });
  await migrateDatabase(database.url);
  await right.close();
});
