import type { SparseRow } from '../../database/packed-weights.ts';
import { Thread } from '../../platform/thread.ts';

/** The games that are searched, a row each. */
export interface SearchedGames {
  /** The packed contents of all games, one after another. */
  contents: Uint8Array;
  /** The number of bytes of each. */
  sizes: readonly number[];
  /** The factor by which the likeness of each game is multiplied, at least 1. */
  factors: Float32Array;
}

/** A question to the worker. */
export interface NearestQuestion {
  /** The content of the game that others are compared with. */
  content: SparseRow;
  /** The number of games to find. */
  count: number;
  /** The rows of the games to search; null for all. */
  among: Uint32Array | null;
}

/** A game that was found. */
export interface NearGame {
  row: number;
  /** The dot product of the contents of both games. */
  likeness: number;
  /** The likeness times the factor of the game. */
  score: number;
}

const WORKER = new URL('./nearest-worker.ts', import.meta.url);

/**
 * Finds the games whose content is most like that of a game. The search is exact, over all games. It uses the tree of
 * `ml-knn` in a worker that makes the tree once and keeps it. Content has thousands of columns, so the tree can skip no
 * branch: its points are nothing but row numbers, and the distance function reads the contents of the rows.
 */
export class NearestGames {
  readonly #thread: Thread<NearestQuestion, NearGame[]>;

  private constructor(given: SearchedGames) {
    this.#thread = new Thread(WORKER, 'The search for near games', { workerData: given });
  }

  /**
   * Starts the worker and returns at once. Questions wait until the tree is ready. An idle worker
   * doesn't keep the program from ending.
   *
   * @param games the worker gets a copy
   * @throws RangeError where not every game has its part of the contents and its factor
   */
  static start(games: SearchedGames): NearestGames {
    const { contents, sizes, factors } = games;
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    if (sizes.length !== factors.length || contents.length !== bytes) {
      throw new RangeError(`Cannot divide ${contents.length} bytes among ${factors.length} games.`);
    }
    return new NearestGames(games);
  }

  /** Whether the worker answers no more, because it has died or was closed. */
  get ended(): boolean {
    return this.#thread.ended;
  }

  /**
   * Finds the `count` games with the highest scores, or all games where there are fewer.
   *
   * @param among the rows of the games to search; null for all
   * @returns best first; of equal scores, the lower row comes first
   * @throws Error where the worker has died or was closed, as a rejection
   */
  async nearest(content: SparseRow, count: number, among: Uint32Array | null = null): Promise<NearGame[]> {
    return this.#thread.call({ content, count, among });
  }

  /** Stops the worker. Questions that still wait are rejected. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}
