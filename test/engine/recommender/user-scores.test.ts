import { describe, expect, test } from 'vitest';
import type { SparseRow } from '../../../src/database/packed-weights.ts';
import {
  bestColumns,
  type OwnedGame,
  stateOf,
  UserScorer,
} from '../../../src/engine/recommender/user-scores.ts';

const row = (weights: Record<number, number>): SparseRow => ({
  columns: Uint16Array.from(Object.keys(weights), Number),
  weights: Float32Array.from(Object.values(weights)),
});

const NONE = row({});
const ALIKE = {
  gameIds: Int32Array.of(100, 200, 300, 400, 500),
  owners: Int32Array.of(1, 1, 1, 1, 1),
  players: Int32Array.of(1, 1, 1, 1, 1),
};
/** The factor for a game of one owner: owners^x is 1, and (1 + 1) / (1 + 2) of the owners play. */
const PRIOR = (2 / 3) ** 0.15;

interface Rows {
  links: SparseRow;
  played: SparseRow;
  owned: SparseRow;
}

const has = (gameId: number, minutes: number, column: number, rows: Rows): OwnedGame => ({
  gameId,
  minutes,
  known: { column, links: rows.links, chances: rows[stateOf(minutes)] },
});

describe('a score', () => {
  const scorer = new UserScorer(ALIKE);
  const rows = { links: row({ 1: 0.5, 2: -1 }), played: row({ 1: 0.0625 }), owned: row({ 1: 0.0001 }) };

  test('is the product of links, chances and the prior of the game, as by hand', () => {
    const { scores } = scorer.score([has(100, 60, 0, rows)]);
    expect(scores[0]).toBe(Number.NEGATIVE_INFINITY);
    expect(scores[1]).toBeCloseTo(0.503 * Math.sqrt(0.53) * PRIOR, 7);
    // A negative sum of links counts as none.
    expect(scores[2]).toBeCloseTo(0.003 * Math.sqrt(0.03) * PRIOR, 12);
    expect(scores[3]).toBe(scores[2]);
  });

  test('uses other chances for a game that was never played', () => {
    const { scores } = scorer.score([has(100, 0, 0, rows)]);
    expect(scores[1]).toBeCloseTo(0.503 * Math.sqrt(0.13) * PRIOR, 7);
  });

  test('is lower for a game with many owners, and higher for one that its owners play', () => {
    const columns = {
      ...ALIKE,
      owners: Int32Array.of(1, 98, 98, 998, 1),
      players: Int32Array.of(1, 98, 24, 998, 1),
    };
    const { scores } = new UserScorer(columns).score([]);
    const floor = 0.003 * Math.sqrt(0.03);
    expect(scores[1]).toBeCloseTo(floor * 98 ** -0.3 * 0.99 ** 0.15, 12);
    expect(scores[2]).toBeCloseTo(floor * 98 ** -0.3 * 0.25 ** 0.15, 12);
    expect(scores[3]).toBeCloseTo(floor * 998 ** -0.3 * 0.999 ** 0.15, 12);
  });

  test('does not change for a library game that the model does not know', () => {
    const game = has(100, 60, 0, rows);
    const unknown: OwnedGame = { gameId: 7, minutes: 5, known: null };
    expect(scorer.score([unknown, game]).scores).toEqual(scorer.score([game]).scores);
  });
});

describe('the shares of a pick', () => {
  const scorer = new UserScorer(ALIKE);
  const library = [
    has(100, 60, 0, { links: row({ 4: 0.1 }), played: row({ 4: 0.2 }), owned: NONE }),
    has(200, 0, 1, { links: row({ 4: 0.3 }), played: NONE, owned: row({ 4: 0.01 }) }),
    has(300, 60, 2, { links: row({ 4: -0.2 }), played: NONE, owned: NONE }),
    has(400, 60, 3, { links: NONE, played: NONE, owned: row({ 4: 0.9 }) }),
  ];

  test('say how much the score falls without each game', () => {
    const scores = scorer.score(library);
    const shares = scorer.shares(scores, 4);
    const falls = shares.map(({ gameId }) => {
      const rest = library.filter((game) => game.gameId !== gameId);
      return 1 - scorer.score(rest).scores[4]! / scores.scores[4]!;
    });
    expect(shares.length).toBeGreaterThan(0);
    const sum = falls.reduce((total, fall) => total + fall, 0);
    for (const [index, { share }] of shares.entries()) {
      expect(falls[index]).toBeGreaterThan(0);
      expect(share).toBeCloseTo(falls[index]! / sum, 9);
    }
    expect(shares.map(({ share }) => share)).toEqual(shares.map(({ share }) => share).sort((a, b) => b - a));
  });

  test('leave out games that lower the score or have no part in it, and add up to 1', () => {
    const shares = scorer.shares(scorer.score(library), 4);
    expect(shares.map(({ gameId }) => gameId).sort()).toEqual([100, 200]);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('are none if a score rests on popularity alone', () => {
    expect(scorer.shares(scorer.score(library), 2)).toEqual([]);
  });
});

test('the best columns come first, the lower of equal ones, without the library', () => {
  const scores = Float64Array.of(1, 5, Number.NEGATIVE_INFINITY, 5, -3, 7);
  expect(bestColumns(scores, 3)).toEqual([5, 1, 3]);
  expect(bestColumns(scores, 9)).toEqual([5, 1, 3, 0, 4]);
  expect(bestColumns(scores, 1)).toEqual([5]);
});
