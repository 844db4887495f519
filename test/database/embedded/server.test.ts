import { mkdirSync, mkdtempSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverAccount } from '../../../src/database/embedded/account.ts';
import { platformPackage, presumedBinaries } from '../../../src/database/embedded/binaries.ts';
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import { startServer } from '../../../src/database/embedded/running-server.ts';
import { acquireEmbeddedServer, type EmbeddedServer } from '../../../src/database/embedded/server.ts';
import { ask, isAlive, isGone, removeWithServer, temporaryFolder } from './programs.ts';

// The tests of this file share a data folder. None leaves a server in it.
let dataFolder: string;
const cluster = () => path.join(dataFolder, 'postgres');
const acquire = () => acquireEmbeddedServer({ dataFolder });

beforeAll(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'steamscope-embedded-'));
  const server = await acquire();
  await ask(server.url, 'create table kept as select 42 as value');
  await server.release();
});

afterAll(() => removeWithServer(dataFolder));

async function using<T>(work: (server: EmbeddedServer) => Promise<T>): Promise<T> {
  const server = await acquire();
  try {
    return await work(server);
  } finally {
    await server.release();
  }
}

describe('a server of one program', () => {
  test('keeps its content, in UTF-8, sorted by code point, with checksums', async () => {
    await using(async ({ url }) => {
      expect(await ask(url, 'select value from kept')).toBe(42);
      expect(await ask(url, `select chr(9829) as value`)).toBe('♥');
      expect(
        await ask(url, `select string_agg(c, '' order by c) as value from unnest('{b,B,é,a,Z}'::text[]) c`),
      ).toBe('BZabé');
      expect(await ask(url, `select current_setting('data_checksums') as value`)).toBe('on');
      expect(await ask(url, `select current_setting('fsync') as value`)).toBe('on');
    });
  });

  test('is reached only on 127.0.0.1, and only with its password', async () => {
    await using(async ({ url }) => {
      const address = new URL(url);
      expect(address.hostname).toBe('127.0.0.1');
      expect(address.password).toMatch(/^[\w-]{20,}$/);
      address.password = 'guessed';
      await expect(ask(address.href, 'select 1 as value')).rejects.toMatchObject({ code: '28P01' });
      // 127.0.0.2 is this machine too. A server that listened everywhere would answer there.
      await expect(knock('127.0.0.2', Number(address.port))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      expect(await ask(url, `select current_setting('unix_socket_directories') as value`)).toBe('');
    });
  });

  test('has a password that no other user can read', () => {
    const file = path.join(dataFolder, 'postgres-password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is gone once it has been released, however often', async () => {
    const server = await acquire();
    const { pid } = readPostmaster(cluster())!;
    expect(isAlive(pid)).toBe(true);
    await server.release();
    await server.release();
    await isGone(pid);
    await expect(ask(server.url, 'select 1 as value')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('never logs the values of a failed statement', async () => {
    await using(async ({ url }) => {
      await expect(ask(url, `select 'private words' as value from nowhere`)).rejects.toMatchObject({
        code: '42P01',
      });
      await expect(ask(url, `select 'private words'::int as value`)).rejects.toMatchObject({ code: '22P02' });
    });
    expect(readFileSync(path.join(dataFolder, 'postgres.log'), 'utf8')).not.toContain('private words');
  });

  test('takes another port when the free one is taken in the meantime', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port: takenPort } = taken.address() as { port: number };
    const account = serverAccount(cluster());
    const binaries = presumedBinaries(platformPackage(), ['/var/lib/steamscope']);
    const password = readFileSync(path.join(dataFolder, 'postgres-password'), 'utf8').trim();
    const started = await startServer(
      {
        folder: cluster(),
        logFile: path.join(dataFolder, 'postgres.log'),
        account,
        password,
        byPgCtl: false,
      },
      binaries,
      takenPort,
    );
    taken.close();
    expect(started.port).not.toBe(takenPort);
    // Joins the server, so that it is stopped.
    await using(async ({ url }) => expect(Number(new URL(url).port)).toBe(started.port));
  });
});

describe('several uses in one process', () => {
  test('share one server, which ends with the last of them', async () => {
    const [first, second, third] = await Promise.all([acquire(), acquire(), acquire()]);
    const { pid } = readPostmaster(cluster())!;
    expect([second.url, third.url]).toEqual([first.url, first.url]);
    await Promise.all([first.release(), third.release()]);
    expect(await ask(second.url, 'select 1 as value')).toBe(1);
    await second.release();
    await isGone(pid);
  });

  test('may begin while the last one ends', async () => {
    let server = await acquire();
    for (let round = 0; round < 3; round++) {
      const [next] = await Promise.all([acquire(), server.release()]);
      expect(await ask(next.url, 'select value from kept')).toBe(42);
      server = next;
    }
    await server.release();
  });
});

describe('a database that cannot be served is reported and left alone:', () => {
  test('a database of another major version', async () => {
    const file = path.join(cluster(), 'PG_VERSION');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, '13\n');
    try {
      await expect(acquire()).rejects.toMatchObject({
        name: 'EmbeddedServerError',
        code: 'version-mismatch',
        message: expect.stringMatching(/Postgres 13.*Postgres 18/s),
      });
      expect(readFileSync(file, 'utf8')).toBe('13\n');
    } finally {
      writeFileSync(file, before);
    }
    await using(async ({ url }) => expect(await ask(url, 'select value from kept')).toBe(42));
  });

  test('a folder that holds something else', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'postgres'));
    writeFileSync(path.join(folder, 'postgres/notes.txt'), 'mine');
    await expect(acquireEmbeddedServer({ dataFolder: folder })).rejects.toMatchObject({
      code: 'not-a-cluster',
    });
    expect(readFileSync(path.join(folder, 'postgres/notes.txt'), 'utf8')).toBe('mine');
  });

  test('a data folder that cannot be made', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'file'), '');
    await expect(acquireEmbeddedServer({ dataFolder: path.join(folder, 'file/data') })).rejects.toMatchObject(
      {
        name: 'EmbeddedServerError',
        message: expect.stringContaining(path.join(folder, 'file/data')),
      },
    );
  });

  test('a database without its password', async () => {
    const file = path.join(dataFolder, 'postgres-password');
    renameSync(file, `${file}.away`);
    try {
      await expect(acquire()).rejects.toMatchObject({
        code: 'password-lost',
        message: expect.stringContaining(file),
      });
    } finally {
      renameSync(`${file}.away`, file);
    }
  });

  test('a server that does not start, with the end of its log', async () => {
    const file = path.join(cluster(), 'postgresql.auto.conf');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before}shared_buffers = 'plenty'\n`);
    try {
      await expect(acquire()).rejects.toMatchObject({
        code: 'start-failed',
        message: expect.stringMatching(/invalid value for parameter "shared_buffers": "plenty"/),
      });
    } finally {
      writeFileSync(file, before);
    }
    await using(async ({ url }) => expect(await ask(url, 'select value from kept')).toBe(42));
  });

  test('a platform for which no package is installed', async () => {
    const platform = Object.getOwnPropertyDescriptor(process, 'arch')!;
    Object.defineProperty(process, 'arch', { ...platform, value: 'mips' });
    try {
      await expect(acquire()).rejects.toMatchObject({
        code: 'platform-package-missing',
        message: expect.stringContaining('DATABASE_URL'),
      });
    } finally {
      Object.defineProperty(process, 'arch', platform);
    }
  });
});

/** Opens a connection and closes it. */
function knock(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });
}
