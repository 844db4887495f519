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
