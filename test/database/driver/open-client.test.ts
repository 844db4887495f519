import { randomBytes } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openClient, POOLED } from '../../../src/database/driver/open-client.ts';

const role = `role_${randomBytes(6).toString('hex')}`;
/** Has every sign that an address writes in another way, and is none of a real server. */
const PASSWORD = 'p@ss:w/o#r?d% of+nobody&=[é]';

let owner: postgres.Sql;
beforeAll(async () => {
  owner = openClient(inject('serverUrl'), { max: 1, onnotice: () => {} });
  await owner.unsafe(`create role ${role} login password '${PASSWORD}'`);
});
afterAll(async () => {
  await owner.unsafe(`drop role ${role}`);
  await owner.end();
});

/** The answer of a server at an address to one question. */
async function ask(address: string, question: string): Promise<Record<string, unknown>> {
  const client = openClient(address, { max: 1, onnotice: () => {} });
  try {
    const [row] = await client.unsafe(question);
    return row!;
  } finally {
    await client.end({ timeout: 1 });
  }
}

const WHO = 'select current_user as role, current_database() as name';
const server = new URL(inject('serverUrl'));
const database = server.pathname.slice(1);

describe('the parameters of other clients do not keep the program out', () => {
  test.each([
    'schema=public',
    'pgbouncer=true&connection_limit=1',
    'channel_binding=require',
    'sslmode=prefer&channel_binding=prefer',
    'uselibpqcompat=true&sslmode=prefer',
    'sslmode=allow&gssencmode=prefer',
    'pool_timeout=0&socket_timeout=10&statement_cache_size=0',
    'pool_max_conns=5&pool=5&currentSchema=public',
    'options=-c%20search_path%3Dpg_catalog&connect_timeout=20',
    'target_session_attrs=read-write',
  ])('%s', async (parameters) => {
    expect(await ask(`${server}?${parameters}`, WHO)).toEqual({ role: server.username, name: database });
  });
});

test('a password with any sign in it is the one that the server gets', async () => {
  const address = Object.assign(new URL(server), { username: role });
  address.password = encodeURIComponent(PASSWORD);
  expect(await ask(address.href, WHO)).toEqual({ role, name: database });
  const asParameters = `postgres://${server.host}/${database}?user=${role}&password=${encodeURIComponent(PASSWORD)}`;
  expect(await ask(asParameters, WHO)).toEqual({ role, name: database });
});

test("Postgres's own settings of an address reach the server", async () => {
  const address = `${server}?application_name=a%20name&statement_timeout=4321&options=-c%20work_mem%3D5MB`;
  const question = `select current_setting('application_name') as name, current_setting('statement_timeout') as timeout,
    current_setting('work_mem') as memory`;
  expect(await ask(address, question)).toEqual({ name: 'a name', timeout: '4321ms', memory: '5MB' });
});

test('of several hosts, the one that answers is used', async () => {
  const silent = createServer((socket: Socket) => socket.destroy()).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as { port: number };
  const account = `${server.username}:${server.password}`;
  try {
    const address = `postgres://${account}@127.0.0.1:${port},${server.host}/${database}?target_session_attrs=primary`;
    expect(await ask(address, WHO)).toMatchObject({ name: database });
  } finally {
    silent.close();
  }
});

test('without a name, the database is that of the user', async () => {
  const address = `postgres://${server.username}:${server.password}@${server.host}`;
  expect(await ask(address, WHO)).toEqual({ role: server.username, name: server.username });
});

test('a client that sends nothing ahead, as for a pooler, makes transactions of several queries', async () => {
  const client = openClient(inject('serverUrl'), { ...POOLED, max: 3, onnotice: () => {} });
  const doubled = (n: number) =>
    client.begin(async (transaction) => {
      await transaction`set local statement_timeout = 0`;
      const rows = await Promise.all([n, n].map((half) => transaction`select ${half}::int as half`));
      return rows.reduce((sum, [row]) => sum + row!.half, 0);
    });
  expect(await Promise.all([1, 2, 3, 4, 5].map(doubled))).toEqual([2, 4, 6, 8, 10]);
  await client.end();
});
