import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** What patches/ mends in postgres.js: a server that goes away takes neither the program nor a later question with it. */

const CONNECTIONS = 4;

let database: TestDatabase;
let lost: postgres.Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  lost = postgres(database.url, {
    max: CONNECTIONS,
    backoff: () => 0,
    connection: { application_name: 'lost' },
  });
});
afterAll(async () => {
  await lost.end({ timeout: 1 });
  await database.remove();
});

async function cutAll(): Promise<void> {
  await database.direct`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lost'`;
}

/** Each connection may tell one more question that it was cut; after that all are answered. */
async function answersAgain(): Promise<void> {
  const ask = () =>
    lost`select 1 as one`.then(
      () => true,
      () => false,
    );
  for (let connection = 0; connection < CONNECTIONS; connection++) await ask();
  for (let turn = 0; turn < 2 * CONNECTIONS; turn++) expect(await ask()).toBe(true);
}

test('a transaction whose connection is cut fails, and the program goes on', async () => {
  for (let turn = 0; turn < 10; turn++) {
    const cut = lost.begin(async (sql) => {
      await sql`select 1`;
      await cutAll();
      // Written once the connection is known to be gone, and right when it goes.
      if (turn % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      await sql`select 2`;
    });
    await expect(cut).rejects.toThrow();
  }
  await answersAgain();
});

test('a reserved connection that is cut refuses what it is asked', async () => {
  const reserved = await lost.reserve();
  await reserved`select 1`;
  await cutAll();
  await expect(reserved`select 2`).rejects.toThrow();
  await expect(reserved`select 3`).rejects.toThrow();
  reserved.release();
});

test('every question asked while connections are cut is answered or refused, and all later ones are answered', async () => {
  let settled = 0;
  let asked = 0;
  let over = false;
  const ask = async () => {
    while (!over) {
      asked++;
      await lost`select ${asked}::int`.catch(() => {});
      settled++;
    }
  };
  const askers = Array.from({ length: 12 }, ask);
  for (let turn = 0; turn < 30; turn++) await cutAll();
  over = true;
  await Promise.all(askers);
  expect(settled).toBe(asked);
  await answersAgain();
});
