import { describe, expect, it } from 'vitest';
import { type PlacedGame, rankByContent } from '../../../src/engine/recommender/content-picks.ts';

const NOTHING = { columns: new Uint16Array(0), weights: new Float32Array(0) };

/** A vector of length 1: the given numbers first, then zeros. */
function place(...numbers: number[]): Float32Array {
  const whole = new Float32Array(64);
  whole.set(numbers);
  return whole;
}

function content(weights: Record<number, number>) {
  return {
    columns: Uint16Array.from(Object.keys(weights), Number),
    weights: Float32Array.from(Object.values(weights)),
  };
}

function game(gameId: number, changes: Partial<PlacedGame> = {}): PlacedGame {
  return { gameId, place: place(1), content: NOTHING, owners: 0, ...changes };
}

const question = { predicted: place(1), content: content({ 2: 0.6, 7: 0.8 }) };

function scoreOf(changes: Partial<PlacedGame>): number {
  return rankByContent(question, [game(1, changes)])[0]!.score;
}

describe('the score of a game found by content is the sum of', () => {
  it('the cosine between the predicted place of the question and the place of the game', () => {
    expect(scoreOf({ place: place(0.6, 0.8) })).toBeCloseTo(0.6, 6);
    expect(scoreOf({ place: place(0, 1) })).toBe(0);
    expect(scoreOf({ place: place(-1) })).toBe(-1);
  });

  it('0.6 of the cosine of content', () => {
    const elsewhere = place(0, 1);
    expect(scoreOf({ place: elsewhere, content: question.content })).toBeCloseTo(0.6, 6);
    // Only column 7 is shared: 0.8 × 0.6 = 0.48, and 0.48 × 0.6 is the score.
    expect(scoreOf({ place: elsewhere, content: content({ 1: 0.48, 7: 0.6, 9: 0.64 }) })).toBeCloseTo(
      0.288,
      6,
    );
    expect(scoreOf({ place: elsewhere, content: content({ 1: 0.6, 65535: 0.8 }) })).toBe(0);
  });

  it('0.05 of the logarithm of its owners plus one', () => {
    // ln 1000 is 6.907755.
    expect(scoreOf({ place: place(0, 1), owners: 999 })).toBeCloseTo(0.345388, 6);
  });
});

describe('the ranking', () => {
  it('has the best game first, weighing all three parts', () => {
    const candidates = [
      game(1, { place: place(0.6, 0.8) }), // 0.6
      game(2, { place: place(0, 1), content: question.content }), // 0.6 too, and 0.05 × ln 2
      game(3, { place: place(0.8, 0.6) }), // 0.8
      game(4, { place: place(0.8, 0.6), content: content({ 2: 1 }) }), // 0.8 + 0.36
    ];
    candidates[1]!.owners = 1;
    const ranked = rankByContent(question, candidates);
    expect(ranked.map(({ candidate }) => candidate.gameId)).toEqual([4, 3, 2, 1]);
    expect(ranked[0]!.score).toBeCloseTo(1.16, 6);
    expect(ranked[2]!.score).toBeCloseTo(0.634657, 6);
  });

  it('sorts equal games by id, in whatever order they come', () => {
    const ids = (given: number[]) =>
      rankByContent(
        question,
        given.map((id) => game(id)),
      ).map(({ candidate }) => candidate.gameId);
    expect(ids([30, 4, 100])).toEqual([4, 30, 100]);
    expect(ids([100, 30, 4])).toEqual([4, 30, 100]);
  });

  it('does not change its input, and returns the same games', () => {
    const candidates = [game(1, { place: place(0, 1) }), game(2)];
    const [best] = rankByContent(question, candidates);
    expect(best!.candidate).toBe(candidates[1]);
    expect(candidates.map(({ gameId }) => gameId)).toEqual([1, 2]);
    expect(rankByContent(question, [])).toEqual([]);
  });
});
