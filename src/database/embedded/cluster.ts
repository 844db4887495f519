import { spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { asEmbeddedServerError, EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';
import { CLIENT_AUTHENTICATION, DATABASE, serverSettings } from './server-settings.ts';

/** One call for the whole file system instead of one for each of a thousand files: on a busy disk 0.2 s, not 4. */
const SYNC_METHOD = process.platform === 'linux' ? ['--sync-method=syncfs'] : [];

const UNFINISHED = 'postgres.unfinished-';

/**
 * Where a cluster is, as its own processes are told, and what they are started with.
 *
 * Root may keep the data where nobody else can enter (its own home), and the server's user cannot go there. But it can
 * be put there: Node enters the working directory before it gives root's rights up, and on Linux that directory is
 * reached by /proc/self/cwd without passing through the folders above it. So nothing of the user's has to be opened up
 * or moved elsewhere.
 */
export function inCluster(clusterFolder: string, account: Account | null) {
  const { PATH, SystemRoot } = process.env;
  return {
    dataDirectory: account !== null && process.platform === 'linux' ? '/proc/self/cwd' : clusterFolder,
    // Nothing of the PG… variables that would lead the server elsewhere.
    options: { cwd: clusterFolder, env: { PATH, SystemRoot, LC_ALL: 'C' }, windowsHide: true, ...account },
  };
}

/**
 * Whether there is a cluster in the folder that this major version can open.
 *
 * @throws EmbeddedServerError (`version-mismatch`, `not-a-cluster`); nothing is changed
 */
export async function clusterExists(clusterFolder: string, majorVersion: string): Promise<boolean> {
  try {
    const found = (await readFile(path.join(clusterFolder, 'PG_VERSION'), 'utf8')).trim();
    if (found === majorVersion) return true;
    throw new EmbeddedServerError(
      'version-mismatch',
      `The database in ${clusterFolder} was written by Postgres ${found}, and this is Postgres ${majorVersion}, ` +
        'which cannot read it. Nothing has been changed. With the version of the program that wrote it: npm run backup -- ' +
        'FILE. Then move that folder away, and with this version: npm run refresh, npm run restore -- FILE. Without a ' +
        'backup the data is loaded anew all the same; what is lost is who did what, and the log of refreshes.',
    );
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
  }
  const rest = await readdir(clusterFolder).catch(() => []);
  if (rest.length === 0) return false;
  throw new EmbeddedServerError(
    'not-a-cluster',
    `${clusterFolder} holds files, but no Postgres database (it has no PG_VERSION). Nothing has been changed. ` +
      'Move it away, or name another DATA_FOLDER.',
  );
}

/**
 * Makes a new cluster with the role and the database of the program. It is made beside its place and renamed into it,
 * so that one which was cut short is never taken for a whole one.
 *
 * @throws EmbeddedServerError (`initialisation-failed`, `disk-full`, `no-permission`)
 */
export async function createCluster(
  clusterFolder: string,
  binaries: Binaries,
  account: Account | null,
  password: string,
): Promise<void> {
  const parent = path.dirname(clusterFolder);
  for (const name of await readdir(parent)) {
    // The initdb of a program that was killed may still be writing there.
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
    // Written to disk once, at the end, instead of after every step.
    const form = ['-U', DATABASE, '--locale=C', '--encoding=UTF8', '--auth=trust'];
    await step(binaries.initdb, ['-D', dataDirectory, ...form, '--no-sync']);
    await writeConfiguration(cluster, account);
    // The server is not up, so nobody can come in before there is a password, and no file has to hold it on the way.
    await step(
      binaries.postgres,
      ['--single', '-D', dataDirectory, '-c', 'exit_on_error=on', '-c', 'fsync=off', 'postgres'],
      `ALTER ROLE ${DATABASE} PASSWORD '${password}'\nCREATE DATABASE ${DATABASE}\n`,
    );
    await step(binaries.initdb, ['-D', dataDirectory, '--sync-only', ...SYNC_METHOD]);
    await rename(cluster, clusterFolder);
  } catch (error) {
    throw asEmbeddedServerError('initialisation-failed', `Making a new database in ${clusterFolder}`, error);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Writes the cluster's settings and who may connect, where they are not the ones that it has. */
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
 * Gives a file of the cluster another content, all at once. The folder belongs to the server's user, whom root need not
 * trust: a link that waits there in the place of a new file is not followed.
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
    child.stdin.on('error', () => {}); // ended before it read: its status tells
    child.stdin.end(input);
  });
}
