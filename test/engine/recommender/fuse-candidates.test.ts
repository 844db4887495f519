import { describe, expect, test } from 'vitest';
import { fuseCandidates, type LikeList } from '../../../src/engine/recommender/fuse-candidates.ts';

/** The list of one game. Each candidate is [id, score, likeness, players in common]. */
function list(gameId: number, ...candidates: [number, number, number, number][]): LikeList {
  return {
    gameId,
    candidates: candidates.map(([id, score, likeness, players]) => ({
      gameId: id,
      score,
      likeness,
      players,
    })),
  };
}

describe('a candidate for several games', () => {
  test('has the sum of its scores, and their parts; its likeness and players are the most with one game', () => {
    const fused = fuseCandidates([
      list(1, [10, 4, 0.5, 30], [11, 2, 0.25, 7]),
      list(2, [12, 8, 0.9, 1], [10, 2, 0.75, 20]),
    ]);
    expect(fused).toEqual([
      {
        gameId: 10,
        score: 1.25,
        likeness: 0.75,
        players: 30,
        parts: [
          { gameId: 1, score: 1 },
          { gameId: 2, score: 0.25 },
        ],
      },
      { gameId: 11, score: 0.5, likeness: 0.25, players: 7, parts: [{ gameId: 1, score: 0.5 }] },
      { gameId: 12, score: 1, likeness: 0.9, players: 1, parts: [{ gameId: 2, score: 1 }] },
    ]);
  });

  test('counts the same whatever the scale of its list, and lists without games change nothing', () => {
    const scores = (...lists: LikeList[]) =>
      fuseCandidates(lists).map(({ gameId, score }) => [gameId, score]);
    const first = list(1, [10, 0.002, 1, 0], [11, 0.001, 1, 0]);
    expect(scores(first, list(2, [12, 500, 1, 0], [10, 250, 1, 0]), list(3))).toEqual([
      [10, 1.5],
      [11, 0.5],
      [12, 1],
    ]);
    expect(fuseCandidates([])).toEqual([]);
  });
});
