import type { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import { startThread } from '../platform/thread.ts';
import type { Chart } from './chart.ts';

export interface ToDraw {
  id: number;
  chart: Chart;
}

export type Drawn = { id: number } & ({ png: Uint8Array } | { failure: string });

const WORKER = new URL('./pictures-worker.ts', import.meta.url);

/** Who waits longer gets the text alone. A picture takes a tenth of it. */
const PATIENCE_MS = 700;
/** A worker that draws nothing for so long hangs. It is more than a start takes on a busy machine. */
const HUNG_MS = 15_000;
/** More are not waited for: the last of them would be too late. */
const MOST_WAITING = 20;
/** Some hundreds of pictures. */
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

interface Waiting {
  resolve(png: Uint8Array): void;
  reject(error: Error): void;
  since: number;
}

/**
 * Draws charts in a worker thread, so that nothing else waits for it, and keeps what it has drawn. A chart is all that is seen in its
 * picture: where another data set says the same the picture stays, and where it does not that is another one.
 */
export class Pictures {
  readonly #settings: PicturesSettings;
  readonly #waiting = new Map<number, Waiting>();
  readonly #kept = new LRUCache<string, Uint8Array>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (png, key) => png.length + 2 * key.length,
  });
  readonly #underWay = new Map<string, Promise<Uint8Array>>();
  #worker: Worker | null = null;
  #lastId = 0;
  #lastDrawn = 0;

  constructor(settings: PicturesSettings) {
    this.#settings = settings;
  }

  /** Starts the worker, which loads what it needs; returns at once. */
  warmUp(): void {
    this.#worker ??= this.#start();
  }

  /** The chart as a PNG; null where it cannot be drawn, or not in time. Never rejects. */
  async draw(chart: Chart): Promise<Uint8Array | null> {
    const key = JSON.stringify(chart);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    try {
      return await this.#inTime(this.#underWay.get(key) ?? this.#begin(key, chart));
    } catch (error) {
      this.#settings.onFailure(error);
      return null;
    }
  }

  /** Stops the worker; what is still being drawn fails. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #begin(key: string, chart: Chart): Promise<Uint8Array> {
    const drawing = this.#ask(chart);
    this.#underWay.set(key, drawing);
    drawing
      .then((png) => this.#kept.set(key, png))
      // Who waits for it is told.
      .catch(() => {})
      .finally(() => this.#underWay.delete(key));
    return drawing;
  }

  async #ask(chart: Chart): Promise<Uint8Array> {
    if (this.#waiting.size >= MOST_WAITING) throw new Error('Too many pictures are waited for.');
    this.warmUp();
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, since: performance.now() });
      this.#worker!.postMessage({ id, chart } satisfies ToDraw);
    });
  }

  async #inTime(drawing: Promise<Uint8Array>): Promise<Uint8Array> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new LatePictureError());
        this.#endHung();
      }, this.#settings.patienceMs ?? PATIENCE_MS);
    });
    try {
      return await Promise.race([drawing, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #endHung(): void {
    const [longest] = this.#waiting.values();
    const since = Math.max(longest?.since ?? Number.POSITIVE_INFINITY, this.#lastDrawn);
    if (performance.now() - since > HUNG_MS) void this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = startThread(this.#settings.worker ?? WORKER);
    worker.on('message', (drawn: Drawn) => {
      this.#lastDrawn = performance.now();
      const waiting = this.#waiting.get(drawn.id);
      this.#waiting.delete(drawn.id);
      if ('png' in drawn) waiting?.resolve(drawn.png);
      else waiting?.reject(new Error(`A picture could not be drawn: ${drawn.failure}`));
    });
    worker.on('error', (cause) => this.#end(worker, new Error('Drawing pictures failed.', { cause })));
    worker.on('exit', () => this.#end(worker, new Error('Drawing pictures ended early.')));
    worker.unref();
    return worker;
  }

  /** The next picture starts another worker. */
  #end(worker: Worker, reason: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
