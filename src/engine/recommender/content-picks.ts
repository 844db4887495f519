import type { SparseRow } from '../../database/packed-weights.ts';

/** A game that may be found by content. */
export interface PlacedGame {
  gameId: number;
  /**
   * The game's position among the played games: a vector of 64 numbers and length 1. Content decides
   * it, and play too, with more weight the more owners the game has.
   */
  place: Float32Array;
  /** The features of the game's record: a vector of length 1, columns ascending. */
  content: SparseRow;
  /** The number of users with a complete library who own it. */
  owners: number;
}

/** A game that similar games are searched for. */
export interface ContentQuestion {
  /** The position that the game's content alone predicts, in the coordinates of {@link PlacedGame.place}. */
  predicted: Float32Array;
  /** The features of the game's record: a vector of length 1, columns ascending. */
  content: SparseRow;
}

/** The weight of the cosine of contents beside the cosine of places. Tuned over ten folds (docs/recommending.md). */
const CONTENT_WEIGHT = 0.6;

/**
 * The weight of ln(1 + owners). Of two games as near, the one that more people can vouch for wins.
 * Tuned the same way.
 */
const OWNERS_WEIGHT = 0.05;

/**
 * Ranks the games that were found near a game by their full vectors, best first, equal ones by id. The score is
 *
 *     cos(predicted, place) + 0.6 cos(content, content) + 0.05 ln(1 + owners)
 */
export function rankByContent<Candidate extends PlacedGame>(
  question: ContentQuestion,
  candidates: readonly Candidate[],
): { candidate: Candidate; score: number }[] {
  return candidates
    .map((candidate) => ({
      candidate,
      score:
        dot(question.predicted, candidate.place) +
        CONTENT_WEIGHT * sparseDot(question.content, candidate.content) +
        OWNERS_WEIGHT * Math.log1p(candidate.owners),
    }))
    .sort((a, b) => b.score - a.score || a.candidate.gameId - b.candidate.gameId);
}

/** The cosine of two vectors, which are both of length 1. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/**
 * The cosine of two sparse vectors, which are both of length 1. Their columns ascend, so one walk
 * through both is enough.
 */
function sparseDot(a: SparseRow, b: SparseRow): number {
  let sum = 0;
  for (let inA = 0, inB = 0; inA < a.columns.length && inB < b.columns.length; ) {
    const apart = a.columns[inA]! - b.columns[inB]!;
    if (apart === 0) sum += a.weights[inA]! * b.weights[inB]!;
    if (apart <= 0) inA++;
    if (apart >= 0) inB++;
  }
  return sum;
}
