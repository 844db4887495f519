import { expect, test } from 'vitest';
import { judgeLists, judgeRanking, meanMetrics } from '../../src/evaluate/metrics.ts';

/** A ranking of 101 games, with the given games at the given ranks. */
function ranking(places: Record<number, number>): number[] {
  return Array.from({ length: 101 }, (_, index) => places[index + 1] ?? 1000 + index);
}

test('hits at ranks 2, 5 and 20 of four held-out games, as by hand', () => {
  const figures = judgeRanking(ranking({ 2: 1, 5: 2, 20: 3 }), [1, 2, 3, 4]);
  expect(figures.recallAt5).toBe(2 / 4);
  expect(figures.recallAt20).toBe(3 / 4);
  expect(figures.mrrAt100).toBe(1 / 2);
  const log = Math.log2;
  const ideal = 1 + 1 / log(3) + 1 / log(4) + 1 / log(5);
  expect(figures.ndcgAt10).toBeCloseTo((1 / log(3) + 1 / log(6)) / ideal, 12);
});

test('recall is divided by the most hits that fit in the list', () => {
  expect(judgeRanking([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7, 8]).recallAt5).toBe(1);
  expect(judgeRanking([1, 9, 8, 7, 6], [1]).recallAt5).toBe(1);
});

test('a hit after rank 100 does not count', () => {
  expect(judgeRanking(ranking({ 100: 1 }), [1]).mrrAt100).toBe(1 / 100);
  expect(judgeRanking(ranking({ 101: 1 }), [1]).mrrAt100).toBe(0);
});

test('means are taken over users', () => {
  const users = [judgeRanking([1], [1]), judgeRanking([2], [1])];
  expect(meanMetrics(users)).toEqual({ recallAt5: 0.5, recallAt20: 0.5, ndcgAt10: 0.5, mrrAt100: 0.5 });
});

test('catalogue share and novelty are those of the first five', () => {
  const lists = [
    [1, 2, 3, 4, 5, 6],
    [1, 2, 3, 4, 7, 8],
  ];
  // Half of the users own the even games, a quarter own the odd ones: 1, 2, 1, 2, 2 bits for the five picks of each list.
  const { catalogueShare, novelty } = judgeLists(lists, 12, (game) => (game % 2 === 0 ? 1 / 2 : 1 / 4));
  expect(catalogueShare).toBe(6 / 12);
  expect(novelty).toBe((2 + 1 + 2 + 1 + 2) / 5);
});
