import { describe, expect, it } from 'vitest';
import { classifyGames } from '../../../src/etl/classify/classify-games.ts';
import type { DescribedGame } from '../../../src/etl/classify/described-game.ts';
import {
  SIMILAR_GAMES_PARAMETERS,
  SimilarGamesFit,
  type SimilarGamesParameters,
} from '../../../src/etl/fit/fit-similar-games.ts';
import { described, unrecorded } from '../classify/described.ts';

// A library weighs 1/√size: 1/2, 1 and 1, which is 2.5 in all. Players weigh 1.5 for game 1, 1.5 for game 2, 0.5 for 3.
const interactions = {
  offsets: Uint32Array.of(0, 4, 5, 6),
  games: Int32Array.of(1, 2, 3, 4, 1, 2),
  minutes: Int32Array.of(60, 60, 60, 0, 0, 60),
};

const bare = (id: number) => unrecorded(id, `${id}`);
const tagged = (id: number, ...tags: string[]) => described({ id, name: `${id}`, tags });

function fitted(games: readonly DescribedGame[], of = interactions): SimilarGamesFit {
  return new SimilarGamesFit(of, { games, classes: classifyGames(games) });
}

function similarTo(game: number, of: SimilarGamesFit, parameters: Partial<SimilarGamesParameters> = {}) {
  const row = of.lists({ ...SIMILAR_GAMES_PARAMETERS, priorOwners: 5, ...parameters }).get(game)!;
  return { ids: [...row.gameIds], ...row };
}

describe('games like a game', () => {
  it('are games that its owners play, drawn towards popular ones', () => {
    const { ids, scores, players } = similarTo(1, fitted([1, 2, 3, 4].map(bare)), { likenessPower: 0 });
    expect(ids).toStrictEqual([2, 3, 4]);
    // P̂ = (0.5 + 5 × 0.6) / (1.5 + 5), over 2 players ^ 0.4; (0.5 + 5 × 0.2) / 6.5; nobody plays game 4.
    expect(scores[0]).toBeCloseTo(3.5 / 6.5 / 2 ** 0.4, 12);
    expect(scores[1]).toBeCloseTo(1.5 / 6.5, 12);
    expect(scores[2]).toBe(0);
    expect([...players]).toStrictEqual([1, 1, 0]);
  });

  it('put games with its tags before games that are only popular', () => {
    const puzzles = fitted([
      tagged(1, 'Puzzle'),
      tagged(2, 'Racing'),
      tagged(3, 'Puzzle'),
      unrecorded(4, 'Alone'),
      tagged(5, 'Racing'),
    ]);
    const { ids, scores, likeness } = similarTo(1, puzzles);
    expect(ids).toStrictEqual([3, 2, 4]);
    // Game 4 has no tags of its own and borrows those of the games that it is played with.
    expect(likeness[0]).toBeCloseTo(0.75, 12);
    expect(likeness[1]).toBe(0);
    expect(likeness[2]).toBeLessThan(0.75 * 0.7);
    expect(scores[1]).toBeLessThan(scores[0]! / 100);
  });

  it('have a score with the likeness that is asked for', () => {
    // Games 3 and 1 are alike by 0.75, and no others: F is 0.8⁴ for 1 and 3, 0.05⁴ for 2 and 4.
    const puzzles = fitted([tagged(1, 'Puzzle'), tagged(2, 'A', 'B'), tagged(3, 'Puzzle'), tagged(4, 'A')]);
    const mean = (2 * 0.8 ** 4 + 2 * 0.05 ** 4) / 4;
    const chance = (0.5 + (5 * 0.2 * 0.8 ** 4) / mean) / 6.5;
    const scoreOf = (parameters: Partial<SimilarGamesParameters>) => {
      const { ids, scores } = similarTo(1, puzzles, parameters);
      return scores[ids.indexOf(3)];
    };
    expect(scoreOf({})).toBeCloseTo(chance * 0.8 ** 2, 12);
    expect(scoreOf({ likenessPower: 0, addedLikeness: 0.2 })).toBeCloseTo(chance + (0.2 * 0.75) / 1.5, 12);
  });

  it('are kept up to a number, equal ones in the order of their ids', () => {
    const equal = {
      offsets: Uint32Array.of(0, 4),
      games: Int32Array.of(7, 5, 9, 3),
      minutes: Int32Array.of(1, 1, 1, 1),
    };
    const lists = fitted([3, 5, 7, 9].map(bare), equal).lists({ ...SIMILAR_GAMES_PARAMETERS, candidates: 2 });
    expect([...lists.get(5)!.gameIds]).toStrictEqual([3, 7]);
    expect([...lists.get(3)!.gameIds]).toStrictEqual([5, 7]);
  });

  it('leave out games that nobody has, and those have no list', () => {
    const lists = fitted([1, 2, 3, 4, 5].map(bare)).lists();
    expect([...lists.keys()].sort()).toStrictEqual([1, 2, 3, 4]);
  });
});

it('the content is that of all games with a record or an owner', () => {
  const { content } = fitted([bare(1), bare(2), bare(3), bare(4), tagged(5, 'Puzzle'), bare(6)]);
  expect([...content.gameIds]).toStrictEqual([1, 2, 3, 4, 5]);
});
