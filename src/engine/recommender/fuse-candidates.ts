import type { SimilarCandidate } from './similar-games.ts';

/** What is like one of several games. */
export interface LikeOne {
  gameId: number;
  candidates: readonly SimilarCandidate[];
  /** Whether they are known from play; else from content alone, with scores of another kind. */
  byPlay: boolean;
}

/** A game that is like several, and how alike each of them makes it; its players are those in common with one of them, at most. */
export interface FusedCandidate extends SimilarCandidate {
  /** What each of the games adds to the display score. */
  parts: { gameId: number; displayScore: number }[];
}

/**
 * What is like several games together: the sums of what each of them says. A list by content alone counts as much as the
 * weakest list by play.
 */
export function fuseCandidates(lists: readonly LikeOne[]): FusedCandidate[] {
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

function onOneScale(lists: readonly LikeOne[]): readonly LikeOne[] {
  if (lists.every((list) => list.byPlay)) return lists;
  const best = (of: keyof SimilarCandidate, { candidates }: LikeOne) =>
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
