import { readdirSync, readFileSync } from 'node:fs';
import { processIdentity } from '../../../src/database/embedded/processes.ts';

/** Whether a process is alive. A zombie is not. */
export function isAlive(pid: number): boolean {
  return processIdentity(pid) !== null;
}

/** Sends a signal to a process that may already be gone. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is already gone.
  }
}

export function childrenOf(pid: number): number[] {
  return allProcesses().filter((each) => parentOf(each) === pid);
}

/** The processes of this program on a data folder, found by their environment (proc_pid_environ(5)). */
export function programsOn(dataFolder: string): number[] {
  const setting = `\0DATA_FOLDER=${dataFolder}\0`;
  return allProcesses().filter(
    (pid) => read(pid, 'cmdline').includes('src/cli.ts') && `\0${read(pid, 'environ')}`.includes(setting),
  );
}

function allProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter(isAlive);
}

/** The parent's id. The name before it stands in parentheses, and may itself hold spaces and parentheses. */
function parentOf(pid: number): number {
  const stat = read(pid, 'stat');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
