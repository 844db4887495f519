import { Random } from '../../scripts/sample/random.ts';

/** The size of invented data. */
export interface Amount {
  /** Lines of the libraries file. */
  users: number;
  /** The factor by which libraries are larger than in the real file, whose libraries are partial. */
  librarySize: number;
  /** Lines of the reviews file. */
  reviewers: number;
}

/** The number of library rows in the real file. */
const REAL_ROWS = 1_177_571;

/**
 * The amount of data with a multiple of the real file's library rows. Up to 4.4 times, libraries grow, because the published
 * file has as many users and 5,153,209 rows. Beyond that, the number of users grows.
 */
export function amountOf(times: number): Amount {
  const librarySize = Math.min(times, 5_153_209 / REAL_ROWS);
  const more = times <= librarySize ? 1 : times / librarySize;
  return { users: Math.round(88_310 * more), librarySize, reviewers: Math.round(25_799 * more) };
}

/** The number of games with an owner; records beyond it have none. */
export const OWNED_GAMES = 10_978;
/** The number of records in the games file. */
export const RECORDS = 32_135;

/**
 * Quantiles of the sizes of the real libraries that are not empty: share of libraries, and games in the largest of them.
 * From 0.9 on, every second size is chosen so that the mean is right.
 */
const LIBRARY_SIZES = [
  [0, 1],
  [0.1, 3],
  [0.25, 5],
  [0.5, 11],
  [0.75, 20],
  [0.9, 34],
  [0.95, 45],
  [0.99, 89],
  [0.997, 145],
  [0.999, 269],
  [0.9997, 390],
  [1, 1280],
] as const;

/** Quantiles of minutes played: share of library rows, and minutes. */
const MINUTES = [
  [0, 0],
  [0.36, 0],
  [0.4, 30],
  [0.5, 80],
  [0.6, 200],
  [0.75, 800],
  [0.9, 4000],
  [0.99, 30_000],
  [0.999, 101_000],
  [1, 640_000],
] as const;

/** The number of owners by a game's rank, as in the real file: rank, and owners. */
const OWNERS = [
  [1, 35_021],
  [3, 22_958],
  [10, 14_009],
  [30, 5367],
  [100, 1916],
  [300, 669],
  [1000, 147],
  [2000, 51],
  [3000, 25],
  [5000, 7],
  [7000, 2],
  [OWNED_GAMES, 1],
] as const;

/** The number of owners of the game of a rank, 1 for the most owned: known ranks, and between them a power law. */
export function ownersOfRank(rank: number): number {
  const above = OWNERS.findIndex(([known]) => known >= rank);
  const [high, least] = OWNERS[above]!;
  if (high === rank) return least;
  const [low, most] = OWNERS[above - 1]!;
  const share = Math.log(rank / low) / Math.log(high / low);
  return most * (least / most) ** share;
}

/** The number of tastes. Games have them in turn, and each person prefers one. */
const TASTES = 25;
/** The share of draws that come from the person's own taste. */
const SHARE_OF_TASTE = 0.5;

/** Makes libraries with heavy tails in their sizes, in the owners of a game and in the hours of play. */
export class LibraryMaker {
  readonly #random: Random;
  readonly #librarySize: number;
  readonly #all: Float64Array;
  readonly #byTaste: Float64Array[];

  constructor(label: string, { librarySize }: Pick<Amount, 'librarySize'>) {
    this.#random = new Random(label);
    this.#librarySize = librarySize;
    // A draw of a game that the library already has is lost, so common games need more draws than they have owners.
    const weights = Array.from(
      { length: OWNED_GAMES },
      (_, game) => -Math.log(1 - ownersOfRank(game + 1) / 45_000),
    );
    this.#all = summed(weights);
    this.#byTaste = Array.from({ length: TASTES }, (_, taste) =>
      summed(weights.filter((_, game) => game % TASTES === taste)),
    );
  }

  /** The next library: minutes by the rank of the game, from 0. */
  next(): Map<number, number> {
    const random = this.#random;
    const size = Math.max(1, Math.round(random.quantile(LIBRARY_SIZES) * this.#librarySize));
    const taste = place(this.#all, random.next()) % TASTES;
    const library = new Map<number, number>();
    // A library with most games rarely draws a new one, so the number of tries is limited.
    for (let tries = 0; library.size < Math.min(size, OWNED_GAMES / 2) && tries < 20 * size; tries++) {
      const game = random.chance(SHARE_OF_TASTE)
        ? place(this.#byTaste[taste]!, random.next()) * TASTES + taste
        : place(this.#all, random.next());
      if (!library.has(game)) library.set(game, Math.floor(random.quantile(MINUTES)));
    }
    return library;
  }
}

function summed(weights: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(weights, (weight) => {
    sum += weight;
    return sum;
  });
}

/** The place at which the running sums pass a share, 0 to 1, of their total. */
function place(sums: Float64Array, share: number): number {
  const wanted = share * sums.at(-1)!;
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
