import type { Worker } from 'node:worker_threads';
import { startThread } from '../../platform/thread.ts';

/** What the worker makes its tree of: row `i` is from `i * width`. */
export interface NearestPoints {
  points: Float32Array;
  width: number;
}

export interface NearestQuestion {
  id: number;
  point: number[];
  count: number;
}

export interface NearestAnswer {
  id: number;
  /** Rows of points, nearest first. */
  rows: number[];
}

interface Waiting {
  resolve: (rows: number[]) => void;
  reject: (error: Error) => void;
}

const WORKER = new URL('./nearest-worker.ts', import.meta.url);

/**
 * Finds the nearest of many points by Euclidean distance, exactly, with the tree of `ml-knn`, in a worker that makes it once
 * and keeps it. With many coordinates a kd-tree can pass over nearly no branch, and to find out is what takes most of its time; so
 * this one has only the numbers of rows, and a distance that reads their coordinates: half the time (bench/nearest-games.ts).
 */
export class NearestGames {
  readonly #worker: Worker;
  readonly #width: number;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #ended: Error | null = null;

  private constructor(worker: Worker, width: number) {
    this.#worker = worker;
    this.#width = width;
    worker.on('message', ({ id, rows }: NearestAnswer) => this.#take(id)?.resolve(rows));
    worker.on('error', (cause) => this.#end(new Error('The search for near games failed.', { cause })));
    worker.on('exit', () => this.#end(new Error('The search for near games ended early.')));
    worker.unref();
  }

  /**
   * Returns at once; questions wait until the tree is there. An idle worker doesn't keep the program from ending.
   *
   * @param points one after another, `width` numbers each; the worker has a copy
   * @throws RangeError where the numbers don't make whole points
   */
  static start(points: Float32Array, width: number): NearestGames {
    if (!(Number.isInteger(width) && width > 0) || points.length % width !== 0) {
      throw new RangeError(`${points.length} numbers are no whole points of ${width}.`);
    }
    const given: NearestPoints = { points: points.slice(), width };
    const transferList = [given.points.buffer as ArrayBuffer];
    return new NearestGames(startThread(WORKER, { workerData: given, transferList }), width);
  }

  /**
   * The rows of the nearest points, nearest first; of those as near, the one with the lower row. All, where there are no more
   * than `count`.
   *
   * @throws RangeError (a rejection, as all that follow) where the point has another width; Error where the worker has died or was closed
   */
  async nearest(point: ArrayLike<number>, count: number): Promise<number[]> {
    if (point.length !== this.#width) {
      throw new RangeError(`A point has ${this.#width} coordinates; this one has ${point.length}.`);
    }
    if (this.#ended !== null) throw this.#ended;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, point: Array.from(point), count } satisfies NearestQuestion);
    });
  }

  /** Stops the worker; what is still asked is rejected. */
  async close(): Promise<void> {
    this.#end(new Error('The search for near games is closed.'));
    await this.#worker.terminate();
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
    return waiting;
  }

  /** The first reason stays: the exit follows an error. */
  #end(reason: Error): void {
    this.#ended ??= reason;
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.reject(this.#ended);
  }
}
