import type { SimilarCandidate } from './similar-games.ts';

/** The games like one of the games that a question starts from. */
export interface LikeList {
  /** The game that the candidates are like. */
  gameId: number;
  candidates: readonly SimilarCandidate[];
  /** Whether the candidates come from play. Otherwise content alone gave them, and their scores are on another scale. */
  byPlay: boolean;
}

/**
 * A game that is like several others together. Its scores are sums over them. Its `players` are the most that
 * it has in common with any one of them.
 */
export interface FusedCandidate extends SimilarCandidate {
  /** The display score that each of the games adds. */
  parts: { gameId: number; displayScore: number }[];
}

/**
 * Joins the lists of several games into one, in no particular order, by adding up the scores. A list by
 * content alone counts as much as the weakest list by play.
 */
export function fuseCandidates(lists: readonly LikeList[]): FusedCandidate[] {
  const fused = new Map<number, FusedCandidate>();
  for (const { gameId, candidates } of onOneScale(lists)) {
    for (const { gameId: id, score, displayScore, players } of candidates) {
      let candidate = fused.get(id);
      if (candidate === undefined) {
        candidate = { gameId: id, score: 0, displayScore: 0, players: 0, parts: [] };
        fused.set(id, candidate);
      }
      candidate.score += score;
      candidate.displayScore += displayScore;
      candidate.players = Math.max(candidate.players, players);
      candidate.parts.push({ gameId, displayScore });
    }
  }
  return [...fused.values()];
}

/** Scales every list by content so that its best scores equal the lowest best scores of the lists by play. */
function onOneScale(lists: readonly LikeList[]): readonly LikeList[] {
  if (lists.every((list) => list.byPlay)) return lists;
  const best = (of: keyof SimilarCandidate, { candidates }: LikeList) =>
    Math.max(0, ...candidates.map((candidate) => candidate[of]));
  const byPlay = lists.filter((list) => list.byPlay && list.candidates.length > 0);
  if (byPlay.length === 0) return lists;
  const least = (of: keyof SimilarCandidate) => Math.min(...byPlay.map((list) => best(of, list)));
  const [score, displayScore] = [least('score'), least('displayScore')];
  return lists.map((list) => {
    if (list.byPlay) return list;
    const [bestScore, bestDisplay] = [best('score', list) || 1, best('displayScore', list) || 1];
    return {
      ...list,
      candidates: list.candidates.map((candidate) => ({
        ...candidate,
        score: (candidate.score * score) / bestScore,
        displayScore: (candidate.displayScore * displayScore) / bestDisplay,
      })),
    };
  });
}
