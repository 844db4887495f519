import { describe, expect, it } from 'vitest';
import { joinVectors } from '../../../src/etl/fit/game-content.ts';
import { fitRidge } from '../../../src/etl/fit/ridge.ts';

// X = [[1, 0], [1, 1]], W = diag(1, 2), λ = 1: XᵀWX + I = [[4, 2], [2, 3]], whose inverse is [[3, −2], [−2, 4]] / 8.
const rows = joinVectors(
  [
    { features: [0], values: [1] },
    { features: [0, 1], values: [1, 1] },
  ],
  2,
);
const weights = Float64Array.of(1, 2);

describe('ridge regression', () => {
  it('finds the closed form for every target', () => {
    // Y = [[1, 0], [3, 1]]: XᵀWY = [[7, 2], [6, 2]], so B = [[9, 2], [10, 4]] / 8.
    const targets = { values: Float64Array.of(1, 0, 3, 1), width: 2 };
    const { values } = fitRidge(rows, targets, weights, 1, 2);
    [9 / 8, 2 / 8, 10 / 8, 4 / 8].forEach((expected, at) => {
      expect(values[at]).toBeCloseTo(expected, 10);
    });
  });

  it('does not move if nothing is left to find', () => {
    const targets = { values: Float64Array.of(0, 0), width: 1 };
    expect([...fitRidge(rows, targets, weights, 1, 5).values]).toStrictEqual([0, 0]);
  });
});
