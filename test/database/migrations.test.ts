import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { LOCKS } from '../../src/database/locks.ts';
import { migrateDatabase, NewerDatabaseError } from '../../src/database/migrations.ts';
import { run } from '../support/program.ts';

const JOURNAL = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as {
  entries: { tag: string; when: number }[];
};
const made = JOURNAL.entries.map(({ when }) => String(when));

let server: postgres.Sql;
let sql: postgres.Sql;
let url: string;
let name: string;
beforeEach(async () => {
  server = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
  name = `migrated_${randomBytes(6).toString('hex')}`;
  await server`create database ${server(name)}`;
  const address = new URL(inject('serverUrl'));
  address.pathname = `/${name}`;
  url = address.href;
  sql = postgres(url, { max: 1, onnotice: () => {} });
});
afterEach(async () => {
  await sql.end();
  await server`drop database ${server(name)} with (force)`;
  await server.end();
});

/** The times at which the migrations that have run were made, in the order in which they ran. */
async function migrationsRun(): Promise<string[]> {
  const rows = await sql<{ made: string }[]>`
    select created_at::text as made from steamscope_migrations.__drizzle_migrations order by id`;
  return rows.map((row) => row.made);
}

test('programs that start at once on a new database run each migration once, in order', async () => {
  const ended = await Promise.all(
    [0, 1, 2, 3].map(() =>
      run(['restore', 'test/database/backup/format-1.jsonl', '--replace'], { DATABASE_URL: url }),
    ),
  );
  expect(ended.map(({ stderr }) => stderr).join('')).not.toMatch(/relation|schema|duplicate/);
  expect(await migrationsRun()).toEqual(made);
});

test('another process that migrates is told, with the way to end it, and is waited for', async () => {
  const held = await sql.reserve();
  await held`select pg_advisory_lock(${LOCKS.migration})`;
  const [holder] = await held<{ pid: number }[]>`select pg_backend_pid() as pid`;
  let migrating: Promise<boolean> | undefined;
  const told = await new Promise<string>((resolve) => {
    migrating = migrateDatabase(url, { announce: resolve, firstToldMs: 1 });
  });
  await held`select pg_advisory_unlock(${LOCKS.migration})`;
  held.release();
  await migrating;
  expect(told).toContain(`select pg_terminate_backend(${holder!.pid})`);
  expect(await migrationsRun()).toEqual(made);
});

test('nothing is made for a caller that needs an existing database', async () => {
  expect(await migrateDatabase(url, { existing: true })).toBe(false);
  expect(await sql`select nspname from pg_namespace where nspname like 'steamscope%'`).toEqual([]);
  await migrateDatabase(url);
  expect(await migrateDatabase(url, { existing: true })).toBe(true);
});

test('many calls in one process run each migration once, and a later call runs none', async () => {
  await Promise.all(Array.from({ length: 8 }, () => migrateDatabase(url)));
  await migrateDatabase(url);
  expect(await migrationsRun()).toEqual(made);
});

describe('a database of an earlier version', () => {
  /** Brings the database to the state after the first `count` migrations. */
  async function leaveAt(count: number): Promise<void> {
    await sql`create schema steamscope_migrations`;
    await sql`
      create table steamscope_migrations.__drizzle_migrations (
        id serial primary key, hash text not null, created_at bigint)`;
    for (const { tag, when } of JOURNAL.entries.slice(0, count)) {
      await sql.unsafe(readFileSync(`drizzle/${tag}.sql`, 'utf8'));
      await sql`
        insert into steamscope_migrations.__drizzle_migrations (hash, created_at) values (${tag}, ${when})`;
    }
    await sql`insert into steamscope.data_sets (format, published_at) values (1, '2026-01-01T00:00:00Z')`;
    await sql`insert into steamscope.served_data_set (data_set_id) values (1)`;
    await sql`insert into steamscope.refreshes (outcome, data_set_id) values ('published', 1), ('failed', null)`;
  }

  test.each(JOURNAL.entries.map(({ tag }, index) => [tag, index + 1] as const))(
    'after migration %s is brought to this version, with its rows',
    async (_, count) => {
      await leaveAt(count);
      await migrateDatabase(url);
      expect(await migrationsRun()).toEqual(made);
      expect(await sql`select outcome, data_set_id from steamscope.refreshes order by id`).toEqual([
        { outcome: 'published', data_set_id: 1 },
        { outcome: 'failed', data_set_id: null },
      ]);
      expect(await sql`select data_set_id from steamscope.served_data_set`).toEqual([{ data_set_id: 1 }]);
      expect(await sql`select count(*)::int as n from steamscope.moderator_actions`).toEqual([{ n: 0 }]);
    },
  );
});

test('a database of a newer version is refused by every process, and nothing in it changes', async () => {
  await migrateDatabase(url);
  await sql`
    insert into steamscope_migrations.__drizzle_migrations (hash, created_at) values ('later', 4102444800000)`;
  const refusals = await Promise.allSettled([0, 1, 2].map(() => migrateDatabase(url)));
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ status: 'rejected', reason: expect.any(NewerDatabaseError) });
  }
  expect(await migrationsRun()).toEqual([...made, '4102444800000']);
});
