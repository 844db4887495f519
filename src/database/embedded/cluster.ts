import { spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { asEmbeddedServerError, EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';
import { CLIENT_AUTHENTICATION, DATABASE, serverSettings } from './server-settings.ts';

/**
 * The option that makes initdb sync the whole file system in one call, not a thousand files: 0.2
 * s on a busy disk, not 4 s.
 */
const SYNC_METHOD = process.platform === 'linux' ? ['--sync-method=syncfs'] : [];

/** The beginning of the name of a folder in which a new cluster is made. */
const UNFINISHED = 'postgres.unfinished-';

/**
 * The path of the cluster as its own processes are given it, and the options to start these processes with.
 *
 * Root may keep the data in a folder that the server's user cannot enter, such as root's home. The server
 * still works there: Node enters the working directory before it gives up root's rights, and on Linux
 * /proc/self/cwd leads to that directory without passing through the folders above it. So no folder has to be
 * opened to other users or moved.
 */
export function inCluster(clusterFolder: string, account: Account | null) {
  const { PATH, SystemRoot } = process.env;
  return {
    dataDirectory: account !== null && process.platform === 'linux' ? '/proc/self/cwd' : clusterFolder,
    // The PG… variables are left out: they could lead the server to another place.
    options: { cwd: clusterFolder, env: { PATH, SystemRoot, LC_ALL: 'C' }, windowsHide: true, ...account },
  };
}

/**
 * Whether the folder has a cluster, which this major version of Postgres can open. Changes nothing.
 *
 * @returns false where there is no folder, or an empty one
 * @throws EmbeddedServerError (`version-mismatch`, `not-a-cluster`)
 */
export async function clusterExists(clusterFolder: string, majorVersion: string): Promise<boolean> {
  try {
    const found = (await readFile(path.join(clusterFolder, 'PG_VERSION'), 'utf8')).trim();
    if (found === majorVersion) return true;
    throw new EmbeddedServerError(
      'version-mismatch',
      `The database in ${clusterFolder} was written by Postgres ${found}, and this is Postgres ${majorVersion}, ` +
        'which cannot read it. Nothing has been changed. Run the version of the program that wrote it: npm run backup -- ' +
        'FILE. Then move that folder away and run this version: npm run refresh, npm run restore -- FILE. Without a ' +
        "back-up the data can still be loaded again, but the hidden users, the moderators' actions and the log of " +
        'refreshes are lost.',
    );
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
  }
  const rest = await readdir(clusterFolder).catch(() => []);
  if (rest.length === 0) return false;
  throw new EmbeddedServerError(
    'not-a-cluster',
    `${clusterFolder} holds files, but no Postgres database (it has no PG_VERSION). Nothing has been changed. ` +
      'Move it away, or set DATA_FOLDER to another folder.',
  );
}

/**
 * Makes a new cluster with the program's role and database. The cluster is made under a temporary name and then
 * renamed, so that an unfinished one is never taken for a complete one.
 *
 * @param makeDatabase makes the database in the unfinished cluster at this path; null: Postgres's single-user mode does
 * @throws EmbeddedServerError (`initialisation-failed`, `disk-full`, `no-permission`)
 */
export async function createCluster(
  clusterFolder: string,
  binaries: Binaries,
  account: Account | null,
  password: string,
  makeDatabase: ((cluster: string, logFile: string) => Promise<void>) | null = null,
): Promise<void> {
  const parent = path.dirname(clusterFolder);
  for (const name of await readdir(parent)) {
    // A killed program's initdb may still be writing there, so the removal is tried again.
    if (name.startsWith(UNFINISHED))
      await rm(path.join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const unfinished = await mkdtemp(path.join(parent, UNFINISHED));
  try {
    const cluster = path.join(unfinished, 'cluster');
    await mkdir(cluster, { mode: 0o700 });
    if (account !== null) await chown(cluster, account.uid, account.gid);
    const { dataDirectory, options } = inCluster(cluster, account);
    const step = (program: string, programArguments: string[], input = '') =>
      runToEnd(program, programArguments, options, input);
    // Files are synced to the disk once, at the end, not after every step.
    const form = ['-U', DATABASE, '--locale=C', '--encoding=UTF8', '--auth=trust'];
    if (makeDatabase === null) {
      await step(binaries.initdb, ['-D', dataDirectory, ...form, '--no-sync']);
      await writeConfiguration(cluster, account);
      // In single-user mode no client can connect before the role has its password, and no
      // temporary file has to hold it.
      await step(
        binaries.postgres,
        ['--single', '-D', dataDirectory, '-c', 'exit_on_error=on', '-c', 'fsync=off', 'postgres'],
        `ALTER ROLE ${DATABASE} PASSWORD '${password}'\nCREATE DATABASE ${DATABASE}\n`,
      );
    } else {
      const passwordFile = path.join(unfinished, 'password');
      await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
      await step(binaries.initdb, ['-D', dataDirectory, ...form, '--no-sync', `--pwfile=${passwordFile}`]);
      await writeConfiguration(cluster, account);
      await makeDatabase(cluster, path.join(unfinished, 'log'));
    }
    await step(binaries.initdb, ['-D', dataDirectory, '--sync-only', ...SYNC_METHOD]);
    await rename(cluster, clusterFolder);
  } catch (error) {
    throw asEmbeddedServerError('initialisation-failed', `Making a new database in ${clusterFolder}`, error);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Writes postgresql.conf and pg_hba.conf, where they differ from the ones that the cluster has. */
export async function writeConfiguration(clusterFolder: string, account: Account | null): Promise<void> {
  for (const [name, text] of [
    ['postgresql.conf', serverSettings()],
    ['pg_hba.conf', CLIENT_AUTHENTICATION],
  ] as const) {
    const file = path.join(clusterFolder, name);
    if ((await readFile(file, 'utf8').catch(() => null)) === text) continue;
    await replaceInCluster(file, text, account);
  }
}

/**
 * Replaces a file of the cluster as a whole. The folder belongs to the server's user, whom root need not trust.
 * So a link at the name of the new file is removed and never followed.
 */
export async function replaceInCluster(file: string, text: string, account: Account | null): Promise<void> {
  const unfinished = `${file}.unfinished`;
  await rm(unfinished, { force: true });
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    if (account !== null) await handle.chown(account.uid, account.gid);
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

/** Runs a program to its end. Rejects with the end of its error output where its exit status is not 0. */
function runToEnd(
  program: string,
  programArguments: string[],
  options: ReturnType<typeof inCluster>['options'],
  input: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints = (complaints + text).slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) resolve();
      else
        reject(
          new Error(
            `${path.basename(program)} ended with ${signal ?? `status ${status}`}: ${complaints.trim()}`,
          ),
        );
    });
    child.stdin.on('error', () => {}); // It ended before it read its input; its status says why.
    child.stdin.end(input);
  });
}
