import { Memo } from '../platform/memo.ts';
import { Thread } from '../platform/thread.ts';
import { withinLimit } from '../platform/time-limit.ts';
import type { Chart } from './chart.ts';

const WORKER = new URL('./pictures-worker.ts', import.meta.url);

/**
 * Milliseconds after which the worker counts as hung. A start and a drawing take less, on a busy machine as well; nobody
 * waits for a picture meanwhile.
 */
const HUNG_MS = 30_000;
/** The number of pictures that may wait for the worker at once. It draws this many in well under a minute. */
const MOST_WAITING = 500;
/** The number of workers that try to draw a picture, because a worker may end for a reason that lies elsewhere. */
const TRIES = 2;
/** Bytes that the kept pictures may take together: enough for some hundreds. */
const KEPT_BYTES = 32 * 1024 * 1024;

export interface PicturesSettings {
  /** Called with the reason when there is no picture. */
  onFailure(error: unknown): void;
  /** Milliseconds after which the worker counts as hung; unset: 30,000. */
  hungMs?: number;
  /** The file of the worker; tests set another one. */
  worker?: URL;
}

/**
 * Draws charts in a worker thread, so that drawing blocks nothing else, and keeps the pictures. The key of a picture is its
 * chart, which holds everything that the picture shows: a new data set with the same figures gets the kept picture, and one
 * with other figures gets another.
 */
export class Pictures {
  readonly #settings: PicturesSettings;
  readonly #drawn = new Memo<string, Promise<Uint8Array>>({
    bytes: { max: KEPT_BYTES, of: (png, key) => png.length + 2 * key.length },
  });
  #thread: Thread<Chart, Uint8Array> | null = null;
  /** Settles when the picture that was asked for last is drawn or given up. */
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #closed = false;

  constructor(settings: PicturesSettings) {
    this.#settings = settings;
  }

  /** Starts the worker, which then loads and compiles its code; returns at once. */
  warmUp(): void {
    this.#running();
  }

  /** The chart as a PNG, however long that takes; null where it cannot be drawn. Never rejects. */
  async draw(chart: Chart): Promise<Uint8Array | null> {
    try {
      return await this.#drawn.once(JSON.stringify(chart), () => this.#inTurn(chart));
    } catch (error) {
      if (!this.#closed) this.#settings.onFailure(error);
      return null;
    }
  }

  /** Stops the worker. Pictures that are still to be drawn fail. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread?.close();
  }

  /** Draws one chart after another, so that a chart on which the worker fails takes no other with it. */
  async #inTurn(chart: Chart): Promise<Uint8Array> {
    if (this.#waiting >= MOST_WAITING) throw new Error('Too many pictures are waiting to be drawn.');
    this.#waiting += 1;
    const drawing = this.#last.then(() => this.#drawNow(chart));
    this.#last = drawing
      .catch(() => {})
      .finally(() => {
        this.#waiting -= 1;
      });
    return drawing;
  }

  async #drawNow(chart: Chart): Promise<Uint8Array> {
    const { hungMs = HUNG_MS } = this.#settings;
    for (let tries = 1; ; tries++) {
      const thread = this.#running();
      try {
        return await withinLimit(hungMs, thread.call(chart), async () => {
          const hung = new Error('A picture was not drawn in time, so its worker was stopped.');
          await thread.close(hung);
          throw hung;
        });
      } catch (error) {
        // A worker that goes on has found the fault in the chart.
        if (!thread.ended || this.#closed || tries === TRIES) throw error;
      }
    }
  }

  /** The worker that runs, or a new one where none runs. @throws Error where the pictures are closed */
  #running(): Thread<Chart, Uint8Array> {
    if (this.#closed) throw new Error('Drawing pictures is closed.');
    if (this.#thread === null || this.#thread.ended) {
      this.#thread = new Thread(this.#settings.worker ?? WORKER, 'Drawing pictures');
    }
    return this.#thread;
  }
}
