import { describe, expect, it } from 'vitest';
import type { DescribedGame } from '../../../src/etl/classify/described-game.ts';
import {
  fitSimilarGames,
  SIMILAR_GAMES_PARAMETERS,
  type SimilarGamesParameters,
} from '../../../src/etl/fit/fit-similar-games.ts';
import { described, unrecorded } from '../classify/described.ts';

// A library weighs 1/√size: 1/2, 1 and 1, which is 2.5 in all. Players weigh 1.5 for game 1, 1.5 for game 2, 0.5 for 3.
const interactions = {
  offsets: Uint32Array.of(0, 4, 5, 6),
  games: Int32Array.of(1, 2, 3, 4, 1, 2),
  minutes: Int32Array.of(60, 60, 60, 0, 0, 60),
};

const bare = (id: number) => unrecorded(id, '');

function similarTo(
  game: number,
  games: readonly DescribedGame[],
  parameters: Partial<SimilarGamesParameters> = {},
  editions = new Map<number, string>(),
) {
  const fitted = fitSimilarGames(
    interactions,
    { games, editions },
    { ...SIMILAR_GAMES_PARAMETERS, ...parameters },
  );
  const row = fitted.get(game)!;
  return { ids: [...row.gameIds], ...row };
}

describe('games like a game', () => {
  it('are games that its owners play, drawn towards popular ones', () => {
    const { ids, scores, players } = similarTo(1, [1, 2, 3, 4].map(bare));
    expect(ids).toStrictEqual([2, 3, 4]);
    // P̂ = (0.5 + 5 × 0.6) / (1.5 + 5), over 2 players ^ 0.2; (0.5 + 5 × 0.2) / 6.5; nobody plays game 4.
    expect(scores[0]).toBeCloseTo(3.5 / 6.5 / 2 ** 0.2, 12);
    expect(scores[1]).toBeCloseTo(1.5 / 6.5, 12);
    expect(scores[2]).toBe(0);
    expect([...players]).toStrictEqual([1, 1, 0]);
  });

  it('put games with its tags before games that are only popular', () => {
    const games = [
      described({ id: 1, name: '', genres: [], specs: [], tags: ['Puzzle'] }),
      bare(2),
      described({ id: 3, name: '', genres: [], specs: [], tags: ['Puzzle'] }),
      bare(4),
      described({ id: 5, name: '', genres: [], specs: [], tags: ['Racing'] }),
    ];
    const { ids, scores, displayScores, tagLikeness } = similarTo(1, games, {
      lending: { games: 0, popularityPower: 0.3 },
    });
    expect(ids).toStrictEqual([3, 2, 4]);
    expect([...tagLikeness]).toStrictEqual([1, 0, 0]);
    // F is 1.05⁴ for games 1 and 3, 0.05⁴ for 2 and 4: F/F̄ is 2 (less 0.00001). Likeness: 0.2 × 0.75 / √1.5.
    expect(scores[0]).toBeCloseTo((0.5 + 5 * 0.2 * 1.9999897) / 6.5 + 0.15 / Math.sqrt(1.5), 7);
    // One user plays both, and a likeness of 0.75 counts like 7.5 more: 8.5 of 10.5.
    expect(displayScores[0]).toBeCloseTo(((0.5 + 5 * 0.2 * 1.9999897) / 6.5) * 0.8 ** 0.7 * (8.5 / 10.5), 7);
    expect(scores[1]).toBeCloseTo((0.5 + 5 * 0.6 * 0.0000102835) / 6.5 / 2 ** 0.2, 7);
  });

  it('use the tags of another edition for a game without tags', () => {
    const games = [
      unrecorded(1, 'Metro HD'),
      described({ id: 2, name: 'A', tags: ['Shooter'] }),
      described({ id: 3, name: 'B', tags: ['Farming'] }),
      bare(4),
      described({ id: 9, name: 'Metro', tags: ['Shooter'] }),
    ];
    const editions = new Map([
      [1, 'metro'],
      [9, 'metro'],
    ]);
    const { ids, tagLikeness } = similarTo(1, games, { likeness: 100 }, editions);
    expect(ids[0]).toBe(2);
    expect(tagLikeness[0]).toBeCloseTo(1, 12);
  });

  it('use the tags of games that are played with it for a game without tags', () => {
    const games = [
      described({ id: 1, name: '', genres: [], specs: [], tags: ['Puzzle'] }),
      bare(2),
      described({ id: 3, name: '', genres: [], specs: [], tags: ['Puzzle'] }),
      bare(4),
      described({ id: 5, name: '', genres: [], specs: [], tags: ['Racing'] }),
    ];
    const { ids, tagLikeness } = similarTo(1, games);
    expect(tagLikeness[ids.indexOf(2)]).toBeCloseTo(1, 12);
  });

  it('are kept up to a number, equal ones in the order of their ids', () => {
    const equal = {
      offsets: Uint32Array.of(0, 4),
      games: Int32Array.of(7, 5, 9, 3),
      minutes: Int32Array.of(1, 1, 1, 1),
    };
    const games = [3, 5, 7, 9].map(bare);
    const fitted = fitSimilarGames(
      equal,
      { games, editions: new Map() },
      { ...SIMILAR_GAMES_PARAMETERS, candidates: 2 },
    );
    expect([...fitted.get(5)!.gameIds]).toStrictEqual([3, 7]);
    expect([...fitted.get(3)!.gameIds]).toStrictEqual([5, 7]);
  });

  it('leave out games that nobody has, and those have no list', () => {
    const fitted = fitSimilarGames(interactions, { games: [1, 2, 3, 4, 5].map(bare), editions: new Map() });
    expect([...fitted.keys()].sort()).toStrictEqual([1, 2, 3, 4]);
  });
});
