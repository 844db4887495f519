import type { SparseRow } from '../../database/packed-weights.ts';

/** A game that may be found by content. */
export interface PlacedGame {
  gameId: number;
  /** Where it lies among those that are played (64 numbers, of length 1): by play too, the more the more own it. */
  place: Float32Array;
  /** All that its record says of it, of length 1; columns ascending. */
  content: SparseRow;
  owners: number;
}

/** A game that others are sought for. */
export interface ContentQuestion {
  /** Where its content alone places it, in the numbers of {@link PlacedGame.place}. */
  predicted: Float32Array;
  content: SparseRow;
}

/** How much likeness of content counts beside the cosine of places. Tuned over ten folds (docs/recommending.md), as is the next. */
const CONTENT_WEIGHT = 0.6;

/** How much a game gains with ln(1 + owners): of two that are as near, the one that somebody can tell of. */
const OWNERS_WEIGHT = 0.05;

/**
 * Ranks what was found near a game by the full vectors, best first, equal ones by id:
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

/** The cosine, as both are of length 1. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** The cosine, as both are of length 1: columns ascend, so both rows are walked through once. */
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
