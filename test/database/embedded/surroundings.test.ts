import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { platformPackage } from '../../../src/database/embedded/binaries.ts';
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import { acquireEmbeddedServer } from '../../../src/database/embedded/server.ts';
import { PATIENCE_MS } from '../../support/patience.ts';
import { ask, isGone, runProgram, temporaryFolder } from './programs.ts';

const isRoot = process.getuid?.() === 0;

/** A user who is not root, is listed in /etc/passwd, and owns nothing here. */
function ordinaryUser(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))!;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** A copy of the platform package as npm leaves it without install scripts: no links, and nothing executable. */
function packageWithoutInstallScript(folder: string): string {
  const copy = path.join(folder, 'package');
  cpSync(platformPackage(), copy, {
    recursive: true,
    filter: (source) => !lstatSync(source).isSymbolicLink(),
  });
  for (const name of readdirSync(path.join(copy, 'native/bin'))) {
    chmodSync(path.join(copy, 'native/bin', name), 0o644);
  }
  return copy;
}

/** Takes the right to write to the package from everybody until the test ends. */
function protect(packageFolder: string): void {
  for (const name of ['native/lib', 'native/bin']) {
    const folder = path.join(packageFolder, name);
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
  }
}

test('the server starts even if the install script has not run', async () => {
  const folder = temporaryFolder();
  const packageFolder = packageWithoutInstallScript(folder);
  chmodSync(folder, 0o755);
  const log: string[] = [];
  const server = await acquireEmbeddedServer({
    dataFolder: path.join(folder, 'data'),
    packageFolder,
    copyFolders: [path.join(folder, 'copies')],
    log: (message) => log.push(message),
  });
  expect(await ask(server.url, 'select 1 as value')).toBe(1);
  await server.release();
  // The missing links were made in place, without a copy.
  expect(log).toEqual([expect.stringContaining('Making a new database')]);
});

test('the server starts for an ordinary user from a package of root’s whose install script has not run', async () => {
  const folder = temporaryFolder();
  const packageFolder = packageWithoutInstallScript(folder);
  protect(packageFolder);
  chmodSync(folder, 0o755);
  const dataFolder = path.join(folder, 'data');
  mkdirSync(dataFolder);
  const as = isRoot ? ordinaryUser() : undefined;
  if (as !== undefined) chownSync(dataFolder, as.uid, as.gid);

  const program = runProgram({ dataFolder, packageFolder, as });
  const { url, pid } = await program.acquired;
  expect(await ask(url, 'select 1 as value')).toBe(1);
  expect(statSync(path.join(dataFolder, 'postgres')).uid).toBe(as?.uid ?? process.getuid?.());
  expect(readdirSync(path.join(dataFolder, 'programs'))).toEqual([expect.stringMatching(/^postgres-18\./)]);
  await program.finish();
  await isGone(pid);
});

// For root the server runs as another user. For anybody else this test says that their own folders are enough.
test('the server starts in a project and a data folder that no other user can enter', async () => {
  const folder = temporaryFolder();
  const home = path.join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  const copies = path.join(folder, 'copies');
  const packageFolder = packageWithoutInstallScript(home);
  chmodSync(folder, 0o755);
  const dataFolder = path.join(home, 'data');
  const log: string[] = [];
  const options = {
    dataFolder,
    packageFolder,
    copyFolders: [copies],
    log: (message: string) => log.push(message),
  };
  const server = await acquireEmbeddedServer(options);
  await ask(server.url, 'create table kept as select 42 as value');
  await server.release();

  const again = await acquireEmbeddedServer(options);
  expect(await ask(again.url, 'select value from kept')).toBe(42);
  await again.release();
  expect(statSync(home).mode & 0o777).toBe(0o700);
  // The data stands in the given folder, and the programs were copied once for root's server.
  expect(lstatSync(path.join(dataFolder, 'postgres')).isDirectory()).toBe(true);
  expect(log.filter((message) => message.includes(copies)).length).toBe(isRoot ? 1 : 0);
});

test("root serves another user's data as that user, and another user is told whose data it is", async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const dataFolder = path.join(folder, 'data');
  mkdirSync(dataFolder);
  const server = await acquireEmbeddedServer({ dataFolder });
  await server.release();
  const owner = statSync(path.join(dataFolder, 'postgres')).uid;
  expect(owner).not.toBe(0);
  if (!isRoot) return expect(owner).toBe(process.getuid?.());

  chmodSync(dataFolder, 0o777);
  const as = ordinaryUser();
  await expect(runProgram({ dataFolder, as }).acquired).rejects.toThrow(
    new RegExp(`belongs to the user ${owner}, but this program runs as the user ${as.uid}`),
  );
});

test('pg_ctl makes, starts and stops the server, as it does on Windows, and starts it again after a kill', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const dataFolder = path.join(folder, 'data');
  mkdirSync(dataFolder);
  const packageFolder = packageWithoutInstallScript(folder);
  const as = isRoot ? ordinaryUser() : undefined;
  if (as !== undefined) chownSync(dataFolder, as.uid, as.gid);
  const options = { dataFolder, packageFolder, as, byPgCtl: true };

  const program = runProgram(options);
  const { url, pid } = await program.acquired;
  await ask(url, 'create table kept as select 42 as value');
  process.kill(pid, 'SIGKILL');
  await isGone(pid);
  const again = () => ask(url, 'select value from kept').catch((error: unknown) => error);
  await vi.waitFor(async () => expect(await again()).toBe(42), { timeout: PATIENCE_MS, interval: 100 });
  await program.finish();
  await vi.waitUntil(() => readPostmaster(path.join(dataFolder, 'postgres')) === null, {
    timeout: PATIENCE_MS,
  });
  // A server that was killed would have to recover; this one was told to stop.
  const log = readFileSync(path.join(dataFolder, 'postgres.log'), 'utf8');
  expect(log.trimEnd()).toMatch(/database system is shut down$/);

  const next = runProgram(options);
  expect(await ask((await next.acquired).url, 'select value from kept')).toBe(42);
  await next.finish();
});
