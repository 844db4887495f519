import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { expect, onTestFinished, vi } from 'vitest';
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import { endChildWithThisProcess } from '../../support/end-with-this-process.ts';
import { PATIENCE_MS } from '../../support/patience.ts';

/** Whether the kernel knows a process. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Waits until the kernel has forgotten a process. That is a moment after its end, once its parent has taken note. Fails if
 * the process lives on.
 */
export async function isGone(pid: number): Promise<void> {
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: PATIENCE_MS, interval: 5 });
}

/** A new folder, removed after the test. A server that is left in it is ended first. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'steamscope-embedded-'));
  onTestFinished(() => removeWithServer(folder));
  return folder;
}

/** Removes a data folder, or a folder of data folders, and ends their servers first. */
export function removeWithServer(folder: string): void {
  for (const cluster of [path.join(folder, 'postgres'), path.join(folder, 'data/postgres')]) {
    const pid = readPostmaster(cluster)?.pid;
    if (pid !== undefined && pid !== process.pid && isAlive(pid)) process.kill(pid, 'SIGKILL');
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** Asks for one value on a connection of its own. */
export async function ask<T>(url: string, question: string): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false });
  try {
    const rows = await sql.unsafe<{ value: T }[]>(question);
    return rows[0]?.value as T;
  } finally {
    await sql.end();
  }
}

/** A running program.ts. */
export interface Program {
  readonly process: ChildProcess;
  /** The address and process id of its server, once it has one. */
  readonly acquired: Promise<{ url: string; pid: number }>;
  /** Makes it release the server and end. */
  finish(): Promise<void>;
  /** Sends a signal to it, or to its whole terminal group if `toGroup`, and waits for its end. */
  kill(signal: NodeJS.Signals, toGroup?: boolean): Promise<void>;
}

/** Runs program.ts with these options. It is killed after the test if it is still alive. */
export function runProgram(options: object, nodeArguments: string[] = []): Program {
  const child = spawn(
    process.execPath,
    [
      ...nodeArguments,
      '--import',
      'tsx',
      path.join(import.meta.dirname, 'program.ts'),
      JSON.stringify(options),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'], detached: true, cwd: path.join(import.meta.dirname, '../../..') },
  );
  endChildWithThisProcess(child);
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const acquired = new Promise<{ url: string; pid: number }>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('acquired ')) resolve(JSON.parse(line.slice('acquired '.length)));
    });
    child.on('close', () => reject(new Error(`The program ended: ${complaints}`)));
  });
  acquired.catch(() => {}); // A test may kill it before.
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return {
    process: child,
    acquired,
    finish: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async (signal, toGroup = false) => {
      if (toGroup) process.kill(-child.pid!, signal);
      else child.kill(signal);
      await ended;
    },
  };
}
