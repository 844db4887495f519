import { parentPort, type Transferable, Worker, type WorkerOptions } from 'node:worker_threads';
import { runnable } from './runnable.ts';

/** A message to the thread. Its `id` comes back with the answer. */
interface Call<Asked> {
  id: number;
  asked: Asked;
}

/** A message from the thread: the answer to a call, or the error that was thrown instead. */
type Result<Answer> = { id: number } & ({ answer: Answer } | { error: unknown });

/** A call that waits for its answer. */
interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
  /** The moment of the call, in milliseconds of `performance.now()`. */
  since: number;
}

/**
 * A worker thread that answers calls; its file defines the answers with {@link answerCalls}. Calls may be made
 * right after the constructor: they wait until the thread has started. The thread keeps the program from ending
 * only while a call waits.
 */
export class Thread<Asked, Answer> {
  readonly #worker: Worker;
  readonly #name: string;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #lastId = 0;
  #lastHeard = 0;
  #ended: unknown = null;

  /**
   * Starts the thread and returns at once.
   *
   * @param file the TypeScript module that the thread runs
   * @param name the work of the thread, as the subject of a sentence in errors: `Drawing pictures`
   */
  constructor(file: URL, name: string, options: Omit<WorkerOptions, 'eval'> = {}) {
    const worker = startWorker(file, options);
    worker.on('message', (result: Result<Answer>) => {
      this.#lastHeard = performance.now();
      const waiting = this.#take(result.id);
      if ('answer' in result) waiting?.resolve(result.answer);
      else waiting?.reject(result.error);
    });
    worker.on('error', (cause) => this.#end(new Error(`${name} failed.`, { cause })));
    worker.on('exit', () => this.#end(new Error(`${name} ended early.`)));
    worker.unref();
    this.#worker = worker;
    this.#name = name;
  }

  /** The number of calls that wait for their answers. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Whether the thread answers no more calls, because it has died or was closed. */
  get ended(): boolean {
    return this.#ended !== null;
  }

  /**
   * Milliseconds for which a call has waited and the thread has sent no answer at all; 0 while no call waits.
   */
  get silentMs(): number {
    const [longest] = this.#waiting.values();
    return longest === undefined ? 0 : performance.now() - Math.max(longest.since, this.#lastHeard);
  }

  /**
   * Makes a call and gives the thread's answer to it.
   *
   * @param asked the question; the thread gets a copy
   * @param transferList parts of the question that move to the thread and are not copied
   * @throws a copy of the error that the thread's function throws; an Error where the thread has died; the
   *   reason with which it was closed
   */
  async call(asked: Asked, transferList: readonly Transferable[] = []): Promise<Answer> {
    if (this.#ended !== null) throw this.#ended;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#worker.postMessage({ id, asked } satisfies Call<Asked>, [...transferList]);
      this.#waiting.set(id, { resolve, reject, since: performance.now() });
      this.#worker.ref();
    });
  }

  /** Stops the thread. @param reason the error that waiting and later calls throw */
  async close(reason: unknown = new Error(`${this.#name} is closed.`)): Promise<void> {
    this.#end(reason);
    await this.#worker.terminate();
  }

  /** Takes a call out of the waiting ones. */
  #take(id: number): Waiting<Answer> | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
    return waiting;
  }

  /** Makes all calls fail. The first reason is kept, because an error is followed by an exit. */
  #end(reason: unknown): void {
    this.#ended ??= reason;
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.reject(this.#ended);
  }
}

/**
 * Makes one call to a thread that is started for it and ended after it.
 *
 * @param file the TypeScript module that the thread runs
 * @param name the work of the thread, as the subject of a sentence in errors
 * @param signal ends the thread early when it aborts
 * @throws the errors of {@link Thread.call}, and the reason of the signal
 */
export async function callInThread<Asked, Answer>(
  file: URL,
  name: string,
  asked: Asked,
  signal?: AbortSignal,
): Promise<Answer> {
  signal?.throwIfAborted();
  const thread = new Thread<Asked, Answer>(file, name);
  const stop = () => void thread.close(signal?.reason);
  signal?.addEventListener('abort', stop);
  try {
    return await thread.call(asked);
  } finally {
    signal?.removeEventListener('abort', stop);
    await thread.close();
  }
}

/**
 * Answers the calls of a {@link Thread}; the file of the thread calls it once. An error that the function
 * throws is thrown to the caller.
 */
export function answerCalls<Asked, Answer>(answer: (asked: Asked) => Answer | Promise<Answer>): void {
  const port = parentPort!;
  port.on('message', async ({ id, asked }: Call<Asked>) => {
    let result: Result<Answer>;
    try {
      result = { id, answer: await answer(asked) };
    } catch (error) {
      result = { id, error };
    }
    port.postMessage(result);
  });
}

/**
 * Starts a worker thread, however this program itself was loaded. A thread whose file is TypeScript registers
 * tsx by itself: tsx leaves workers alone where the program imports it (`node --import tsx`), and a test runner
 * has a loader of its own.
 */
function startWorker(file: URL, options: Omit<WorkerOptions, 'eval'>): Worker {
  const module = runnable(file);
  if (module !== file) return new Worker(module, options);
  const start = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
    register();
    return import(${JSON.stringify(file.href)});
  })`;
  return new Worker(start, { ...options, eval: true });
}
