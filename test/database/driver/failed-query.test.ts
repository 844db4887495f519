import { connect, type Socket } from 'node:net';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { PATIENCE_MS } from '../../support/patience.ts';

/**
 * Tests the patch of postgres.js in patches/: a query that fails, however it fails, leaves nothing behind on its
 * connection. The next query there gets its own rows, all of them, and nothing else.
 */

let database: TestDatabase;
const opened: postgres.Sql[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  await database.direct`create table parents (id int primary key)`;
  await database.direct`
    create table children (parent int references parents deferrable initially deferred)`;
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((sql) => sql.end({ timeout: 1 })));
});
afterAll(() => database.remove());

/** A pool of one connection, so that the next query gets the one that a query has failed on. */
function single(options: object = {}): postgres.Sql {
  const sql = postgres(database.url, {
    max: 1,
    fetch_types: false,
    onnotice: () => {},
    backoff: () => 0,
    ...options,
  });
  opened.push(sql);
  return sql;
}

/** Asks in every way for rows that are known, one after another and all at once. */
async function ownRowsOnly(sql: postgres.ISql): Promise<void> {
  const ways = [
    () => sql`select 'prepared' as value`,
    () => sql`select ${'with a parameter'}::text as value`,
    () => sql.unsafe(`select 'simple' as value`),
    () => sql.unsafe('select $1 as value', ['unnamed']),
  ];
  const values = ['prepared', 'with a parameter', 'simple', 'unnamed'].map((value) => [{ value }]);
  for (const [place, way] of ways.entries()) expect([...(await way())]).toEqual(values[place]);
  const atOnce = await Promise.all(ways.map((way) => way()));
  expect(atOnce.map((rows) => [...rows])).toEqual(values);
}

/** Waits until the one query of a connection sleeps, when rows of it have been sent. @returns its process */
async function sleeping(name: string): Promise<number> {
  return vi.waitUntil(
    async () => {
      const [found] = await database.direct<{ pid: number }[]>`
        select pid from pg_stat_activity where application_name = ${name} and wait_event = 'PgSleep'`;
      return found?.pid;
    },
    { timeout: PATIENCE_MS, interval: 5 },
  );
}

const DIVIDES = 'select 1 / (n - 3000) as value from generate_series(1, 4000) n';
const SLEEPS =
  'select n as value, case n when 3000 then pg_sleep(60) end as slept from generate_series(1, 4000) n';

/** The ways in which a query comes to its connection, each with its own messages of the protocol. */
const WAYS: [string, (sql: postgres.ISql, text: string) => postgres.PendingQuery<postgres.Row[]>][] = [
  ['simple', (sql, text) => sql.unsafe(text)],
  ['prepared', (sql, text) => sql.unsafe(text, [], { prepare: true, simple: false } as object)],
  ['unnamed', (sql, text) => sql.unsafe(`${text} where $1 = 1`, [1])],
  ['simple, after another statement', (sql, text) => sql.unsafe(`select generate_series(1, 7); ${text}`)],
  ['as an array', (sql, text) => sql.unsafe(text).values() as never],
  ['row by row', (sql, text) => sql.unsafe(text).forEach(() => {}) as never],
];

describe.each(WAYS)('a %s query', (_, asked) => {
  test('that fails in a late row', async () => {
    const sql = single();
    for (let turn = 0; turn < 3; turn++) {
      await expect(asked(sql, DIVIDES)).rejects.toMatchObject({ code: '22012' });
      await ownRowsOnly(sql);
    }
  });

  test('that meets the time limit of its connection', async () => {
    const sql = single({ connection: { statement_timeout: 200 } });
    await expect(asked(sql, SLEEPS)).rejects.toMatchObject({ code: '57014' });
    await ownRowsOnly(sql);
  });

  test('that is cancelled by its asker', async () => {
    const sql = single({ connection: { application_name: 'cancelled' } });
    const query = asked(sql, SLEEPS);
    const failed = expect(query).rejects.toMatchObject({ code: '57014' });
    await sleeping('cancelled');
    query.cancel();
    await failed;
    await ownRowsOnly(sql);
  });

  test('that is cancelled by somebody else', async () => {
    const sql = single({ connection: { application_name: 'ended' } });
    const failed = expect(asked(sql, SLEEPS)).rejects.toMatchObject({ code: '57014' });
    await database.direct`select pg_cancel_backend(${await sleeping('ended')})`;
    await failed;
    await ownRowsOnly(sql);
  });

  test('that loses its connection', async () => {
    const sql = single({ connection: { application_name: 'lost-rows' } });
    const failed = expect(asked(sql, SLEEPS)).rejects.toThrow();
    await database.direct`select pg_terminate_backend(${await sleeping('lost-rows')})`;
    await failed;
    await ownRowsOnly(sql);
  });

  test('in a transaction and in a savepoint', async () => {
    const sql = single();
    await expect(sql.begin((begun) => asked(begun, DIVIDES))).rejects.toMatchObject({ code: '22012' });
    await ownRowsOnly(sql);
    await sql.begin(async (begun) => {
      await expect(begun.savepoint((saved) => asked(saved, DIVIDES))).rejects.toMatchObject({
        code: '22012',
      });
      await ownRowsOnly(begun);
    });
    await ownRowsOnly(sql);
  });

  test('among others that were sent at the same time', async () => {
    const sql = single();
    await sql`select 1`;
    const numbered = (n: number) => sql`select ${n}::int as value, generate_series(1, 3) as row`;
    const [before, failed, ...after] = await Promise.allSettled([
      numbered(1),
      asked(sql, DIVIDES),
      numbered(2),
      numbered(3),
    ]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    const rows = (value: number) => [1, 2, 3].map((row) => ({ value, row }));
    expect([before, ...after].map((end) => [...(end as PromiseFulfilledResult<object[]>).value])).toEqual(
      [1, 2, 3].map(rows),
    );
    await ownRowsOnly(sql);
  });
});

test('a query that is cancelled while it waits behind another gives its rows to nobody', async () => {
  const sql = single();
  await sql`select 1`;
  const first = sql.unsafe('select pg_sleep(0.05), 1 as value');
  const second = sql.unsafe('select pg_sleep(5), 2 as value');
  const third = sql.unsafe('select 3 as value');
  const ends = Promise.allSettled([first, second, third]);
  await new Promise(setImmediate); // All three are on their way to the server.
  second.cancel();
  const [one, two, three] = await ends;
  expect([one, three]).toMatchObject([
    { status: 'fulfilled', value: [{ value: 1 }] },
    { status: 'fulfilled', value: [{ value: 3 }] },
  ]);
  // Postgres drops a cancellation that comes between two queries; the query then has its own rows.
  if (two.status === 'fulfilled') expect([...two.value]).toEqual([expect.objectContaining({ value: 2 })]);
  else expect(two.reason).toMatchObject({ code: '57014' });
  await ownRowsOnly(sql);
});

test('a query whose values cannot be sent fails alone, and takes no rows of the next one', async () => {
  const sql = single();
  await sql`select 1`;
  const ends = await Promise.allSettled([
    sql`select 1 as value`,
    sql`select ${undefined as never} as value`,
    sql`select 3 as value`,
  ]);
  expect(ends).toMatchObject([
    { status: 'fulfilled', value: [{ value: 1 }] },
    { status: 'rejected', reason: { code: 'UNDEFINED_VALUE' } },
    { status: 'fulfilled', value: [{ value: 3 }] },
  ]);
  await ownRowsOnly(sql);
});

describe('a cursor', () => {
  test('that meets an error in a later row', async () => {
    const sql = single();
    const reading = async () => {
      for await (const _ of sql.unsafe(DIVIDES, [], { simple: false } as object).cursor(700));
    };
    await expect(reading()).rejects.toMatchObject({ code: '22012' });
    await ownRowsOnly(sql);
  });

  test('whose reader fails', async () => {
    const sql = single();
    const failing = sql`select generate_series(1, 100) as value`.cursor(10, () => {
      throw new Error('no more');
    });
    await expect(failing).rejects.toThrow('no more');
    await ownRowsOnly(sql);
  });

  test('whose reader gives up early', async () => {
    const sql = single();
    for await (const rows of sql`select generate_series(1, 100) as value`.cursor(10)) {
      expect(rows).toHaveLength(10);
      break;
    }
    await ownRowsOnly(sql);
  });

  test('with a value that its parser refuses', async () => {
    const refuses = (value: unknown) => {
      if (value === 15) throw new Error('refused');
      return value;
    };
    const sql = single({ transform: { value: { from: refuses } } });
    const reading = async () => {
      for await (const _ of sql`select generate_series(1, 100) as value`.cursor(10));
    };
    await expect(reading()).rejects.toThrow('refused');
    await ownRowsOnly(sql);
  });

  test('with a value that its parser refuses, read by a function', async () => {
    const refuses = (value: unknown) => {
      if (value === 15) throw new Error('refused');
      return value;
    };
    const sql = single({ transform: { value: { from: refuses } } });
    await expect(sql`select generate_series(1, 100) as value`.cursor(10, () => {})).rejects.toThrow(
      'refused',
    );
    await ownRowsOnly(sql);
  });

  test.each([false, true])('whose reader gives up before its rows are refused: %s', async (givesUp) => {
    const sql = single();
    const inserting = async () => {
      for await (const _ of sql`insert into children select generate_series(1, 50) returning parent`.cursor(
        10,
      )) {
        if (givesUp) break;
      }
    };
    await inserting().catch(() => {});
    await ownRowsOnly(sql);
    expect([...(await sql`select count(*)::int as value from children`)]).toEqual([{ value: 0 }]);
  });

  test.each(['goes on', 'fails', 'gives up'])(
    'that loses its connection while its reader is at work, which then %s',
    async (how) => {
      const sockets: Socket[] = [];
      const { hostname, port } = new URL(database.url);
      const dial = () => {
        sockets.push(connect(Number(port), hostname));
        return sockets.at(-1);
      };
      const sql = single({ socket: dial });
      let [begin, release] = [() => {}, () => {}];
      const begun = new Promise<void>((resolve) => {
        begin = resolve;
      });
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const reading = sql`select generate_series(1, 100) as value`.cursor(10, async () => {
        begin();
        await held;
        if (how === 'fails') throw new Error('too late');
        return how === 'gives up' ? sql.CLOSE : undefined;
      });
      const failed = expect(reading).rejects.toThrow();
      await begun;
      sockets[0]!.destroy();
      await failed;
      await sql`select 1`;
      const next = sql`select 'next' as value`.execute();
      release();
      expect([...(await next)]).toEqual([{ value: 'next' }]);
      await ownRowsOnly(sql);
    },
  );
});

test('a refused COPY leaves its connection as it was', async () => {
  const sql = single();
  await sql`create temporary table numbers (n int)`;
  const copied = async () => {
    const stream = await sql`copy numbers from stdin`.writable();
    await new Promise((resolve, reject) => {
      stream.on('error', reject).on('finish', resolve).end('1\n2\nnone\n');
    });
  };
  await expect(copied()).rejects.toMatchObject({ code: '22P02' });
  await ownRowsOnly(sql);
});
