import { type ChildProcess, spawn } from 'node:child_process';

/** Seconds that a process has to end on SIGTERM before it is killed. */
const PATIENCE_SECONDS = 20;

/**
 * Ends a process when this one ends, in whatever way: a test that is cut off has no say any more. A shell waits for the
 * end of its input, which this process alone holds open.
 *
 * @returns a function that calls this off, for a process that has ended
 */
export function endWithThisProcess(pid: number): () => void {
  const script = `read -r _; kill -TERM ${pid} && sleep ${PATIENCE_SECONDS} && kill -KILL ${pid}`;
  // In a group of its own, a key like Ctrl+C does not reach the shell.
  const shell = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  return () => void shell.kill('SIGKILL');
}

/** The same for a child, which is let go once it has ended. */
export function endChildWithThisProcess(child: ChildProcess): void {
  child.once('exit', endWithThisProcess(child.pid!));
}
