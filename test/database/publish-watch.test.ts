import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { PublishWatch } from '../../src/database/publish-watch.ts';
import { publishDataSet } from '../../src/etl/publish/publish.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { PATIENCE_MS } from '../support/patience.ts';

let database: TestDatabase;
let watch: PublishWatch;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.direct`insert into steamscope.data_sets (id, format) select n, 1 from generate_series(1, 9) n`;
  await publish(1);
});
afterEach(() => watch.stop());
afterAll(() => database.remove());

const patience = { timeout: PATIENCE_MS, interval: 10 };

async function publish(id: number): Promise<void> {
  await database.direct.begin((sql) => publishDataSet(sql, id));
}

/** Starts a watch. @returns the id of the served data set, once the watch knows it */
async function started(): Promise<number> {
  watch = new PublishWatch(() => database.url);
  watch.start();
  return vi.waitUntil(() => watch.served, patience);
}

test('the served data set is known from the start, and after each publication by another process', async () => {
  expect(await started()).toBe(1);
  await publish(2);
  await vi.waitUntil(() => watch.served === 2, patience);
});

test('a publication is not reported before it is committed, nor if it is rolled back', async () => {
  const before = await started();
  const rolledBack = database.direct.begin(async (sql) => {
    await publishDataSet(sql, 3);
    // A notice sent before the commit would arrive before this one, on the same connection.
    const other = randomUUID();
    const heard = new Promise<void>((resolve) => void database.direct.listen(other, () => resolve()));
    await vi.waitUntil(async () => {
      await database.direct.notify(other, '');
      return Promise.race([heard.then(() => true), new Promise((resolve) => setTimeout(resolve, 5))]);
    }, patience);
    expect(watch.served).toBe(before);
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  await publish(4);
  await vi.waitUntil(() => watch.served === 4, patience);
});

test('a listener is told of each publication once the watch knows it', async () => {
  const told: (number | null)[] = [];
  watch = new PublishWatch(
    () => database.url,
    () => told.push(watch.served),
  );
  watch.start();
  await vi.waitUntil(() => watch.served, patience);
  expect(told).toEqual([]);
  await publish(1);
  await publish(2);
  await vi.waitUntil(() => told.length === 2, patience);
  expect(told).toEqual([1, 2]);
});

test('before it listens the watch names no data set', () => {
  watch = new PublishWatch(() => database.url);
  expect(watch.served).toBeNull();
});

test('a publication while the connection was cut is known once the watch listens again', async () => {
  await started();
  await database.direct.begin(async (sql) => {
    // The served data set changes without a notice.
    await sql`update steamscope.served_data_set set data_set_id = 5`;
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
  });
  await vi.waitUntil(() => watch.served === 5, patience);
});

test('the watch names no data set within seconds of a silent connection, and listens again later', async () => {
  const before = await started();
  const name = new URL(database.url).pathname.slice(1);
  const server = postgres(new URL('/postgres', database.url).href, { max: 1, onnotice: () => {} });
  try {
    await server`alter database ${server(name)} allow_connections false`;
    await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    await vi.waitUntil(() => watch.served === null, patience);
    await server`alter database ${server(name)} allow_connections true`;
    expect(await vi.waitUntil(() => watch.served, patience)).toBe(before);
  } finally {
    await server`alter database ${server(name)} allow_connections true`;
    await server.end();
  }
});
