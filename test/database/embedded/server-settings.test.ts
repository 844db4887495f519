import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { acquireEmbeddedServer } from '../../../src/database/embedded/server.ts';
import { temporaryFolder } from './programs.ts';

/** Opens the server of a data folder for the rest of the test. */
async function opened(dataFolder: string): Promise<{ sql: postgres.Sql; close(): Promise<void> }> {
  const server = await acquireEmbeddedServer({ dataFolder });
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  const close = async () => {
    await sql.end();
    await server.release();
  };
  onTestFinished(close);
  return { sql, close };
}

/** Megabytes of the write-ahead log's files. */
async function logMegabytes(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ size: number }[]>`select sum(size)::float8 / 1048576 as size from pg_ls_waldir()`;
  return row!.size;
}

test('the files of the write-ahead log are removed once they are not needed', async () => {
  const { sql } = await opened(temporaryFolder());
  await sql`create table written (text text)`;
  await sql`insert into written select repeat('x', 1000) from generate_series(1, 100000)`;
  expect(await logMegabytes(sql)).toBeGreaterThan(96);
  await sql`checkpoint`;
  expect(await logMegabytes(sql)).toBeLessThanOrEqual(64);
});

test('a database of an earlier version of the program gets the limits at its next start', async () => {
  const dataFolder = temporaryFolder();
  const { close } = await opened(dataFolder);
  await close();
  const file = path.join(dataFolder, 'postgres/postgresql.conf');
  const before = readFileSync(file, 'utf8')
    .replace(/max_wal_size = .*/, "max_wal_size = '2GB'")
    .replace(/wal_recycle = .*\n/, '')
    .replace(/min_wal_size = .*\n/, '');
  writeFileSync(file, before);

  const { sql } = await opened(dataFolder);
  const rows = await sql<{ name: string; setting: string }[]>`
    select name, current_setting(name) as setting from pg_settings
    where name in ('max_wal_size', 'min_wal_size', 'wal_recycle', 'checkpoint_timeout', 'wal_level')
    order by name`;
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    checkpoint_timeout: '5min',
    max_wal_size: '256MB',
    min_wal_size: '32MB',
    wal_level: 'minimal',
    wal_recycle: 'off',
  });
});
