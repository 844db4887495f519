import type { SparseRow } from '../../database/packed-weights.ts';

/** The games that a model scores. Each array has one entry for each column. */
export interface ModelColumns {
  gameIds: Int32Array;
  /** The number of users with a complete library who own each game. */
  owners: Int32Array;
  /** The number of these users who have played it. */
  players: Int32Array;
}

/** A game in a library, with its column and its rows of the model. */
export interface OwnedGame {
  gameId: number;
  /** Minutes played; 0 for a game that was never played. */
  minutes: number;
  /**
   * The weights of this game's links to others, and the fourth powers of the chances that {@link stateOf}
   * names. Null where the model does not have the game.
   */
  known: { column: number; links: SparseRow; chances: SparseRow } | null;
}

/**
 * The constants of a score. With s the sum of a library's links to a game, T the sum of the fourth powers of
 * its chances, and q the share of the game's owners who play it, the score is
 *
 *     (max(0, s) + 0.003) · (T^¼ + 0.03)^½ · owners^-0.3 · q^0.15
 *
 * The constants were chosen on the tuning fold (docs/recommending.md).
 */
const LINK_FLOOR = 0.003;
const CHANCE_FLOOR = 0.03;
const OWNERS_POWER = 0.3;
const PLAYED_POWER = 0.15;

/** The row of chances, of a game's two, that a score needs: the row for a played game, or for one that is only owned. */
export function stateOf(minutes: number): 'played' | 'owned' {
  return minutes > 0 ? 'played' : 'owned';
}

/** The share of a pick's score that one game of the library brought. */
export interface ScoreShare {
  gameId: number;
  minutes: number;
  /** 0 to 1; the shares of a pick add up to 1. */
  share: number;
}

/** The scores of one library over the columns of a model. */
export interface UserScores {
  library: readonly OwnedGame[];
  /** By column; −∞ for games in the library. */
  scores: Float64Array;
}

/** Scores libraries over the columns of one model. */
export class UserScorer {
  readonly columns: ModelColumns;
  /** The factors of each column's score that no library changes. */
  readonly #prior: Float64Array;
  /** Sums for the library that is being scored. The arrays are reused: new ones would cost as much time as the sums. */
  readonly #linkSums: Float64Array;
  readonly #chanceSums: Float64Array;

  constructor(columns: ModelColumns) {
    this.columns = columns;
    this.#prior = priors(columns);
    this.#linkSums = new Float64Array(columns.gameIds.length);
    this.#chanceSums = new Float64Array(columns.gameIds.length);
  }

  /** Scores every column for a library. Games that the model does not have add nothing. */
  score(library: readonly OwnedGame[]): UserScores {
    const linkSums = this.#linkSums.fill(0);
    const chanceSums = this.#chanceSums.fill(0);
    for (const { known } of library) {
      if (known === null) continue;
      add(linkSums, known.links);
      add(chanceSums, known.chances);
    }
    const scores = new Float64Array(linkSums.length);
    for (let j = 0; j < scores.length; j++) {
      scores[j] = this.#prior[j]! * signal(linkSums[j]!, chanceSums[j]!);
    }
    for (const { known } of library) if (known !== null) scores[known.column] = EXCLUDED;
    return { library, scores };
  }

  /**
   * The shares of the library's games in the score of a column, the largest first. A game's share is the fall
   * of the score without it, divided by the sum of all falls. Games whose absence would raise the score, or
   * change nothing, are left out. Empty where the score rests on popularity alone.
   */
  shares({ library }: UserScores, column: number): ScoreShare[] {
    const parts: { game: OwnedGame; ofLinks: number; ofChances: number }[] = [];
    let [link, chance] = [0, 0];
    for (const game of library) {
      if (game.known === null) continue;
      const ofLinks = weightAt(game.known.links, column);
      const ofChances = weightAt(game.known.chances, column);
      if (ofLinks === 0 && ofChances === 0) continue;
      link += ofLinks;
      chance += ofChances;
      parts.push({ game, ofLinks, ofChances });
    }
    const whole = signal(link, chance);
    const falls: ScoreShare[] = [];
    let sum = 0;
    for (const { game, ofLinks, ofChances } of parts) {
      const without = signal(link - ofLinks, Math.max(0, chance - ofChances));
      const fall = 1 - without / whole;
      if (fall <= ROUNDING) continue;
      sum += fall;
      falls.push({ gameId: game.gameId, minutes: game.minutes, share: fall });
    }
    for (const fall of falls) fall.share /= sum;
    return falls.sort((a, b) => b.share - a.share || a.gameId - b.gameId);
  }
}

/** The score of a game that must not be recommended. */
const EXCLUDED = Number.NEGATIVE_INFINITY;

/** The relative fall of a score up to which it counts as a rounding error. */
const ROUNDING = 1e-9;

/**
 * The columns with the highest scores, best first; of equal scores, the lower column first. Excluded columns
 * are never among them.
 *
 * @param count the most columns to find
 */
export function bestColumns(scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  /** The score that a column has to exceed to be among the best. */
  let least = EXCLUDED;
  for (let column = 0; column < scores.length; column++) {
    const score = scores[column]!;
    if (score <= least) continue;
    let place = Math.min(best.length, count - 1);
    for (; place > 0 && scores[best[place - 1]!]! < score; place--) best[place] = best[place - 1]!;
    best[place] = column;
    if (best.length === count) least = scores[best[count - 1]!]!;
  }
  return best;
}

/** owners^-0.3 · q^0.15 for each column. */
function priors(columns: ModelColumns): Float64Array {
  return Float64Array.from(
    columns.owners,
    (count, column) => count ** -OWNERS_POWER * playedShare(columns, column) ** PLAYED_POWER,
  );
}

/**
 * The share of a game's owners who have ever started it, 0 to 1. The fewer the owners, the nearer the
 * estimate is to a half.
 */
export function playedShare(
  { owners, players }: Pick<ModelColumns, 'owners' | 'players'>,
  column: number,
): number {
  return (players[column]! + 1) / (owners[column]! + 2);
}

/** The factors of a score that depend on the library. Square roots give the same bits on every machine; `**` need not. */
function signal(links: number, chances: number): number {
  return (Math.max(0, links) + LINK_FLOOR) * Math.sqrt(Math.sqrt(Math.sqrt(chances)) + CHANCE_FLOOR);
}

/** Adds the weights of a row to the sums of its columns. */
function add(sums: Float64Array, { columns, weights }: SparseRow): void {
  for (let k = 0; k < columns.length; k++) sums[columns[k]!]! += weights[k]!;
}

/** The weight of a column in a row, 0 where it has none. Columns ascend within a row, so this is a binary search. */
function weightAt({ columns, weights }: SparseRow, column: number): number {
  let from = 0;
  let to = columns.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (columns[middle]! < column) from = middle + 1;
    else to = middle;
  }
  return columns[from] === column ? weights[from]! : 0;
}
