import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import { acquireEmbeddedServer } from '../../../src/database/embedded/server.ts';
import { endChildWithThisProcess } from '../../support/end-with-this-process.ts';
import { PATIENCE_MS } from '../../support/patience.ts';
import { ask, isAlive, isGone, removeWithServer, runProgram, temporaryFolder } from './programs.ts';

// The database is made once and copied, because making it takes most of the time of these tests.
let template: string;
beforeAll(async () => {
  template = mkdtempSync(path.join(tmpdir(), 'steamscope-embedded-'));
  await (await acquireEmbeddedServer({ dataFolder: template })).release();
});
afterAll(() => removeWithServer(template));

/** A data folder with a database that no program uses. */
function folderWithDatabase(): string {
  const dataFolder = temporaryFolder();
  execFileSync('cp', ['-a', `${template}/.`, dataFolder]);
  return dataFolder;
}
const patience = { timeout: PATIENCE_MS, interval: 5 };

test('the server of a killed program is joined by the next program, and ends with it', async () => {
  const dataFolder = folderWithDatabase();
  const killed = runProgram({ dataFolder });
  const { url, pid } = await killed.acquired;
  await ask(url, 'create table kept as select 42 as value');
  await killed.kill('SIGKILL');
  expect(isAlive(pid)).toBe(true);

  const log: string[] = [];
  const next = await acquireEmbeddedServer({ dataFolder, log: (message) => log.push(message) });
  expect(next.url).toBe(url);
  expect(readPostmaster(path.join(dataFolder, 'postgres'))!.pid).toBe(pid);
  expect(await ask(next.url, 'select value from kept')).toBe(42);
  expect(log).toEqual([expect.stringContaining(String(pid))]);
  await next.release();
  await isGone(pid);
  expect(readdirSync(path.join(dataFolder, 'leases'))).toEqual([]);
});

test('Ctrl-C in the terminal of a program does not end its server behind its back', async () => {
  const dataFolder = folderWithDatabase();
  const program = runProgram({ dataFolder });
  const { url, pid } = await program.acquired;
  await program.kill('SIGINT', true);
  expect(isAlive(pid)).toBe(true);
  expect(await ask(url, 'select 1 as value')).toBe(1);
});

test('committed rows survive a kill of program and server, also if postmaster.pid names another process', async () => {
  const dataFolder = folderWithDatabase();
  const program = runProgram({ dataFolder });
  const { url, pid } = await program.acquired;
  await ask(url, 'create table kept as select 42 as value');
  await program.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), patience);

  // As after a reboot: the id in postmaster.pid now belongs to another program of the same user.
  const cluster = path.join(dataFolder, 'postgres');
  const { uid, gid } = statSync(cluster);
  const as: SpawnOptions = process.getuid?.() === 0 ? { uid, gid } : {};
  const other = spawn('sleep', ['600'], { ...as, stdio: 'ignore', cwd: '/' });
  endChildWithThisProcess(other);
  onTestFinished(() => void other.kill());
  await once(other, 'spawn');
  const file = path.join(cluster, 'postmaster.pid');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(other.pid)));

  const next = await acquireEmbeddedServer({ dataFolder });
  expect(await ask(next.url, 'select value from kept')).toBe(42);
  expect(isAlive(other.pid!)).toBe(true);
  await next.release();
});

test('a killed server is started again on the port where its users look for it', async () => {
  const dataFolder = folderWithDatabase();
  const log: string[] = [];
  const server = await acquireEmbeddedServer({ dataFolder, log: (message) => log.push(message) });
  await ask(server.url, 'create table kept as select 42 as value');
  const killed = readPostmaster(path.join(dataFolder, 'postgres'))!.pid;
  process.kill(killed, 'SIGKILL');
  await vi.waitUntil(() => ask(server.url, 'select value from kept').catch(() => null), patience);
  const { pid } = readPostmaster(path.join(dataFolder, 'postgres'))!;
  expect(pid).not.toBe(killed);
  expect(log.at(-1)).toContain('started again');
  await server.release();
  await isGone(pid);
});

test('a database whose creation was cut short is created anew', async () => {
  const dataFolder = temporaryFolder();
  const killed = runProgram({ dataFolder });
  await vi.waitFor(() => {
    const begun = readdirSync(dataFolder).find((name) => name.startsWith('postgres.unfinished-'));
    expect(begun !== undefined && existsSync(path.join(dataFolder, begun, 'cluster/PG_VERSION'))).toBe(true);
  }, patience);
  await killed.kill('SIGKILL');

  const next = await acquireEmbeddedServer({ dataFolder });
  expect(await ask(next.url, 'select 1 as value')).toBe(1);
  await next.release();
  // The ballast is not made on a disk that is almost full.
  const made = readdirSync(dataFolder).filter((name) => name !== 'ballast');
  expect(made.sort()).toEqual(['leases', 'postgres', 'postgres-password', 'postgres.log']);
});

test('two programs that start at once on a new folder share one server, until both have ended', async () => {
  const dataFolder = temporaryFolder();
  const programs = [runProgram({ dataFolder }), runProgram({ dataFolder })];
  const [first, second] = await Promise.all(programs.map((program) => program.acquired));
  expect(second).toEqual(first);
  await programs[0]!.finish();
  expect(await ask(first!.url, 'select 1 as value')).toBe(1);
  await programs[1]!.finish();
  await isGone(first!.pid);
});

test('the lease of a killed program keeps no server running, even if another process has its id', async () => {
  const dataFolder = folderWithDatabase();
  const server = await acquireEmbeddedServer({ dataFolder });
  const { pid } = readPostmaster(path.join(dataFolder, 'postgres'))!;
  // This process is alive, but it started at another time than the lease says.
  writeFileSync(path.join(dataFolder, 'leases', `${process.pid}-0123456789ab`), 'an earlier boot/1\n');
  await server.release();
  await isGone(pid);
});
