import { describe, expect, it } from 'vitest';
import { classifyGames } from '../../../src/etl/classify/classify-games.ts';
import type { DescribedGame } from '../../../src/etl/classify/described-game.ts';
import { ContentProducts } from '../../../src/etl/fit/game-content.ts';
import { fitGameLikeness, type Lender } from '../../../src/etl/fit/game-likeness.ts';
import { described, unrecorded } from '../classify/described.ts';

const tagged = (id: number, name: string, ...tags: string[]) => described({ id, name, developers: [], tags });

/** The likeness of the first game with each of the others. */
function likeness(games: readonly DescribedGame[], lenders: Lender[] = []): number[] {
  const fitted = fitGameLikeness(games, classifyGames(games), () => lenders);
  const row = new Float64Array(games.length);
  new ContentProducts(fitted.vectors).fill(0, row);
  return [...row].slice(1);
}

describe('the likeness of two games', () => {
  it('is 0.75 for tags, and 0.15 each for the developer and the words of the title', () => {
    const games = [
      described({ id: 1, name: 'Red', developers: ['Ann'], tags: ['Puzzle'] }),
      described({ id: 2, name: 'Blue', developers: ['Bob'], tags: ['Puzzle'] }),
      described({ id: 3, name: 'Green', developers: ['ANN'], tags: ['Racing'] }),
      described({ id: 4, name: 'The Red', developers: [], tags: ['Farming'] }),
      described({ id: 5, name: 'Grey', developers: [], tags: ['Farming'] }),
    ];
    const found = likeness(games);
    for (const [at, value] of [0.75, 0.15, 0.15, 0].entries()) expect(found[at]).toBeCloseTo(value, 12);
  });

  it('counts a tag less the further down it stands', () => {
    const others = ['A', 'B', 'C'].map((tag, at) => tagged(9 + at, `Other ${tag}`, tag));
    const [first, third] = likeness([
      tagged(1, 'One', 'Puzzle'),
      tagged(2, 'Two', 'Puzzle', 'A', 'B'),
      tagged(3, 'Three', 'A', 'B', 'Puzzle'),
      ...others,
    ]);
    // Of six games, three have Puzzle, A and B: equally rare. At places 0, 1, 2 they weigh 1, 1/1.1 and 1/1.2.
    const length = Math.hypot(1, 1 / 1.1, 1 / 1.2);
    expect(first).toBeCloseTo(0.75 / length, 12);
    expect(third).toBeCloseTo(0.75 / 1.2 / length, 12);
  });

  it('does not depend on genres and specs', () => {
    const games = [
      described({ id: 1, name: 'One', developers: [], genres: ['Indie'], specs: ['Co-op'], tags: ['A'] }),
      described({ id: 2, name: 'Two', developers: [], genres: ['Indie'], specs: ['Co-op'], tags: ['B'] }),
      tagged(3, 'Three', 'C'),
    ];
    expect(likeness(games)).toStrictEqual([0, 0]);
  });
});

describe('a game without tags', () => {
  it('takes those of another edition', () => {
    const games = [unrecorded(1, 'Metro HD'), tagged(2, 'A', 'Shooter'), tagged(3, 'B', 'Farming')];
    const [shooter, farming] = likeness([...games, tagged(9, 'Metro', 'Shooter')]);
    expect(shooter).toBeCloseTo(0.75, 12);
    expect(farming).toBe(0);
  });

  it('takes those of its series, which count less', () => {
    const games = [unrecorded(1, 'Star Kitchen 3'), tagged(2, 'A', 'Cooking'), tagged(3, 'B', 'Farming')];
    const [cooking, farming] = likeness([...games, tagged(9, 'Star Kitchen 2', 'Cooking')]);
    expect(cooking).toBeCloseTo(0.75 * 0.8, 12);
    expect(farming).toBe(0);
  });

  it('takes those of games that are played with it, which count less still', () => {
    const games = [unrecorded(1, 'Alone'), tagged(2, 'A', 'Shooter'), tagged(3, 'B', 'Farming')];
    const [shooter, farming] = likeness(games, [{ gameId: 2, weight: 3 }]);
    expect(shooter).toBeCloseTo(0.75 * 0.7, 12);
    expect(farming).toBe(0);
  });

  it('is like none where nothing is known of it', () => {
    expect(likeness([unrecorded(1, 'Alone'), tagged(2, 'A', 'Shooter')])).toStrictEqual([0]);
  });
});
