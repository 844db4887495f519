import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { catalogueOf } from '../../../src/engine/catalogue/read-catalogue.ts';
import { DataSets } from '../../../src/engine/data-set/data-sets.ts';
import { perDataSet, readAhead } from '../../../src/engine/data-set/per-data-set.ts';
import { refresh } from '../../../src/etl/refresh/refresh.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { PATIENCE_MS } from '../../support/patience.ts';
import { game, library, lines, review, reviewer, writeRawFiles } from '../../support/raw-files.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const raw = await writeRawFiles({
    games: lines(game(1, { app_name: 'Zephyr' }), game(2, { app_name: 'Anvil' })),
    libraries: lines(library('a', { 1: 60, 2: 0 })),
    reviews: lines(reviewer('a', review(1))),
  });
  await refresh(database.direct, raw.settings);
  await raw.remove();
});
afterAll(() => database.remove());

test('a value that cannot be read ahead at first is read at a later attempt', async () => {
  let attempts = 0;
  const once = perDataSet(
    async ({ database: answers }) => {
      attempts++;
      const [row] = await answers.execute<{ one: number }>(sql`select 1 / ${attempts - 1}::int as one`);
      return row!.one;
    },
    { readAhead: 'names' },
  );
  const dataSet = await new DataSets(database.answers).current();
  await readAhead(dataSet, [0]);
  expect(attempts).toBe(2);
  expect(await once(dataSet)).toBe(1);
  expect(attempts).toBe(2);
});

test('a failed value is not kept: the next question makes it anew', async () => {
  let attempts = 0;
  const failing = perDataSet(async ({ database: answers }) => {
    attempts++;
    await answers.execute(sql`select 1 / ${attempts > 2 ? 1 : 0}::int`);
    return attempts;
  });
  const dataSet = await new DataSets(database.answers).current();
  await failing(dataSet).catch(() => {});
  await expect(failing(dataSet)).rejects.toThrow();
  expect(await failing(dataSet)).toBe(3);
  expect(await failing(dataSet)).toBe(3);
});

test('the catalogue is read even where that takes longer than an answer may', async () => {
  const limited = postgres(database.url, {
    connection: { statement_timeout: 1000, application_name: 'catalogue' },
    fetch_types: false,
    onnotice: () => {},
  });
  const dataSet = await new DataSets(drizzle(limited)).current();
  let reading: ReturnType<typeof catalogueOf> | undefined;
  await database.direct.begin(async (blocking) => {
    await blocking`lock table ${blocking(`steamscope_data_${dataSet.id}`)}.games`;
    reading = catalogueOf(dataSet);
    reading.catch(() => {});
    // It waits for the lock longer than the limit of its connection.
    await vi.waitUntil(
      async () => {
        const [waiting] = await database.direct`
          select from pg_stat_activity where application_name = 'catalogue' and wait_event_type = 'Lock'
          and clock_timestamp() - query_start > interval '1.2 s'`;
        return waiting !== undefined;
      },
      { timeout: PATIENCE_MS, interval: 20 },
    );
  });
  expect((await reading!).games.map(({ name }) => name).sort()).toEqual(['Anvil', 'Zephyr']);
  await limited.end();
});
