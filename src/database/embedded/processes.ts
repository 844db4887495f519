import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { memoized } from '../../platform/memo.ts';
import { systemErrorCode } from './embedded-server-error.ts';

/**
 * What tells a process from a later one with the same number: the boot it lives in and when it started, in clock ticks
 * since then (proc_pid_stat(5), fields 3 and 22). Null when no such process lives; a zombie does not.
 *
 * Where there is no /proc the start time is ps's, and on Windows the number has to do.
 */
export function processIdentity(pid: number): string | null {
  if (process.platform === 'linux') {
    const ticks = startTicks(pid);
    return ticks === null ? null : `${bootId()}/${ticks}`;
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemErrorCode(error) !== 'EPERM') return null;
  }
  if (process.platform === 'win32') return 'alive';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || null;
}

/** Whether the process that had this identity lives; to be asked often, so where a number has to do, it does. */
export function livesOn(pid: number, identity: string | null): boolean {
  if (process.platform === 'linux') return identity !== null && processIdentity(pid) === identity;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
}

const bootId = memoized(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());

/** The name of a process's program, at most 15 characters of it; null where that cannot be known. */
export function programName(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return null;
  }
}

/** When a process started, in seconds since 1970 as the clock stands now; null where that cannot be known. */
export function processStart(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const ticks = startTicks(pid);
  const booted = /^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1];
  return ticks === null || booted === undefined ? null : Number(booted) + ticks / TICKS_PER_SECOND;
}

/** What the kernel shows to programs is in these, whatever it counts in itself. */
const TICKS_PER_SECOND = 100;

function startTicks(pid: number): number | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The name, in parentheses, may hold anything, parentheses and spaces too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? null : Number(fields[19]);
}
