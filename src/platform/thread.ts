import { parentPort, type Transferable, Worker, type WorkerOptions } from 'node:worker_threads';

/** What goes to a thread: `id` comes back with the answer. */
interface Call<Asked> {
  id: number;
  asked: Asked;
}

/** What comes back: the answer, or what was thrown instead of one. */
type Result<Answer> = { id: number } & ({ answer: Answer } | { error: unknown });

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
  since: number;
}

/**
 * A worker thread that answers calls; its file says how, with {@link answerCalls}. Calls may be made at once: they wait until the
 * thread is there. It keeps the program from ending only while a call waits.
 */
export class Thread<Asked, Answer> {
  readonly #worker: Worker;
  readonly #name: string;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #lastId = 0;
  #lastHeard = 0;
  #ended: unknown = null;

  /**
   * Returns at once.
   *
   * @param file a TypeScript module
   * @param name what the thread does, as the subject of a sentence: `Drawing pictures`
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

  /** Whether it answers no more: it has died, or was closed. */
  get ended(): boolean {
    return this.#ended !== null;
  }

  /** Milliseconds that a call has waited without any answer from the thread; 0 where none waits. */
  get silentMs(): number {
    const [longest] = this.#waiting.values();
    return longest === undefined ? 0 : performance.now() - Math.max(longest.since, this.#lastHeard);
  }

  /**
   * The answer to a call. What is asked is copied, but for what is in the list, which moves to the thread.
   *
   * @throws what the thread's function throws, as a copy; Error where the thread has died; what it was closed with
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

  /** Stops the thread. @param reason what calls that wait, and later ones, throw */
  async close(reason: unknown = new Error(`${this.#name} is closed.`)): Promise<void> {
    this.#end(reason);
    await this.#worker.terminate();
  }

  #take(id: number): Waiting<Answer> | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
    return waiting;
  }

  /** The first reason stays: the exit follows an error. */
  #end(reason: unknown): void {
    this.#ended ??= reason;
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.reject(this.#ended);
  }
}

/**
 * Makes one call to a thread of its own.
 *
 * @param signal aborted, the thread is ended
 * @throws as {@link Thread.call}, and the signal's reason
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

/** In the file of a {@link Thread}: answers its calls. What the function throws is thrown to the caller. */
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
 * Starts a worker thread whose file is TypeScript, whatever loaded this program: tsx leaves workers alone where it was
 * given as an import, and a test runner has a loader of its own.
 */
function startWorker(file: URL, options: Omit<WorkerOptions, 'eval'>): Worker {
  const start = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
    register();
    return import(${JSON.stringify(file.href)});
  })`;
  return new Worker(start, { ...options, eval: true });
}
