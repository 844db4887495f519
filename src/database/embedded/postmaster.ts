import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { interruptByPgCtl, startByPgCtl } from './by-pg-ctl.ts';
import { inCluster } from './cluster.ts';
import { EmbeddedServerError } from './embedded-server-error.ts';
import { processIdentity, processStart, programName } from './processes.ts';

/**
 * The content of a cluster's postmaster.pid, in which a server describes itself (Postgres:
 * src/include/utils/pidfile.h).
 */
export interface Postmaster {
  readonly pid: number;
  /** The time of its start, in seconds since 1970. Null until the server has written it, like the next two. */
  readonly started: number | null;
  readonly port: number | null;
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | null;
  /** The whole text of the file. */
  readonly text: string;
}

/** Milliseconds that a server may take to be ready. After a crash it first replays its write-ahead log. */
export const START_PATIENCE_MS = 120_000;

/** Milliseconds between two looks at a file or a process. */
export const POLL_MS = 5;

/** The number of bytes that postgres.log may have at a start; a larger one is renamed to postgres.log.1. */
const LOG_BYTES_KEPT = 5_000_000;

/** Reads a cluster's postmaster.pid. The server that it names may be dead. Null where it names none. */
export function readPostmaster(clusterFolder: string): Postmaster | null {
  let text: string;
  try {
    text = readFileSync(path.join(clusterFolder, 'postmaster.pid'), 'utf8');
  } catch {
    return null;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  if (!(pid > 0)) return null;
  const number = (line: string | undefined) => Number.parseInt(line ?? '', 10) || null;
  const status = (['starting', 'stopping', 'ready', 'standby'] as const).find((word) => word === lines[7]);
  return { pid, started: number(lines[2]), port: number(lines[3]), status: status ?? null, text };
}

/**
 * Seconds by which the start noted in postmaster.pid may differ from that of the process: the server notes it a
 * little later, and the machine's clock may have been corrected since.
 */
const CLOCK_TOLERANCE_S = 60;

/**
 * Whether the process that postmaster.pid names is alive and may be the server that wrote the file. After a
 * reboot another program, or another Postgres server, may have the same process number.
 */
export function mayBeAlive(postmaster: Postmaster): boolean {
  if (processIdentity(postmaster.pid) === null) return false;
  const program = programName(postmaster.pid);
  if (program !== null && program !== 'postgres') return false;
  const started = processStart(postmaster.pid);
  return (
    started === null ||
    postmaster.started === null ||
    Math.abs(started - postmaster.started) < CLOCK_TOLERANCE_S
  );
}

/** The value of `ended()` for a server whose program could not be run at all. */
export const NEVER_RAN = 'its program cannot be run';

/** A server that this process has started. It may not be ready yet. */
export interface StartedServer {
  /** Whether a postmaster.pid was written by it. */
  wrote(found: Postmaster): boolean;
  /** The signal or the exit status that it ended with, in words; null while it runs. */
  ended(): string | null;
  /** Its log since the start. */
  log(): string;
}

/**
 * Starts a server on a cluster, in a session of its own. So Ctrl-C ends the program first and not the server at
 * the same moment, and the server of a killed program lives on until the next program finds it.
 */
export function startPostmaster(
  clusterFolder: string,
  logFile: string,
  binaries: Binaries,
  account: Account | null,
  port: number,
  byPgCtl: boolean,
): StartedServer {
  const place = inCluster(clusterFolder, account);
  const { dataDirectory, options } = place;
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_KEPT)
    renameSync(logFile, `${logFile}.1`);
  if (byPgCtl) {
    const begin = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    const before = readPostmaster(clusterFolder);
    const start = startByPgCtl(binaries, place, logFile, port, START_PATIENCE_MS, NEVER_RAN);
    return {
      wrote: (found) =>
        found.port === port && !(found.pid === before?.pid && found.started === before.started),
      ended: start.failed,
      log: () => readFrom(logFile, begin),
    };
  }
  // This process opens the log, so that the server's user needs no right to the file. A pipe
  // would end with this process.
  const log = openSync(logFile, 'a', 0o600);
  const begin = fstatSync(log).size;
  let ended: string | null = null;
  const child = spawn(binaries.postgres, ['-D', dataDirectory, '-p', String(port)], {
    ...options,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.on('error', () => {
    ended = NEVER_RAN;
  });
  child.on('exit', (status, signal) => {
    ended = String(signal ?? `exit status ${status}`);
  });
  child.unref();
  return {
    // In a container processes get the same numbers at every start. So a postmaster.pid of the last run may
    // have this process's number; its port tells the two apart.
    wrote: (found) => found.pid === child.pid && found.port === port,
    ended: () => ended,
    log: () => readFrom(logFile, begin),
  };
}

function readFrom(file: string, begin: number): string {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(Math.max(0, fstatSync(descriptor).size - begin));
    readSync(descriptor, buffer, 0, buffer.length, begin);
    return buffer.toString('utf8').trim();
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Stops a server with Postgres's fast shutdown: sessions are cut off, and committed changes are kept. Returns
 * when the process is gone.
 *
 * @param patienceMs milliseconds to wait for that
 * @param pgCtl the path of pg_ctl, where that is to tell the server
 * @throws EmbeddedServerError (`stop-failed`)
 */
export async function stopPostmaster(
  postmaster: Postmaster,
  patienceMs: number,
  pgCtl: string | null,
): Promise<void> {
  const identity = processIdentity(postmaster.pid);
  if (identity === null) return;
  // Windows has no signals: there this kills the process at once, like a power cut, and the
  // next start recovers the data.
  if (pgCtl === null || !interruptByPgCtl(pgCtl, postmaster.pid)) process.kill(postmaster.pid, 'SIGINT');
  const deadline = Date.now() + patienceMs;
  while (processIdentity(postmaster.pid) === identity) {
    if (Date.now() > deadline) {
      throw new EmbeddedServerError(
        'stop-failed',
        `The database server (process ${postmaster.pid}) did not stop within ${patienceMs / 1000} s.`,
      );
    }
    await delay(POLL_MS);
  }
}

/** A port of 127.0.0.1 that no program listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen({ port: 0, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
