import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClient } from '../../src/database/driver/open-client.ts';
import { freePort } from '../../src/database/embedded/postmaster.ts';
import { describeDatabaseFailure } from '../../src/database/failures.ts';
import { migrateDatabase } from '../../src/database/migrations.ts';
import { describeFailure } from '../../src/program/describe-failure.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
const role = `role_${randomBytes(6).toString('hex')}`;
const name = () => new URL(database.url).pathname.slice(1);
beforeAll(async () => {
  database = await createTestDatabase();
  await database.direct.unsafe(`create role ${role} login password 'hunter2'`);
});
afterAll(async () => {
  await database.direct.unsafe(`drop owned by ${role}`);
  await database.direct.unsafe(`drop role ${role}`);
  await database.remove();
});

/** The address of the test's database for the role without rights, with some parts changed. */
function address(
  changes: Partial<Pick<URL, 'host' | 'username' | 'password' | 'pathname' | 'search'>> = {},
): string {
  return Object.assign(new URL(database.url), { username: role, password: 'hunter2' }, changes).href;
}

/** The error of a query at an address. */
async function errorOf(url: string, ...queries: string[]): Promise<unknown> {
  const client = openClient(url, { max: 1, onnotice: () => {} });
  try {
    for (const query of queries) await client.unsafe(query);
    throw new Error('it did not fail');
  } catch (error) {
    return error;
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** The sentence on the terminal for an error, which a person can mend and which holds no secret. */
function told(error: unknown): string {
  const { status, message } = describeFailure(error);
  expect(status, message).toBe(1);
  expect(message).not.toContain('hunter2');
  expect(message).not.toMatch(/\n/);
  expect(message).toMatch(/^The database cannot be used: .* \([A-Z\d_]+\)\. [A-Z].*\.$/);
  return message;
}

describe('the way in', () => {
  test.each([
    ['a wrong password', { password: 'hunter3' }, /the password is not accepted \(28P01\)/],
    ['an unknown database', { pathname: '/hers' }, /there is no such database \(3D000\)/],
    ['an unknown host', { host: 'steamscope.invalid' }, /no such host|cannot be looked up/],
    [
      'an unknown setting',
      { search: '?options=-c%20no_such_thing%3D1' },
      /refuses a setting of the address: .*no_such_thing/,
    ],
    [
      'a wrong value',
      { search: '?statement_timeout=soon' },
      /refuses a setting of the address: .*statement_timeout/,
    ],
    ['options that are none', { search: '?options=%2D%2Dnonsense' }, /refuses a setting of the address/],
    ['a server without TLS', { search: '?sslmode=require' }, /does not speak TLS there .*sslmode=prefer/],
    ['a server without TLS, to be checked', { search: '?sslmode=verify-full' }, /does not speak TLS there/],
    [
      'a server without TLS, asked directly',
      { search: '?sslmode=require&sslnegotiation=direct' },
      /does not speak TLS|ended the connection/,
    ],
  ])('%s', async (_, changes, sentence) => {
    expect(told(await errorOf(address(changes), 'select 1'))).toMatch(sentence);
  });

  test('nobody listens', async () => {
    expect(told(await errorOf(`postgres://me:hunter2@127.0.0.1:${await freePort()}/x`, 'select 1'))).toMatch(
      /no server listens there \(ECONNREFUSED\)/,
    );
  });

  test('no socket in a folder', async () => {
    expect(told(await errorOf(`postgres:///x?host=${tmpdir()}`, 'select 1'))).toMatch(
      /no socket of a server in that folder/,
    );
  });

  /** Changes the server, looks at the error of the role, and changes it back. */
  const meanwhile = async (change: string, back: string) => {
    await database.direct.unsafe(change);
    try {
      return told(await errorOf(address(), 'select 1'));
    } finally {
      await database.direct.unsafe(back);
    }
  };

  test('a role that may not log in', async () => {
    expect(await meanwhile(`alter role ${role} nologin`, `alter role ${role} login`)).toMatch(
      /this role may not log in/,
    );
  });

  test('no right to connect', async () => {
    expect(
      await meanwhile(
        `revoke connect on database ${name()} from public`,
        `grant connect on database ${name()} to public`,
      ),
    ).toMatch(/may not connect to the database \(42501\)\. Run: grant connect/);
  });

  test('no connection left for the role', async () => {
    expect(
      await meanwhile(`alter role ${role} connection limit 0`, `alter role ${role} connection limit -1`),
    ).toMatch(/no free connection \(53300\).*connection limit/);
  });

  test('no connection left for the database', async () => {
    expect(
      await meanwhile(
        `alter database ${name()} connection limit 0`,
        `alter database ${name()} connection limit -1`,
      ),
    ).toMatch(/no free connection \(53300\)/);
  });

  test('a database that takes no connections', async () => {
    const closed = `closed_${randomBytes(6).toString('hex')}`;
    await database.direct.unsafe(`create database ${closed} allow_connections false`);
    expect(told(await errorOf(address({ pathname: `/${closed}` }), 'select 1'))).toMatch(
      /not currently accepting connections/,
    );
    await database.direct.unsafe(`drop database ${closed}`);
  });
});

describe('a right that is missing is told with its place', () => {
  test('to make schemas, as the first start does', async () => {
    const empty = `empty_${randomBytes(6).toString('hex')}`;
    await database.direct.unsafe(`create database ${empty}`);
    const error = await migrateDatabase(address({ pathname: `/${empty}` })).catch(
      (failed: unknown) => failed,
    );
    expect(told(error)).toMatch(
      new RegExp(
        `may not make schemas in the database ${empty}, .*\\. Run as its owner: grant create on database "${empty}"`,
      ),
    );
    await database.direct.unsafe(`drop database ${empty} with (force)`);
  });

  test('to a schema', async () => {
    expect(
      told(await errorOf(address(), 'select * from steamscope_migrations.__drizzle_migrations')),
    ).toMatch(/no right to the schema steamscope_migrations/);
  });

  test('to a table', async () => {
    await database.direct.unsafe(`grant usage on schema steamscope_migrations to ${role}`);
    expect(
      told(await errorOf(address(), 'select * from steamscope_migrations.__drizzle_migrations')),
    ).toMatch(/no right to the table __drizzle_migrations/);
  });

  test('of another kind', async () => {
    expect(told(await errorOf(address(), 'create role somebody'))).toMatch(
      /no right to do what is needed \(permission denied/,
    );
  });
});

describe('the state of the server', () => {
  test('read-only', async () => {
    const error = await errorOf(
      `${database.url}?options=-c%20default_transaction_read_only%3Don`,
      'create table t (a int)',
    );
    expect(told(error)).toMatch(/read-only \(a replica\?\) \(25006\)/);
  });

  test('a statement that takes too long', async () => {
    const error = await errorOf(`${database.url}?statement_timeout=20`, 'select pg_sleep(60)');
    expect(told(error)).toMatch(/longer than statement_timeout allows \(57014\)/);
  });

  test('a lock that is held for too long', async () => {
    await database.direct.begin(async (sql) => {
      await sql`lock table steamscope.refreshes`;
      const error = await errorOf(`${database.url}?lock_timeout=20`, 'select from steamscope.refreshes');
      expect(told(error)).toMatch(/holds a lock for too long \(55P03\)/);
    });
  });

  test('a connection that an administrator ends', async () => {
    expect(told(await errorOf(database.url, 'select pg_terminate_backend(pg_backend_pid())'))).toMatch(
      /ended the connection \((?:57P01|CONNECTION_CLOSED)\)/,
    );
  });

  // Failures that a test cannot cause for real come in the form in which Postgres and Node send them.
  test.each([
    ['53100', /disk is full/],
    ['53200', /no memory left/],
    ['57P02', /has crashed/],
    ['57P03', /starting or stopping/],
    ['58P01', /file of the server is gone/],
    ['XX001', /table of the server is corrupted/],
    ['XX002', /index of the server is corrupted.*reindex/],
    ['54000', /limit of Postgres/],
    ['40001', /same rows/],
    ['26000', /pooler in transaction mode.*DATABASE_DIRECT_URL/],
    ['EAI_AGAIN', /cannot be looked up/],
    ['ETIMEDOUT', /does not answer/],
    ['EHOSTUNREACH', /no way leads/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /signed by itself/],
    ['CERT_HAS_EXPIRED', /has expired/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /another host/],
  ])('%s', (code, sentence) => {
    expect(told(Object.assign(new Error('it failed'), { code }))).toMatch(sentence);
  });

  test('that a pooler or a proxy tells in its own words', () => {
    const refusal = (code: string, message: string) =>
      told(Object.assign(new Error(message), { code, severity: 'FATAL' }));
    expect(refusal('08P01', 'unsupported startup parameter: statement_timeout')).toMatch(
      /pooler.*DATABASE_DIRECT_URL/,
    );
    expect(refusal('XX000', 'Tenant or user not found')).toMatch(/it says: Tenant or user not found/);
    expect(
      refusal('28000', 'no pg_hba.conf entry for host "::1", user "me", database "x", no encryption'),
    ).toMatch(/with encryption only.*sslmode=require/);
    expect(
      refusal('28000', 'no pg_hba.conf entry for host "::1", user "me", database "x", SSL encryption'),
    ).toMatch(/does not let this user in with encryption/);
  });
});

test('a fault of the program stays one, with its stack', async () => {
  const error = await errorOf(database.url, 'select nonsense');
  expect(describeDatabaseFailure(error)).toBeNull();
  expect(describeFailure(error)).toMatchObject({ status: 70, message: expect.stringContaining('nonsense') });
  const missing = Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' });
  expect(describeFailure(missing).status).toBe(70);
});
