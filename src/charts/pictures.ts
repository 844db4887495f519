import { Memo } from '../platform/memo.ts';
import { Thread } from '../platform/thread.ts';
import { withinLimit } from '../platform/time-limit.ts';
import type { Chart } from './chart.ts';

const WORKER = new URL('./pictures-worker.ts', import.meta.url);

/** Milliseconds that a reply waits for its picture before the text goes out alone. A picture takes a tenth of that. */
const PATIENCE_MS = 700;
/** Milliseconds without a result after which the worker counts as hung. A start on a busy machine takes less. */
const HUNG_MS = 15_000;
/** The number of pictures that may wait for the worker at once: with more, the last one would be too late. */
const MOST_WAITING = 20;
/** Bytes that the kept pictures may take together: enough for some hundreds. */
const KEPT_BYTES = 32 * 1024 * 1024;

/** The picture was not ready in time, because the machine is busy. Nothing else is wrong. */
export class LatePictureError extends Error {
  constructor() {
    super('A picture was not drawn in time.');
    this.name = 'LatePictureError';
  }
}

export interface PicturesSettings {
  /** Called with the reason when there is no picture. */
  onFailure(error: unknown): void;
  /** Milliseconds that a reply waits for its picture; unset: 700. */
  patienceMs?: number;
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

  constructor(settings: PicturesSettings) {
    this.#settings = settings;
  }

  /** Starts the worker, which then loads and compiles its code; returns at once. */
  warmUp(): void {
    this.#running();
  }

  /** The chart as a PNG; null where it could not be drawn, or not in time. Never rejects. */
  async draw(chart: Chart): Promise<Uint8Array | null> {
    const { patienceMs = PATIENCE_MS, onFailure } = this.#settings;
    try {
      const drawing = this.#drawn.once(JSON.stringify(chart), () => this.#ask(chart));
      return await withinLimit(patienceMs, drawing, () => {
        this.#endHung();
        throw new LatePictureError();
      });
    } catch (error) {
      onFailure(error);
      return null;
    }
  }

  /** Stops the worker. Pictures that are still being drawn fail. */
  async close(): Promise<void> {
    await this.#thread?.close();
  }

  async #ask(chart: Chart): Promise<Uint8Array> {
    const thread = this.#running();
    if (thread.waiting >= MOST_WAITING) throw new Error('Too many pictures are waiting to be drawn.');
    return thread.call(chart);
  }

  /** Stops the worker if it hangs; the next picture then starts another one. */
  #endHung(): void {
    if (this.#thread !== null && this.#thread.silentMs > HUNG_MS) void this.#thread.close();
  }

  /** The worker that runs, or a new one where none runs. */
  #running(): Thread<Chart, Uint8Array> {
    if (this.#thread === null || this.#thread.ended) {
      this.#thread = new Thread(this.#settings.worker ?? WORKER, 'Drawing pictures');
    }
    return this.#thread;
  }
}
