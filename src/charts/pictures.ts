import { Memo } from '../platform/memo.ts';
import { Thread } from '../platform/thread.ts';
import { withinLimit } from '../platform/time-limit.ts';
import type { Chart } from './chart.ts';

const WORKER = new URL('./pictures-worker.ts', import.meta.url);

/** Milliseconds that a reply waits for its picture before the text goes out alone. A picture takes a tenth of it. */
const PATIENCE_MS = 700;
/** Milliseconds after which a worker that draws nothing is taken to hang. A start on a busy machine takes less. */
const HUNG_MS = 15_000;
/** The number of pictures that may be waited for: the last of more would be too late. */
const MOST_WAITING = 20;
/** The number of bytes that kept pictures take together, some hundreds of them. */
const KEPT_BYTES = 32 * 1024 * 1024;

/** The machine is too busy to draw while somebody waits; nothing is wrong. */
export class LatePictureError extends Error {
  constructor() {
    super('A picture was not drawn in time.');
    this.name = 'LatePictureError';
  }
}

export interface PicturesSettings {
  /** Told why there is no picture. */
  onFailure(error: unknown): void;
  patienceMs?: number;
  /** What draws: another one in tests. */
  worker?: URL;
}

/**
 * Draws charts in a worker thread, so that nothing else waits for it, and keeps what it has drawn. A chart is all that is seen in its
 * picture: where another data set says the same the picture stays, and where it does not that is another one.
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

  /** Starts the worker, which loads what it needs; returns at once. */
  warmUp(): void {
    this.#running();
  }

  /** The chart as a PNG; null where it cannot be drawn, or not in time. Never rejects. */
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

  /** Stops the worker; what is still being drawn fails. */
  async close(): Promise<void> {
    await this.#thread?.close();
  }

  async #ask(chart: Chart): Promise<Uint8Array> {
    const thread = this.#running();
    if (thread.waiting >= MOST_WAITING) throw new Error('Too many pictures are waited for.');
    return thread.call(chart);
  }

  #endHung(): void {
    if (this.#thread !== null && this.#thread.silentMs > HUNG_MS) void this.#thread.close();
  }

  /** The worker; another one where the last has ended. */
  #running(): Thread<Chart, Uint8Array> {
    if (this.#thread === null || this.#thread.ended) {
      this.#thread = new Thread(this.#settings.worker ?? WORKER, 'Drawing pictures');
    }
    return this.#thread;
  }
}
