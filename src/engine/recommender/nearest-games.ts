import { Thread } from '../../platform/thread.ts';

/** What the worker makes its tree of: row `i` is from `i * width`. */
export interface NearestPoints {
  points: Float32Array;
  width: number;
}

export interface NearestQuestion {
  point: number[];
  count: number;
}

/** Rows of points, nearest first. */
export type NearestRows = number[];

const WORKER = new URL('./nearest-worker.ts', import.meta.url);

/**
 * Finds the nearest of many points by Euclidean distance, exactly, with the tree of `ml-knn`, in a worker that makes it once
 * and keeps it. With many coordinates a kd-tree can pass over nearly no branch, and to find out is what takes most of its time; so
 * this one has only the numbers of rows, and a distance that reads their coordinates: half the time (bench/nearest-games.ts).
 */
export class NearestGames {
  readonly #thread: Thread<NearestQuestion, NearestRows>;
  readonly #width: number;

  private constructor(given: NearestPoints) {
    const transferList = [given.points.buffer as ArrayBuffer];
    this.#thread = new Thread(WORKER, 'The search for near games', { workerData: given, transferList });
    this.#width = given.width;
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
    return new NearestGames({ points: points.slice(), width });
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
    return this.#thread.call({ point: Array.from(point), count });
  }

  /** Stops the worker; what is still asked is rejected. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}
