import type { SparseRow } from '../../database/packed-weights.ts';

/** The games that a model scores, by column. */
export interface ModelColumns {
  gameIds: Int32Array;
  owners: Int32Array;
  players: Int32Array;
}

/** A game in a library, with its column and rows where the model has it; {@link stateOf} says whose chances they are. */
export interface OwnedGame {
  gameId: number;
  minutes: number;
  known: { column: number; links: SparseRow; chances: SparseRow } | null;
}

/**
 * How what a library says becomes a score. With s the sum of links, T the sum of the fourth powers of chances, and
 * q the share of owners who play:
 *
 *     (max(0, s) + 0.003) · (T^¼ + 0.03)^½ · owners^-0.3 · q^0.15
 *
 * The constants were chosen on the tuning fold (docs/recommending.md).
 */
const LINK_FLOOR = 0.003;
const CHANCE_FLOOR = 0.03;
const OWNERS_POWER = 0.3;
const PLAYED_POWER = 0.15;

/** Which of a game's two rows of chances a score is made of; only that one need be read. */
export function stateOf(minutes: number): 'played' | 'owned' {
  return minutes > 0 ? 'played' : 'owned';
}

/** How much of a pick's score a game of the library brought. */
export interface ScoreShare {
  gameId: number;
  minutes: number;
  /** 0 to 1; the shares of a pick add up to 1. */
  share: number;
}

/** The scores of one library over the columns of a model. */
export interface UserScores {
  library: readonly OwnedGame[];
  /** By column; −∞ for what is in the library. */
  scores: Float64Array;
}

/** Scores libraries with one model's columns. */
export class UserScorer {
  readonly columns: ModelColumns;
  readonly #prior: Float64Array;
  /** Of the library that is being scored; to have new ones each time takes as long as to add up. */
  readonly #linkSums: Float64Array;
  readonly #chanceSums: Float64Array;

  constructor(columns: ModelColumns) {
    this.columns = columns;
    this.#prior = priors(columns);
    this.#linkSums = new Float64Array(columns.gameIds.length);
    this.#chanceSums = new Float64Array(columns.gameIds.length);
  }

  /** Scores every column for a library. What the model doesn't know adds nothing. */
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
   * Which of the library's games brought a column its score, most first. A game's part is how much the score falls
   * without it; games whose absence would raise the score, or change nothing, are left out. Empty where the score
   * rests on popularity alone.
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
      if (fall <= NOTHING) continue;
      sum += fall;
      falls.push({ gameId: game.gameId, minutes: game.minutes, share: fall });
    }
    for (const fall of falls) fall.share /= sum;
    return falls.sort((a, b) => b.share - a.share || a.gameId - b.gameId);
  }
}

/** The score of what is not to be recommended. */
const EXCLUDED = Number.NEGATIVE_INFINITY;

/** A smaller fall of the score is rounding. */
const NOTHING = 1e-9;

/** The columns with the highest scores, best first; of equal ones the first. What is in the library is not among them. */
export function bestColumns(scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  /** What is no higher is not among the best. */
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

function priors(columns: ModelColumns): Float64Array {
  return Float64Array.from(
    columns.owners,
    (count, column) => count ** -OWNERS_POWER * playedShare(columns, column) ** PLAYED_POWER,
  );
}

/** The share of a game's owners who have ever started it, 0 to 1; nearer to a half the fewer there are. */
export function playedShare({ owners, players }: ModelColumns, column: number): number {
  return (players[column]! + 1) / (owners[column]! + 2);
}

/** Roots, because they are the same on every machine. */
function signal(links: number, chances: number): number {
  return (Math.max(0, links) + LINK_FLOOR) * Math.sqrt(Math.sqrt(Math.sqrt(chances)) + CHANCE_FLOOR);
}

function add(sums: Float64Array, { columns, weights }: SparseRow): void {
  for (let k = 0; k < columns.length; k++) sums[columns[k]!]! += weights[k]!;
}

/** Columns ascend within a row. */
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
