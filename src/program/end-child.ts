import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { withinLimit } from '../platform/time-limit.ts';

/** Ends a child process with SIGTERM, and kills it where that takes longer than a number of milliseconds. */
export async function endChild(child: ChildProcess, limitMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  await withinLimit(limitMs, ended, () => {
    child.kill('SIGKILL');
    return ended;
  });
}
