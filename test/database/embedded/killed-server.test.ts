import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../../src/database/connection.ts';
import { withFolderLock } from '../../../src/database/embedded/folder-lock.ts';
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import { acquireEmbeddedServer } from '../../../src/database/embedded/server.ts';
import { migrateDatabase } from '../../../src/database/migrations.ts';
import { PublishWatch } from '../../../src/database/publish-watch.ts';
import { PATIENCE_MS } from '../../support/patience.ts';
import { ask, isAlive, removeWithServer, runProgram, temporaryFolder } from './programs.ts';

/**
 * The embedded server, or a part of it, is killed while a program uses it: all parts of the program are answered again
 * by themselves, and what was committed is there.
 */

let template: string;
beforeAll(async () => {
  template = mkdtempSync(path.join(tmpdir(), 'steamscope-embedded-'));
  const { directUrl, answersRole, close } = await openDatabase({ dataFolder: template });
  await migrateDatabase(directUrl, { answersRole });
  await ask(
    directUrl,
    'create table public.kept as select 42 as value; grant select on public.kept to public',
  );
  await ask(
    directUrl,
    `insert into steamscope.data_sets (id, format, summary, published_at) values (1, 1, '{}', now());
     insert into steamscope.served_data_set values (1, 1)`,
  );
  await close();
});
afterAll(() => removeWithServer(template));

const patience = { timeout: PATIENCE_MS, interval: 20 };

interface Opened {
  dataFolder: string;
  database: Database;
  watch: PublishWatch;
  /** The lines about the server. */
  log: string[];
  /** The process of the server now. */
  server(): number;
  /** Waits until both pools and the watch have what was committed. */
  answersAgain(): Promise<void>;
}

/** A program's connections to a server of its own. */
async function opened(): Promise<Opened> {
  const dataFolder = temporaryFolder();
  execFileSync('cp', ['-a', `${template}/.`, dataFolder]);
  const log: string[] = [];
  const database = await openDatabase({ dataFolder }, (message) => log.push(message));
  const watch = new PublishWatch(() => database.directUrl);
  watch.start();
  onTestFinished(async () => {
    await watch.stop();
    await database.close();
  });
  const answersAgain = async () => {
    const value = async () => {
      const [answer] = await database.answers.execute<{ value: number }>(sql`select value from kept`);
      const [direct] = await database.direct<{ value: number }[]>`select value from kept`;
      return [answer?.value, direct?.value];
    };
    expect(await vi.waitUntil(() => value().catch(() => null), patience)).toEqual([42, 42]);
    await vi.waitUntil(() => watch.served === 1, patience);
  };
  await answersAgain();
  return {
    dataFolder,
    database,
    watch,
    log,
    server: () => readPostmaster(path.join(dataFolder, 'postgres'))!.pid,
    answersAgain,
  };
}

/** Keeps a session busy, so that it does not notice the death of its server. @returns its process */
async function busySession(url: string): Promise<number> {
  const busy = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  onTestFinished(() => busy.end({ timeout: 0 }));
  const [session] = await busy<{ pid: number }[]>`select pg_backend_pid() as pid`;
  busy.unsafe('do $$ begin loop end loop; end $$').catch(() => {});
  await vi.waitUntil(async () => {
    const running = `select pid as value from pg_stat_activity where pid = ${session!.pid} and state = 'active'`;
    return (await ask(url, running)) !== undefined;
  }, patience);
  return session!.pid;
}

/** The living processes of a server with a name such as `checkpointer`; all of them where no name is given. */
function partsOf(server: number, name = ''): number[] {
  const processes = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' });
  return [...processes.matchAll(/^ *(\d+) +(\d+) (.*)$/gm)]
    .filter(([, , parent, command]) => Number(parent) === server && command!.includes(name))
    .map(([, pid]) => Number(pid));
}

test('a server killed with a busy session keeps its port, and the session is ended; again and again', async () => {
  const { database, log, server, answersAgain } = await opened();
  const { directUrl } = database;
  for (let turn = 0; turn < 3; turn++) {
    const busy = await busySession(directUrl);
    process.kill(server(), 'SIGKILL');
    await vi.waitFor(() => expect(isAlive(busy)).toBe(false), patience);
    await answersAgain();
    expect(database.directUrl).toBe(directUrl);
  }
  expect(log.filter((line) => line.includes('cannot'))).toEqual([]);
});

test('a program that starts after program and server were killed ends the busy session, too', async () => {
  const dataFolder = temporaryFolder();
  execFileSync('cp', ['-a', `${template}/.`, dataFolder]);
  const program = runProgram({ dataFolder });
  const { url, pid } = await program.acquired;
  const busy = await busySession(url);
  await program.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  const next = await acquireEmbeddedServer({ dataFolder });
  // The session is ended by now; it is gone as soon as the system's first process has noticed that.
  await vi.waitFor(() => expect(isAlive(busy)).toBe(false), patience);
  expect(next.url).toBe(url);
  expect(await ask(next.url, 'select value from kept')).toBe(42);
  await next.release();
});

test('all parts of a program follow the server to another port, where its own was taken', async () => {
  const { database, dataFolder, log, server, answersAgain } = await opened();
  const { directUrl } = database;
  // The other program accepts connections and says nothing.
  const callers = new Set<Socket>();
  const taken = createServer((socket) => callers.add(socket));
  // The lock keeps the program from starting the server before its port is taken.
  await withFolderLock(dataFolder, async () => {
    process.kill(server(), 'SIGKILL');
    await vi.waitUntil(() => listens(taken, Number(new URL(directUrl).port)), patience);
  });
  await answersAgain();
  expect(database.directUrl).not.toBe(directUrl);
  expect(log.at(-1)).toContain('another port');
  taken.close();
  for (const socket of callers) socket.destroy();
  // The first port is free again, but the new one is kept.
  const moved = database.directUrl;
  process.kill(server(), 'SIGKILL');
  await answersAgain();
  expect(database.directUrl).toBe(moved);
});

test.each([
  ['', ''],
  ['the number of no process', '-1\n'],
  ['zeros, as after a power cut', '\0'.repeat(120)],
])('a killed server whose postmaster.pid holds "%s" starts again', async (_, text) => {
  const { dataFolder, server, answersAgain } = await opened();
  await withFolderLock(dataFolder, async () => {
    process.kill(server(), 'SIGKILL');
    writeFileSync(path.join(dataFolder, 'postgres/postmaster.pid'), text);
  });
  await answersAgain();
});

test('a server that is killed again whenever it starts answers after the last time', async () => {
  const { dataFolder, server, answersAgain } = await opened();
  let killed = server();
  process.kill(killed, 'SIGKILL');
  for (let turn = 0; turn < 4; turn++) {
    // In the middle of its start, when it recovers the data.
    killed = await vi.waitUntil(() => {
      const next = readPostmaster(path.join(dataFolder, 'postgres'))?.pid;
      return next !== undefined && next !== killed && isAlive(next) ? next : null;
    }, patience);
    process.kill(killed, 'SIGKILL');
  }
  await answersAgain();
});

test('all processes of a server are killed at once', async () => {
  const { server, answersAgain } = await opened();
  const whole = [server(), ...partsOf(server())];
  expect(whole.length).toBeGreaterThan(4);
  for (const pid of whole) process.kill(pid, 'SIGKILL');
  await answersAgain();
});

test.each(['checkpointer', 'walwriter', 'background writer', 'idle'])(
  'a server loses its %s',
  async (name) => {
    const { server, answersAgain } = await opened();
    const [part] = partsOf(server(), name);
    process.kill(part!, 'SIGKILL');
    await vi.waitFor(() => expect(isAlive(part!)).toBe(false), patience);
    await answersAgain();
  },
);

test('rows that were being copied when the server was killed are gone, and all others are there', async () => {
  const { database, server, answersAgain } = await opened();
  await database.direct`create table copied (n int)`;
  const copying = database.direct.begin(async (transaction) => {
    const stream = await transaction`copy copied from stdin`.writable();
    const failed = new Promise((_, reject) => stream.on('error', reject));
    stream.write('1\n'.repeat(100_000));
    process.kill(server(), 'SIGKILL');
    await failed;
  });
  await expect(copying).rejects.toThrow();
  await answersAgain();
  expect([...(await database.direct`select count(*)::int from copied`)]).toEqual([{ count: 0 }]);
});

test('a program whose database is removed is told that it has to be started again', async () => {
  const { database, dataFolder, server } = await opened();
  const away = `${dataFolder}-away`;
  renameSync(dataFolder, away);
  onTestFinished(() => rmSync(away, { recursive: true, force: true }));
  process.kill(readPostmaster(path.join(away, 'postgres'))!.pid, 'SIGKILL');
  expect(server).toThrow();
  await expect(database.lost).rejects.toMatchObject({
    name: 'EmbeddedServerError',
    code: 'folder-gone',
    message: expect.stringContaining(dataFolder),
  });
});

/** Whether a server listens now on this port of this machine; false where the port is taken. */
function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
}
