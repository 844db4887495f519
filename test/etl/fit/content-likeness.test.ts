import { expect, test } from 'vitest';
import { addContentLikeness } from '../../../src/etl/fit/content-likeness.ts';
import { type GameFeatures, titleWords } from '../../../src/etl/fit/interactions.ts';

const game = (more: Partial<GameFeatures>): GameFeatures => ({
  tags: [],
  developers: [],
  publishers: [],
  titleWords: [],
  ...more,
});

test('likeness is the cosine of rare features, each kind with its own weight', () => {
  const features = new Map([
    [1, game({ tags: ['a', 'b'], developers: ['x'] })],
    [2, game({ tags: ['a', 'c'], developers: ['x'] })],
    [3, game({ tags: ['d'] })],
    [4, game({ tags: ['b'] })],
  ]);
  const matrix = new Float64Array(9);
  // Game 5 has no description at all.
  addContentLikeness(matrix, Int32Array.of(1, 2, 5), features, {
    tags: 0.3,
    developers: 0.5,
    publishers: 1,
    titleWords: 1,
  });
  // Games with a feature: a 2, b 2, c 1 of 4. So game 1 is (ln 2, ln 2) and game 2 is (ln 2, ln 4): 1 / √(2 · 5).
  expect(matrix[3]).toBeCloseTo(0.3 / Math.sqrt(10) + 0.5, 12);
  expect([...matrix].filter((_, index) => index !== 3)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

test('words of titles are compared without case, accents and apostrophes', () => {
  expect(titleWords("Sid Meier's Pokémon™: the The 2nd")).toEqual(['sid', 'meiers', 'pokemon', 'the', '2nd']);
});
