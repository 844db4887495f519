import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { memoized } from '../../platform/memo.ts';
import { systemErrorCode } from './embedded-server-error.ts';

/**
 * A text that distinguishes a process from a later one with the same number: the id of the system's boot, and
 * the time of the process's start in clock ticks since then (proc_pid_stat(5), fields 3 and 22). Null where the
 * process is not alive, or is a zombie.
 *
 * On systems without /proc it is the start time that ps shows. On Windows it is the
 * same for all living processes.
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

/**
 * Whether the process with this identity is alive. It is called often, so on systems without /proc it checks
 * the process number alone and runs no other program.
 */
export function livesOn(pid: number, identity: string | null): boolean {
  if (process.platform === 'linux') return identity !== null && processIdentity(pid) === identity;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
}

/** The random id that Linux gives each boot. */
const bootId = memoized(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());

/** The name of a process's program, cut to 15 characters; null where it cannot be found out. */
export function programName(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return null;
  }
}

/** The time of a process's start, in seconds since 1970 by the current clock; null where it cannot be found out. */
export function processStart(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const ticks = startTicks(pid);
  const booted = /^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1];
  return ticks === null || booted === undefined ? null : Number(booted) + ticks / TICKS_PER_SECOND;
}

/** The number of clock ticks a second in the times that the kernel shows to programs, whatever its internal clock. */
const TICKS_PER_SECOND = 100;

/** The clock ticks from the boot to the start of a process; null where the process is not alive, or is a zombie. */
function startTicks(pid: number): number | null {
  const fields = statFields(pid);
  return fields === null ? null : Number(fields[19]);
}

/** The number of a process's parent; null where the process is not alive, is a zombie, or on another system than Linux. */
export function parentOf(pid: number): number | null {
  const fields = statFields(pid);
  return fields === null ? null : Number(fields[1]);
}

/** The fields of proc_pid_stat(5) from the state on; null where the process is not alive, or is a zombie. */
function statFields(pid: number): string[] | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The program's name is in parentheses, and may itself hold parentheses and spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? null : fields;
}

/**
 * The Postgres processes that have a System V shared memory segment in their memory (proc_pid_maps(5) shows the
 * segment's id as its inode). Empty on other systems than Linux, and without the processes that this one may not
 * look into.
 */
export function processesMapping(segment: string): number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const mapping = new RegExp(`^\\S+ \\S+ \\S+ \\S+ ${segment} +/SYSV`, 'm');
  return pids.filter((pid) => {
    if (programName(pid) !== 'postgres') return false;
    try {
      return mapping.test(readFileSync(`/proc/${pid}/maps`, 'utf8'));
    } catch {
      return false;
    }
  });
}

/** Whether a signal failed because its process was gone before. */
export function endedAlready(error: unknown): boolean {
  return systemErrorCode(error) === 'ESRCH';
}
