import { describe, expect, test } from 'vitest';
import { fuseCandidates, type LikeList } from '../../../src/engine/recommender/fuse-candidates.ts';

/** The list of one game. Each candidate is [id, score, display score, players in common]. */
function list(gameId: number, byPlay: boolean, ...candidates: [number, number, number, number][]): LikeList {
  return {
    gameId,
    byPlay,
    candidates: candidates.map(([id, score, displayScore, players]) => ({
      gameId: id,
      score,
      displayScore,
      players,
    })),
  };
}

describe('a candidate for several games', () => {
  test('has the sum of its scores, and their parts; its players are the most in common with one game', () => {
    const fused = fuseCandidates([
      list(1, true, [10, 0.5, 4, 30], [11, 0.25, 2, 7]),
      list(2, true, [10, 0.25, 1, 40]),
    ]);
    expect(fused).toEqual([
      {
        gameId: 10,
        score: 0.75,
        displayScore: 5,
        players: 40,
        parts: [
          { gameId: 1, displayScore: 4 },
          { gameId: 2, displayScore: 1 },
        ],
      },
      { gameId: 11, score: 0.25, displayScore: 2, players: 7, parts: [{ gameId: 1, displayScore: 2 }] },
    ]);
  });

  test('of a list by content counts as much as one of the weakest list by play, in both scores', () => {
    const fused = fuseCandidates([
      list(1, true, [10, 0.5, 8, 30]),
      list(2, true, [10, 0.25, 16, 30]),
      // The best scores of this list are 1.5 and 3: they become 0.25 and 8.
      list(3, false, [11, 1.5, 3, 0], [12, 0.75, 1.5, 0]),
    ]);
    expect(fused.slice(1)).toEqual([
      { gameId: 11, score: 0.25, displayScore: 8, players: 0, parts: [{ gameId: 3, displayScore: 8 }] },
      { gameId: 12, score: 0.125, displayScore: 4, players: 0, parts: [{ gameId: 3, displayScore: 4 }] },
    ]);
  });

  test('keeps its score if all lists are by content, and lists without games change nothing', () => {
    const content = list(3, false, [11, 1.5, 3, 0]);
    for (const lists of [[content], [content, list(4, true)], [list(4, false), content]]) {
      expect(fuseCandidates(lists)).toEqual([
        { gameId: 11, score: 1.5, displayScore: 3, players: 0, parts: [{ gameId: 3, displayScore: 3 }] },
      ]);
    }
    expect(fuseCandidates([])).toEqual([]);
  });
});
