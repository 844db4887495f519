import { once } from 'node:events';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread whose file is TypeScript, whatever loaded this program: tsx leaves workers alone where it was
 * given as an import, and a test runner has a loader of its own.
 */
export function startThread(file: URL, options: Omit<WorkerOptions, 'eval'> = {}): Worker {
  const start = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
    register();
    return import(${JSON.stringify(file.href)});
  })`;
  return new Worker(start, { ...options, eval: true });
}

/**
 * Runs a file in a thread of its own, and gives the one message that it posts.
 *
 * @param signal aborted, the thread is ended
 * @throws what the thread throws, and the signal's reason
 */
export async function runThread<T>(
  file: URL,
  options: Omit<WorkerOptions, 'eval'>,
  signal?: AbortSignal,
): Promise<T> {
  const worker = startThread(file, options);
  const ended = once(worker, 'exit').then((): never => {
    throw new Error(`The thread ${file.pathname.split('/').at(-1)} ended early.`);
  });
  try {
    // `once` rejects with what the thread throws.
    const said = once(worker, 'message', signal === undefined ? {} : { signal }) as Promise<[T]>;
    const [message] = await Promise.race([said, ended]);
    return message;
  } finally {
    ended.catch(() => {});
    await worker.terminate();
  }
}
