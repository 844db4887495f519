import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

/**
 * Tests the patch of postgres.js in patches/: a lost connection neither ends the program nor blocks later queries.
 */

const CONNECTIONS = 4;

let database: TestDatabase;
let lost: postgres.Sql;
/** A pool of one connection, so that the next query gets the one that was cut. */
let single: postgres.Sql;
const opened: { end(): unknown }[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  lost = pool({ max: CONNECTIONS });
  single = pool({ max: 1 });
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.end()));
});
afterAll(async () => {
  await lost.end({ timeout: 1 });
  await single.end({ timeout: 1 });
  await database.remove();
});

function pool(options: object): postgres.Sql {
  return postgres(database.url, {
    backoff: () => 0,
    connection: { application_name: 'lost' },
    ...options,
  });
}

async function cutAll(): Promise<void> {
  await database.direct`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lost'`;
}

/** Checks that queries work again. Each cut connection may fail one more query before that. */
async function answersAgain(sql = lost, connections = CONNECTIONS): Promise<void> {
  const ask = () =>
    sql`select 1 as one`.then(
      () => true,
      () => false,
    );
  for (let connection = 0; connection < connections; connection++) await ask();
  for (let turn = 0; turn < 2 * connections; turn++) expect(await ask()).toBe(true);
}

/** A pool of one connection whose sockets the test controls. */
function dialling() {
  const sockets: Socket[] = [];
  const { hostname, port } = new URL(database.url);
  const dial = async () => {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    sockets.push(socket);
    return socket;
  };
  const sql = pool({ max: 1, socket: dial });
  opened.push({ end: () => sql.end({ timeout: 0 }) });
  return { sql, dial, sockets };
}

test('a transaction whose connection is cut fails, and the program goes on', async () => {
  for (let turn = 0; turn < 10; turn++) {
    const cut = lost.begin(async (sql) => {
      await sql`select 1`;
      await cutAll();
      // In turn the query is written after the loss is known, and at the very moment of the loss.
      if (turn % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      await sql`select 2`;
    });
    await expect(cut).rejects.toThrow();
  }
  await answersAgain();
});

test('a reserved connection that is cut refuses further queries', async () => {
  const reserved = await lost.reserve();
  await reserved`select 1`;
  await cutAll();
  await expect(reserved`select 2`).rejects.toThrow();
  await expect(reserved`select 3`).rejects.toThrow();
  reserved.release();
});

test('a reserved connection that is cut stays refused when the pool has made a new one', async () => {
  const reserved = await single.reserve();
  await reserved`select 1`;
  await cutAll();
  await answersAgain(single, 1);
  await expect(reserved`select 2`).rejects.toThrow();
  reserved.release();
  await answersAgain(single, 1);
});

test('queries of a transaction whose connection was cut do not run on the next connection', async () => {
  let inner: Promise<void> | undefined;
  const transaction = single.begin((sql) => {
    inner = (async () => {
      await sql`select 1`;
      await cutAll();
      await answersAgain(single, 1);
      await expect(sql`select 2`).rejects.toThrow();
    })();
    return inner;
  });
  await expect(transaction).rejects.toThrow();
  await inner;
});

test('a transaction whose connection is reset fails, and the next query is answered', async () => {
  const { sql, sockets } = dialling();
  for (let turn = 0; turn < 3; turn++) {
    const transaction = sql.begin(async (begun) => {
      await begun`select 1`;
      const asked = begun`select pg_sleep(30)`;
      // The query is on its way, and so is the roll-back after it, when the connection ends with an error.
      setImmediate(() => sockets.at(-1)!.destroy(new Error('reset by the test')));
      await asked;
    });
    await expect(transaction).rejects.toThrow();
    await answersAgain(sql, 1);
  }
});

test('a query sent just before its connection is found closed is refused, and the next one is answered', async () => {
  const { sql, dial, sockets } = dialling();
  await sql`select 1`;
  const ours = sockets[0]!;
  const other = await dial();
  // Both connections close in the same turn of the event loop, the other one first. The query is not yet written then.
  const asked = new Promise((resolve) => {
    other.on('close', () =>
      resolve(
        sql`select 2`.then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    );
  });
  ours.destroy();
  other.destroy();
  expect(await asked).toBe('refused');
  await answersAgain(sql, 1);
});

test('a reader that gives up after its connection has closed leaves the program running', async () => {
  const { sql, sockets } = dialling();
  const reading = async () => {
    for await (const _ of sql`select generate_series(1, 100)`.cursor(10)) {
      const gone = once(sockets[0]!, 'close');
      sockets[0]!.destroy();
      await gone;
      // The driver now tells the server that it wants no more rows.
      throw new Error('given up');
    }
  };
  await expect(reading()).rejects.toThrow('given up');
  await answersAgain(sql, 1);
});

test('a cursor in a transaction fails when its connection closes, and does not pass for finished', async () => {
  const { sql, sockets } = dialling();
  const reading = sql.begin(async (begun) => {
    for await (const _ of begun`select generate_series(1, 100)`.cursor(10)) {
      const gone = once(sockets[0]!, 'close');
      sockets[0]!.destroy();
      await gone;
    }
  });
  await expect(reading).rejects.toThrow();
  await answersAgain(sql, 1);
});

test('a connection that is still being made is closed with its pool', async () => {
  // The name of its server is never resolved, so the connection is never made.
  const socket = connect({ host: 'database.example', port: 5432, lookup: () => {} });
  const sql = pool({ max: 1, socket: () => socket });
  const asked = sql`select 1`.catch(() => {});
  await new Promise(setImmediate);
  expect(socket.readyState).toBe('opening');
  await sql.end({ timeout: 0 });
  await asked;
  expect(socket.destroyed).toBe(true);
});

test('every query sent while connections are cut is answered or refused, and all later ones are answered', async () => {
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
