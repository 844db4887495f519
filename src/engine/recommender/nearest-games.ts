import { Thread } from '../../platform/thread.ts';

/** The points that the worker makes its tree from. Row `i` begins at `i * width`. */
export interface NearestPoints {
  /** Coordinates, one point after another. */
  points: Float32Array;
  /** The number of coordinates of a point. */
  width: number;
}

/** A question to the worker. */
export interface NearestQuestion {
  point: number[];
  /** The number of nearest points to find. */
  count: number;
}

/** The worker's answer: rows of points, nearest first. */
export type NearestRows = number[];

const WORKER = new URL('./nearest-worker.ts', import.meta.url);

/**
 * Finds the nearest of many points by Euclidean distance. The search is exact. It uses the tree of `ml-knn`
 * in a worker that makes the tree once and keeps it. With many coordinates, a kd-tree can skip hardly any
 * branch and spends most of its time on finding that out. So the points in this tree are nothing but row
 * numbers, and the distance function reads the coordinates of the rows. That halves the time
 * (bench/nearest-games.ts).
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
   * Starts the worker and returns at once. Questions wait until the tree is ready. An idle worker
   * doesn't keep the program from ending.
   *
   * @param points one after another, `width` numbers each; the worker gets a copy
   * @throws RangeError where `width` is no positive integer, or the numbers cannot be divided into
   *   points of this width
   */
  static start(points: Float32Array, width: number): NearestGames {
    if (!(Number.isInteger(width) && width > 0) || points.length % width !== 0) {
      throw new RangeError(`Cannot divide ${points.length} numbers into points of ${width} coordinates.`);
    }
    return new NearestGames({ points: points.slice(), width });
  }

  /** Whether the worker answers no more, because it has died or was closed. */
  get ended(): boolean {
    return this.#thread.ended;
  }

  /**
   * Finds the rows of the `count` nearest points, or of all points where there are fewer.
   *
   * @returns rows, nearest first; of points at the same distance, the lower row comes first
   * @throws RangeError where the point has another width; Error where the worker has died or was closed. All
   *   errors are rejections.
   */
  async nearest(point: ArrayLike<number>, count: number): Promise<number[]> {
    if (point.length !== this.#width) {
      throw new RangeError(`A point has ${this.#width} coordinates; this one has ${point.length}.`);
    }
    return this.#thread.call({ point: Array.from(point), count });
  }

  /** Stops the worker. Questions that still wait are rejected. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}
