import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { PUBLISHED_CHANNEL, PublishWatch } from '../../src/database/publish-watch.ts';
import { publishDataSet } from '../../src/etl/publish/publish.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let watch: PublishWatch;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => watch.stop());
afterAll(() => database.remove());

const patience = { timeout: 20_000, interval: 10 };

async function started(): Promise<number> {
  watch = new PublishWatch(database.url);
  watch.start();
  return vi.waitUntil(() => watch.generation, patience);
}

test('what is published by another process is heard', async () => {
  const before = await started();
  await database.direct.notify(PUBLISHED_CHANNEL, '7');
  await vi.waitUntil(() => watch.generation !== before, patience);
  expect(watch.generation).not.toBeNull();
});

test('nothing is heard of a publication before it is committed, nor of one that is rolled back', async () => {
  const before = await started();
  await database.direct`insert into steamscope.data_sets (id, format) values (1, 1)`;
  const rolledBack = database.direct.begin(async (sql) => {
    await publishDataSet(sql, 1);
    // What was sent before the commit would come before this, over the same connection.
    const other = randomUUID();
    const heard = new Promise<void>((resolve) => void database.direct.listen(other, () => resolve()));
    await vi.waitUntil(async () => {
      await database.direct.notify(other, '');
      return Promise.race([heard.then(() => true), new Promise((resolve) => setTimeout(resolve, 5))]);
    }, patience);
    expect(watch.generation).toBe(before);
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  await database.direct.begin((sql) => publishDataSet(sql, 1));
  await vi.waitUntil(() => watch.generation !== before, patience);
});

test('before it listens it is not to be trusted', () => {
  watch = new PublishWatch(database.url);
  expect(watch.generation).toBeNull();
});

test('what was published while its connection was cut counts as published when it listens again', async () => {
  const before = await started();
  await database.direct`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  await vi.waitUntil(() => watch.generation !== null && watch.generation !== before, patience);
});

test('where nothing comes through it says so, within a few seconds, and listens again later', async () => {
  const before = await started();
  const name = new URL(database.url).pathname.slice(1);
  const server = postgres(new URL('/postgres', database.url).href, { max: 1, onnotice: () => {} });
  try {
    await server`alter database ${server(name)} allow_connections false`;
    await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    await vi.waitUntil(() => watch.generation === null, patience);
    await server`alter database ${server(name)} allow_connections true`;
    await vi.waitUntil(() => watch.generation !== null, patience);
    expect(watch.generation).not.toBe(before);
  } finally {
    await server`alter database ${server(name)} allow_connections true`;
    await server.end();
  }
});
