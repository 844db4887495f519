import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Binaries } from './binaries.ts';
import type { inCluster } from './cluster.ts';

/**
 * Whether pg_ctl starts and stops the server unless somebody says otherwise: on Windows, where Postgres refuses to run with the rights
 * of an administrator, and only pg_ctl takes them away. A signal that is no kill also needs pg_ctl there.
 */
export const BY_PG_CTL = process.platform === 'win32';

/** The end of a start by pg_ctl. */
export interface PgCtlStart {
  /** The signal or the exit status that pg_ctl ended with, in words; null while it waits, and once the server is ready. */
  failed(): string | null;
}

/**
 * Starts a server by pg_ctl, which waits until it is ready.
 *
 * @param options of `inCluster`
 * @param patienceMs milliseconds that pg_ctl waits
 * @param neverRan the value of `failed()` where pg_ctl could not be run at all
 */
export function startByPgCtl(
  { pgCtl }: Binaries,
  { dataDirectory, options }: ReturnType<typeof inCluster>,
  logFile: string,
  port: number,
  patienceMs: number,
  neverRan: string,
): PgCtlStart {
  // The file is made here, so that nobody else can read it.
  closeSync(openSync(logFile, 'a', 0o600));
  const seconds = String(Math.ceil(patienceMs / 1000));
  const child = spawn(
    pgCtl,
    ['start', '-D', dataDirectory, '-l', logFile, '-o', `-p ${port}`, '-w', '-t', seconds],
    { ...options, detached: true, stdio: 'ignore' },
  );
  let failed: string | null = null;
  child.on('error', () => {
    failed = neverRan;
  });
  child.on('exit', (status, signal) => {
    if (status !== 0) failed ??= String(signal ?? `exit status ${status}`);
  });
  child.unref();
  return { failed: () => failed };
}

/** Tells a server to stop, with Postgres's fast shutdown. @returns whether pg_ctl could tell it */
export function interruptByPgCtl(pgCtl: string, pid: number): boolean {
  return spawnSync(pgCtl, ['kill', 'INT', String(pid)], { stdio: 'ignore', windowsHide: true }).status === 0;
}
