import type { SimilarCandidate } from './similar-games.ts';

/** The games like one of the games that a question starts from. */
export interface LikeList {
  /** The game that the candidates are like. */
  gameId: number;
  candidates: readonly SimilarCandidate[];
}

/**
 * A game that is like several others together. Its score is a sum over them. Its `likeness` and its `players` are the most
 * that it has in common with any one of them.
 */
export interface FusedCandidate extends SimilarCandidate {
  /** The part of the score that each of the games adds. */
  parts: { gameId: number; score: number }[];
}

/**
 * Joins the lists of several games into one, in no particular order, by adding up the scores. The best candidate of each
 * list counts 1, so that no game decides more than another.
 */
export function fuseCandidates(lists: readonly LikeList[]): FusedCandidate[] {
  const fused = new Map<number, FusedCandidate>();
  for (const { gameId, candidates } of lists) {
    const best = Math.max(0, ...candidates.map(({ score }) => score)) || 1;
    for (const { gameId: id, score, likeness, players } of candidates) {
      let candidate = fused.get(id);
      if (candidate === undefined) {
        candidate = { gameId: id, score: 0, likeness: 0, players: 0, parts: [] };
        fused.set(id, candidate);
      }
      candidate.score += score / best;
      candidate.likeness = Math.max(candidate.likeness, likeness);
      candidate.players = Math.max(candidate.players, players);
      candidate.parts.push({ gameId, score: score / best });
    }
  }
  return [...fused.values()];
}
