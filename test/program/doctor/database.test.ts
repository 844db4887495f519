import { randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../../src/database/embedded/postmaster.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { look } from './look.ts';

let database: TestDatabase;
const role = `role_${randomBytes(6).toString('hex')}`;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.direct.unsafe(`create role ${role} login password 'hunter2'`);
});
afterAll(async () => {
  await database.direct.unsafe(`drop owned by ${role}`);
  await database.direct.unsafe(`drop role ${role}`);
  await database.remove();
});

/** The address of the test's database, with some parts changed. */
function address(changes: Partial<Pick<URL, 'host' | 'username' | 'password' | 'pathname' | 'search'>> = {}) {
  return Object.assign(new URL(database.url), changes).href;
}
const asRole = { username: role, password: 'hunter2' };
const name = () => new URL(database.url).pathname.slice(1);

test('a sound database is all right', async () => {
  expect(await look('database', { DATABASE_URL: database.url })).toEqual({
    name: 'database',
    outcome: 'ok',
    message: expect.stringMatching(
      /^Postgres 18\.\d+; steamscope may do all .* in test_\w+; no extension is needed$/,
    ),
  });
  expect(await look('migrations', { DATABASE_URL: database.url })).toMatchObject({
    outcome: 'ok',
    message: expect.stringMatching(/^all \d+$/),
  });
});

describe('a server that cannot be reached', () => {
  test.each([
    ['a wrong password', { password: 'hunter2' }, /the password is not accepted/],
    ['an unknown role', { password: 'hunter2', username: 'nobody' }, /the password is not accepted/],
    ['an unknown database', { pathname: '/hers' }, /there is no such database/],
    ['an unknown host', { host: 'steamscope.invalid' }, /no such host|cannot be looked up/],
  ])('because of %s', async (_, changes, said) => {
    const url = address(changes);
    const found = await look('database', { DATABASE_URL: url });
    expect(found).toMatchObject({ outcome: 'wrong', message: expect.stringMatching(said) });
    expect(found.message).toMatch(/^DATABASE_URL, /);
    expect(found.cure).toBeTruthy();
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`hunter2|${new URL(database.url).password}`));
    expect(await look('migrations', { DATABASE_URL: url })).toMatchObject({ outcome: 'warning' });
  });

  test('because nobody listens', async () => {
    const url = `postgres://me:hunter2@127.0.0.1:${await freePort()}/name`;
    expect(await look('database', { DATABASE_URL: url })).toMatchObject({
      outcome: 'wrong',
      message: expect.stringMatching(/^DATABASE_URL, me@127\.0\.0\.1:\d+\/name: no server listens there$/),
    });
  });

  describe('because it accepts connections and is silent', () => {
    let server: Server;
    const sockets: Socket[] = [];
    afterEach(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    test('is given up', async () => {
      server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as { port: number };
      expect(await look('database', { DATABASE_URL: `postgres://me@127.0.0.1:${port}/name` })).toMatchObject({
        outcome: 'wrong',
        message: expect.stringMatching(/: a server accepts the connection and then says nothing$/),
      });
    });
  });
});

describe('a role without the right', () => {
  test('to connect', async () => {
    await database.direct.unsafe(`revoke connect on database ${name()} from public`);
    try {
      expect(await look('database', { DATABASE_URL: address(asRole) })).toMatchObject({
        outcome: 'wrong',
        message: expect.stringMatching(/may not connect/),
        cure: expect.stringMatching(/grant connect/),
      });
    } finally {
      await database.direct.unsafe(`grant connect on database ${name()} to public`);
    }
  });

  test('to make schemas gets a cure that works, and then the next missing right', async () => {
    const found = await look('database', { DATABASE_URL: address(asRole) });
    expect(found).toMatchObject({
      outcome: 'wrong',
      message: `the role ${role} may not make schemas in ${name()}`,
    });
    const [grant] = /grant .*/.exec(found.cure!)!;
    await database.direct.unsafe(grant);
    expect(await look('database', { DATABASE_URL: address(asRole) })).toMatchObject({
      outcome: 'wrong',
      message: `the role ${role} does not own steamscope, steamscope_migrations, steamscope_template`,
    });
    expect(await look('migrations', { DATABASE_URL: address(asRole) })).toMatchObject({ outcome: 'warning' });

    const schemas = ['steamscope', 'steamscope_migrations', 'steamscope_template'];
    for (const schema of schemas) await database.direct.unsafe(`alter schema ${schema} owner to ${role}`);
    // Their tables still belong to another role.
    expect(await look('database', { DATABASE_URL: address(asRole) })).toMatchObject({ outcome: 'wrong' });
    const tables = await database.direct`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ${database.direct(schemas)}`;
    for (const table of tables) await database.direct.unsafe(`alter table ${table.name} owner to ${role}`);
    expect(await look('database', { DATABASE_URL: address(asRole) })).toMatchObject({ outcome: 'ok' });
    expect(await look('migrations', { DATABASE_URL: address(asRole) })).toMatchObject({ outcome: 'ok' });
  });
});

describe('a database', () => {
  let other: postgres.Sql;
  let url: string;
  const made = `other_${randomBytes(6).toString('hex')}`;
  afterEach(async () => {
    await database.direct.unsafe(`drop database if exists ${made} with (force)`);
    await other?.end();
  });
  const create = async (how: string) => {
    await database.direct.unsafe(`create database ${made} ${how}`);
    url = address({ pathname: `/${made}` });
    other = postgres(url, { max: 1, onnotice: () => {} });
  };

  test('that cannot store every name is wrong', async () => {
    await create(`encoding 'SQL_ASCII' template template0`);
    expect(await look('database', { DATABASE_URL: url })).toMatchObject({
      outcome: 'wrong',
      message: `the database ${made} is encoded in SQL_ASCII`,
    });
  });

  test('that takes no changes is wrong', async () => {
    await create('');
    await other.unsafe(`alter database ${made} set default_transaction_read_only = on`);
    expect(await look('database', { DATABASE_URL: url })).toMatchObject({
      outcome: 'wrong',
      message: expect.stringMatching(/is read-only/),
    });
  });

  test('that is empty is all right', async () => {
    await create('');
    expect(await look('database', { DATABASE_URL: url })).toMatchObject({ outcome: 'ok' });
    expect(await look('migrations', { DATABASE_URL: url })).toMatchObject({
      outcome: 'ok',
      message: expect.stringContaining('none yet'),
    });
  });
});

describe('migrations', () => {
  const migrations = () =>
    database.direct`select id from steamscope_migrations.__drizzle_migrations order by id`;

  test('of a newer version are wrong', async () => {
    await database.direct`
      insert into steamscope_migrations.__drizzle_migrations (hash, created_at) values ('later', 4102444800000)`;
    try {
      expect(await look('migrations', { DATABASE_URL: database.url })).toMatchObject({
        outcome: 'wrong',
        message: expect.stringMatching(/newer version of Steamscope.*unknown here: 1/),
      });
    } finally {
      await database.direct`delete from steamscope_migrations.__drizzle_migrations where hash = 'later'`;
    }
  });

  test('that have not run yet are run by the next start', async () => {
    const [first] = await migrations();
    const [kept] = await database.direct`
      delete from steamscope_migrations.__drizzle_migrations where id = ${first!.id} returning *`;
    try {
      expect(await look('migrations', { DATABASE_URL: database.url })).toMatchObject({
        outcome: 'ok',
        message: expect.stringMatching(/^\d+ of \d+; the next start does the rest$/),
      });
    } finally {
      await database.direct`insert into steamscope_migrations.__drizzle_migrations ${database.direct(kept!)}`;
    }
  });
});

test('a pooler is checked as well as the server itself', async () => {
  const settings = { DATABASE_URL: address({ password: 'hunter2' }), DATABASE_DIRECT_URL: database.url };
  expect(await look('database', settings)).toMatchObject({ outcome: 'ok' });
  expect(await look('pooler', settings)).toMatchObject({
    outcome: 'wrong',
    message: expect.stringMatching(/^DATABASE_URL, .*the password is not accepted$/),
  });
});

test("the server's clock is compared with this machine's", async () => {
  expect(await look('clock', { DATABASE_URL: database.url })).toMatchObject({
    outcome: 'ok',
    message: 'agrees with the database',
  });
});
