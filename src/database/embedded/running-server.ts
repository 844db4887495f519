import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { replaceInCluster } from './cluster.ts';
import { asEmbeddedServerError, EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';
import { endOrphanedSessions } from './orphaned-sessions.ts';
import {
  freePort,
  mayBeAlive,
  NEVER_RAN,
  POLL_MS,
  type Postmaster,
  readPostmaster,
  START_PATIENCE_MS,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { processIdentity } from './processes.ts';
import { DATABASE } from './server-settings.ts';

/** A cluster, with all that is needed to run a server on it. */
export interface Cluster {
  readonly folder: string;
  readonly logFile: string;
  readonly account: Account | null;
  readonly password: string;
  /** Whether pg_ctl starts and stops it. */
  readonly byPgCtl: boolean;
}

/** Milliseconds to wait for the sessions of a killed server, which may outlive it for a little. */
const SESSIONS_PATIENCE_MS = 20_000;
/** The number of ports that are tried: another program may take a free port before the server does. */
const PORT_ATTEMPTS = 5;
/** The number of starts that are tried where a server is killed before it is ready. */
const KILLED_ATTEMPTS = 5;
/** The number of lines of the server's log in an error. */
const LOG_LINES_SHOWN = 8;

/** SQLSTATEs (Postgres documentation, appendix A). */
const INVALID_PASSWORD = '28P01';
const TOO_MANY_CONNECTIONS = '53300';

/** The address of the cluster's server, with the password: a secret. */
export function serverUrl(
  { password }: Pick<Cluster, 'password'>,
  port: number,
  database: string = DATABASE,
): string {
  return `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Makes the program's database in a new cluster, on a server that runs for this alone.
 *
 * @throws EmbeddedServerError
 */
export async function makeDatabase(cluster: Cluster, binaries: Binaries): Promise<void> {
  const server = await startServer(cluster, binaries);
  const sql = postgres(serverUrl(cluster, server.port!, 'postgres'), { max: 1, onnotice: () => {} });
  try {
    await sql`create database ${sql(DATABASE)}`;
  } finally {
    await sql.end({ timeout: 1 });
    await stopPostmaster(server, START_PATIENCE_MS, cluster.byPgCtl ? binaries.pgCtl : null);
  }
}

/**
 * Finds the server that runs on the cluster, and waits until it is ready, or until it has stopped.
 *
 * @returns null where no server runs on the cluster
 *
 * @throws EmbeddedServerError (`password-lost`, `start-failed`)
 */
export async function findServer(cluster: Cluster): Promise<Postmaster | null> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const found = readPostmaster(cluster.folder);
    if (found === null || processIdentity(found.pid) === null) return null;
    const answers = found.status === 'ready' && found.port !== null;
    if (answers && (await servesCluster(cluster, found, found.port!))) return found;
    if (!mayBeAlive(found)) return null;
    if (Date.now() > deadline) {
      throw new EmbeddedServerError(
        'start-failed',
        `The database server of ${cluster.folder} (process ${found.pid}, ${found.status ?? 'starting'}) has not ` +
          `answered for ${START_PATIENCE_MS / 1000} s. Its log is ${cluster.logFile}.`,
      );
    }
    await delay(POLL_MS);
  }
}

/** Whether the server on that port accepts the cluster's password and runs in the cluster's folder. */
async function servesCluster(cluster: Cluster, postmaster: Postmaster, port: number): Promise<boolean> {
  const sql = postgres(serverUrl(cluster, port), {
    max: 1,
    connect_timeout: 10,
    fetch_types: false,
    onnotice: () => {},
  });
  try {
    const rows = await sql.unsafe<{ text: string }[]>(`select pg_read_file('postmaster.pid') as text`);
    const itself = (text: string | undefined) => text?.split('\n').slice(0, 4).join('\n');
    return itself(rows[0]?.text) === itself(postmaster.text);
  } catch (error) {
    const code = mayBeAlive(postmaster) ? systemErrorCode(error) : undefined;
    if (code === TOO_MANY_CONNECTIONS) return true;
    if (code === INVALID_PASSWORD) {
      throw new EmbeddedServerError(
        'password-lost',
        `The database server of ${cluster.folder} (process ${postmaster.pid}) refuses the password in the file ` +
          'postgres-password beside it. Put the right file back. Or end that process, move the folder away, and load ' +
          'the data again: npm run refresh',
      );
    }
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Starts a server on a cluster that has none. Postgres itself judges and removes a postmaster.pid that was left
 * behind, and the sessions of a killed server are ended.
 *
 * @param preferredPort the port to listen on; another one is taken only where this one is another program's, or null
 * @throws EmbeddedServerError (`binaries-unusable`; or `start-failed`, `disk-full`, `no-permission`, with the
 *   last lines of the server's log)
 */
export async function startServer(
  cluster: Cluster,
  binaries: Binaries,
  preferredPort: number | null = null,
): Promise<Postmaster> {
  const begin = Date.now();
  let port = preferredPort ?? (await freePort());
  let [portsTried, killed] = [0, 0];
  let [pidReplaced, pidRemoved] = [false, false];
  for (;;) {
    const { folder, logFile, account, byPgCtl } = cluster;
    const started = startPostmaster(folder, logFile, binaries, account, port, byPgCtl);
    while (started.ended() === null) {
      const written = readPostmaster(cluster.folder);
      if (written?.status === 'ready' && started.wrote(written)) return written;
      if (Date.now() - begin > START_PATIENCE_MS) throw failure(cluster, 'is not ready', started.log());
      await delay(POLL_MS);
    }
    const log = started.log();
    if (
      started.ended() === NEVER_RAN ||
      /error while loading shared libraries|Library not loaded/.test(log)
    ) {
      throw new EmbeddedServerError('binaries-unusable', `${binaries.postgres} cannot be run. ${log}`);
    }
    if (/could not bind|could not create any TCP\/IP sockets/.test(log) && ++portsTried < PORT_ATTEMPTS) {
      port = await freePort();
      continue;
    }
    if (/lock file "postmaster.pid" already exists/.test(log)) {
      const other = await findServer(cluster);
      if (other !== null) return other;
      if (!pidReplaced) {
        await replacePidInFile(cluster);
        pidReplaced = true;
        continue;
      }
    }
    if (/lock file "postmaster.pid" is empty|bogus data in lock file/.test(log) && !pidRemoved) {
      // Postgres still finds the shared memory of a living server by the folder itself.
      await rm(path.join(cluster.folder, 'postmaster.pid'), { force: true });
      pidRemoved = true;
      continue;
    }
    const segment = /pre-existing shared memory block \(key \d+, ID (\d+)\)/.exec(log)?.[1];
    if (segment !== undefined && Date.now() - begin < SESSIONS_PATIENCE_MS) {
      // Where none can be ended, they are waited for: they end by themselves with their work.
      if ((await endOrphanedSessions(segment)) === 0) await delay(20 * POLL_MS);
      continue;
    }
    const wasKilled =
      /^SIG/.test(started.ended()!) || /process \(PID \d+\) was terminated by signal/.test(log);
    if (wasKilled && ++killed < KILLED_ATTEMPTS) continue;
    throw failure(cluster, `ended (${started.ended()})`, log);
  }
}

/**
 * Replaces the process number in a postmaster.pid that was left behind with that of this process.
 *
 * If another process of the same user has got that number by now, Postgres takes the file for that of a living
 * server, and refuses to start for ever. Here that process is known not to be a server of this cluster.
 * Postgres ignores the number of its own parent, which is this process. The rest of the file stays, so Postgres
 * can still check, by the shared memory that the file names, whether the cluster is in use: a mistake here
 * would prevent a start, but never damage data. Deleting the file would remove that check.
 */
async function replacePidInFile(cluster: Cluster): Promise<void> {
  const file = path.join(cluster.folder, 'postmaster.pid');
  const text = (await readFile(file, 'utf8')).replace(/^-?\d+/, String(process.pid));
  await replaceInCluster(file, text, cluster.account);
}

function failure(cluster: Cluster, what: string, log: string): EmbeddedServerError {
  const lines = log.split('\n').slice(-LOG_LINES_SHOWN).join('\n');
  return asEmbeddedServerError(
    'start-failed',
    `The database server of ${cluster.folder} ${what}`,
    `Its log (${cluster.logFile}) ends with:\n${lines}`,
  );
}
