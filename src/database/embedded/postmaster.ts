import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { inCluster } from './cluster.ts';
import { EmbeddedServerError } from './embedded-server-error.ts';
import { processIdentity, processStart, programName } from './processes.ts';

/** What a server writes about itself in its cluster's postmaster.pid (Postgres: src/include/utils/pidfile.h). */
export interface Postmaster {
  readonly pid: number;
  /** When it was started, in seconds since 1970. Null, like what follows, until it has been written. */
  readonly started: number | null;
  readonly port: number | null;
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | null;
  /** The file as it stands. */
  readonly text: string;
}

/** How often a change that nobody tells of is looked for. */
export const POLL_MS = 5;

const LOG_BYTES_KEPT = 5_000_000;

/** The server that the cluster's postmaster.pid names, alive or not; null when it names none. */
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

/** Clocks are set right now and then, and a server notes its start a little after its process's. */
const CLOCK_TOLERANCE_S = 60;

/**
 * Whether the process that postmaster.pid names lives and may be the server that wrote it. After a reboot the number
 * may be another program's, or that of another Postgres server.
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

/** How a server ended whose program could not even be run. */
export const NEVER_RAN = 'its program cannot be run';

/** A server that has been started, and may not be ready yet. */
export interface StartedServer {
  readonly pid: number;
  /** Null while it runs; how it ended. */
  ended(): string | null;
  /** What it has logged since it was started. */
  log(): string;
}

/**
 * Starts a server on a cluster, in a session of its own: the Ctrl-C that ends the program must not end the server
 * before the program has, and a killed program's server lives on and is found by the next.
 */
export function startPostmaster(
  clusterFolder: string,
  logFile: string,
  binaries: Binaries,
  account: Account | null,
  port: number,
): StartedServer {
  const { dataDirectory, options } = inCluster(clusterFolder, account);
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_KEPT)
    renameSync(logFile, `${logFile}.1`);
  // Opened here, so that the server's user needs no right to it; a pipe would end with this process.
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
  return { pid: child.pid ?? 0, ended: () => ended, log: () => readFrom(logFile, begin) };
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
 * Ends a server the fast way: sessions are cut off, what is committed is kept. Returns when it is gone.
 *
 * @throws EmbeddedServerError (`stop-failed`)
 */
export async function stopPostmaster(postmaster: Postmaster, patienceMs: number): Promise<void> {
  const identity = processIdentity(postmaster.pid);
  if (identity === null) return;
  // On Windows, which has no signals, this ends it at once, as a power cut would: the next start recovers.
  process.kill(postmaster.pid, 'SIGINT');
  const deadline = Date.now() + patienceMs;
  while (processIdentity(postmaster.pid) === identity) {
    if (Date.now() > deadline) {
      throw new EmbeddedServerError(
        'stop-failed',
        `The database server (process ${postmaster.pid}) did not end within ${patienceMs / 1000} s of being told to.`,
      );
    }
    await delay(POLL_MS);
  }
}

/** A port of 127.0.0.1 on which nobody listens now. */
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
