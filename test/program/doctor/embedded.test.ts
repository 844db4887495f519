import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import { acquireEmbeddedServer, type EmbeddedServer } from '../../../src/database/embedded/server.ts';
import { migrateDatabase } from '../../../src/database/migrations.ts';
import { removeWithServer } from '../../database/embedded/programs.ts';
import { look } from './look.ts';

// The server of these tests runs throughout.
let dataFolder: string;
let server: EmbeddedServer;
beforeAll(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'steamscope-doctor-'));
  server = await acquireEmbeddedServer({ dataFolder });
});
afterEach(() => expect(readdirSync(path.join(dataFolder, 'leases'))).toHaveLength(1));
afterAll(async () => {
  await server.release();
  removeWithServer(dataFolder);
});

const database = () => look('database', { DATA_FOLDER: dataFolder });
const cluster = () => path.join(dataFolder, 'postgres');

/** The entries of the data folder itself with the times of their last changes, which the check must not change. */
function standing(): [name: string, changed: number][] {
  return readdirSync(dataFolder).map((name) => [name, statSync(path.join(dataFolder, name)).mtimeMs]);
}

test('a running server is checked; no other is started, and nothing is left behind', async () => {
  const before = { postmaster: readPostmaster(cluster()), standing: standing() };
  expect(await database()).toMatchObject({
    outcome: 'ok',
    message: expect.stringMatching(/^Postgres 18\.\d+; steamscope may do all/),
  });
  expect(await look('migrations', { DATA_FOLDER: dataFolder })).toMatchObject({
    outcome: 'ok',
    message: expect.stringContaining('none yet'),
  });
  expect({ postmaster: readPostmaster(cluster()), standing: standing() }).toEqual(before);

  await migrateDatabase(server.url);
  expect(await look('migrations', { DATA_FOLDER: dataFolder })).toMatchObject({
    outcome: 'ok',
    message: expect.stringMatching(/^all \d+$/),
  });
});

test('a server that is still starting is a warning', async () => {
  const file = path.join(cluster(), 'postmaster.pid');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace(/^ready *$/m, 'starting'));
  try {
    expect(await database()).toMatchObject({
      outcome: 'warning',
      message: expect.stringContaining('is starting'),
    });
  } finally {
    writeFileSync(file, before);
  }
});

test('a database of another major version is wrong, has a way out, and is left alone', async () => {
  const file = path.join(cluster(), 'PG_VERSION');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, '17\n');
  try {
    const found = await database();
    expect(found).toMatchObject({
      outcome: 'wrong',
      message: expect.stringMatching(/Postgres 17.*Postgres 18/),
    });
    expect(found.message).toMatch(/npm run backup -- FILE.*npm run refresh, npm run restore -- FILE/);
    expect(readFileSync(file, 'utf8')).toBe('17\n');
  } finally {
    writeFileSync(file, before);
  }
});

test('a missing or changed password is wrong', async () => {
  const file = path.join(dataFolder, 'postgres-password');
  renameSync(file, `${file}.away`);
  try {
    expect(await database()).toMatchObject({ outcome: 'wrong', message: expect.stringContaining(file) });
    writeFileSync(file, 'hunter2\n');
    const found = await database();
    expect(found).toMatchObject({
      outcome: 'wrong',
      message: expect.stringContaining('password is not accepted'),
    });
    expect(JSON.stringify(found)).not.toContain('hunter2');
  } finally {
    renameSync(`${file}.away`, file);
  }
});

test('before the first start nothing is made', async () => {
  const folder = path.join(dataFolder, 'new');
  expect(await look('database', { DATA_FOLDER: folder })).toMatchObject({
    outcome: 'ok',
    message: expect.stringContaining(`made in ${folder} at the first start`),
  });
  expect(await look('migrations', { DATA_FOLDER: folder })).toMatchObject({ outcome: 'ok' });
  expect(readdirSync(dataFolder)).not.toContain('new');
});

test('a folder that holds something else is wrong, but a stopped server is all right', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'steamscope-doctor-'));
  try {
    mkdirSync(path.join(folder, 'postgres'));
    writeFileSync(path.join(folder, 'postgres/notes.txt'), 'mine');
    expect(await look('database', { DATA_FOLDER: folder })).toMatchObject({
      outcome: 'wrong',
      message: expect.stringContaining('no Postgres database'),
    });
    rmSync(path.join(folder, 'postgres/notes.txt'));
    await (await acquireEmbeddedServer({ dataFolder: folder })).release();
    expect(await look('database', { DATA_FOLDER: folder })).toMatchObject({
      outcome: 'ok',
      message: expect.stringContaining('it is stopped'),
    });
    expect(readPostmaster(path.join(folder, 'postgres'))).toBeNull();
  } finally {
    removeWithServer(folder);
  }
});
