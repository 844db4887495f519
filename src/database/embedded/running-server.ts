import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { replaceInCluster } from './cluster.ts';
import { asEmbeddedServerError, EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';
import {
  freePort,
  mayBeAlive,
  NEVER_RAN,
  POLL_MS,
  type Postmaster,
  readPostmaster,
  startPostmaster,
} from './postmaster.ts';
import { processIdentity } from './processes.ts';
import { DATABASE } from './server-settings.ts';

/** A cluster that is to be served. */
export interface Cluster {
  readonly folder: string;
  readonly logFile: string;
  readonly account: Account | null;
  readonly password: string;
}

/** Recovering from a crash takes as long as there is log to be read again. */
const START_PATIENCE_MS = 120_000;
/** Sessions of a server that was killed may live a little longer than it. */
const SESSIONS_PATIENCE_MS = 20_000;
/** A port that was free a moment ago may be taken by another program before the server has it. */
const PORT_ATTEMPTS = 5;
const LOG_LINES_SHOWN = 8;

/** SQLSTATEs (Postgres documentation, appendix A). */
const INVALID_PASSWORD = '28P01';
const TOO_MANY_CONNECTIONS = '53300';

/** Where the cluster's server listens. */
export function serverUrl({ password }: Pick<Cluster, 'password'>, port: number): string {
  return `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/**
 * The server that serves the cluster now, when it is ready; null when there is none. One that is starting or stopping
 * is waited for.
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

/** Whether who listens on that port takes our password and runs in our folder. */
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
        `The database server of ${cluster.folder} (process ${postmaster.pid}) does not take the password in ` +
          'postgres-password beside it. Put the right file back, or end that process, move the folder away and refresh.',
      );
    }
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Starts a server on a cluster that has none. A postmaster.pid that is left over is Postgres's to judge and to clear.
 *
 * @param choosePort asked before every attempt, as the port may be taken before the server has it
 * @throws EmbeddedServerError (`binaries-unusable`; or `start-failed`, `disk-full`, `no-permission`, with the last lines
 *   of the server's log)
 */
export async function startServer(
  cluster: Cluster,
  binaries: Binaries,
  choosePort = freePort,
): Promise<Postmaster> {
  const begin = Date.now();
  let portsTried = 0;
  let disowned = false;
  for (;;) {
    const port = await choosePort();
    const started = startPostmaster(cluster.folder, cluster.logFile, binaries, cluster.account, port);
    while (started.ended() === null) {
      const written = readPostmaster(cluster.folder);
      // In a container processes get the same numbers every time: what the last one left may name ours, but not its port.
      const itsOwn = written?.pid === started.pid && written.port === port;
      if (itsOwn && written.status === 'ready') return written;
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
    if (/could not bind|could not create any TCP\/IP sockets/.test(log) && ++portsTried < PORT_ATTEMPTS)
      continue;
    if (/lock file "postmaster.pid" already exists/.test(log)) {
      const other = await findServer(cluster);
      if (other !== null) return other;
      if (!disowned) {
        await disownPidFile(cluster);
        disowned = true;
        continue;
      }
    }
    if (/pre-existing shared memory block/.test(log) && Date.now() - begin < SESSIONS_PATIENCE_MS) {
      await delay(20 * POLL_MS);
      continue;
    }
    throw failure(cluster, `ended (${started.ended()})`, log);
  }
}

/**
 * Postgres takes a left-over postmaster.pid for a living server's when the number in it is by now that of another
 * process of the same user, and then starts never again. When that process has turned out to be no server of this
 * cluster, the number is replaced by our own, which Postgres disregards as that of its parent. Everything else is left
 * as it was, so that Postgres still looks for itself, by the shared memory that the file names, whether anybody uses
 * the cluster: a mistake here would cost a start, never data. (Deleting the file would take that check away.)
 */
async function disownPidFile(cluster: Cluster): Promise<void> {
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
