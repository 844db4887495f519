import { describe, expect, test } from 'vitest';
import type { Wishes } from '../../../src/engine/recommender/shown-games.ts';
import { LAST_PAGE, pageOf } from '../../../src/engine/recommender/steering.ts';

/** One page of games 1 to `most`, five a page, filled up with games from 1001 on to 1003. */
function page(number: number, most: number, wishes: Wishes = {}): Promise<{ gameId: number }[]> {
  const next = (from: number, count: number, { shown }: Wishes) =>
    Array.from({ length: count }, (_, i) => ({ gameId: from + i })).filter(
      ({ gameId }) => !shown?.has(gameId),
    );
  return pageOf(
    number,
    wishes,
    async (on) => next(1, most, on).slice(0, 5),
    (picks, on) => [...picks, ...next(1001, 3, on)].slice(0, 5),
  );
}
const ids = async (picks: Promise<{ gameId: number }[]>) => (await picks).map(({ gameId }) => gameId);

describe('the pages of a list', () => {
  test('go on from the one before, and repeat nothing', async () => {
    expect(await ids(page(1, 12))).toEqual([1, 2, 3, 4, 5]);
    expect(await ids(page(2, 12))).toEqual([6, 7, 8, 9, 10]);
    expect(await ids(page(3, 12))).toEqual([11, 12, 1001, 1002, 1003]);
    expect(await ids(page(1, 12, { shown: new Set([1, 2]) }))).toEqual([3, 4, 5, 6, 7]);
  });

  test('are filled up with popular games; those of a steered list only if nothing else is in it', async () => {
    expect(await ids(page(1, 3))).toEqual([1, 2, 3, 1001, 1002]);
    for (const wishes of [
      { genre: 'Racing' },
      { avoid: ['Racing'] },
      { howKnown: 'known' },
    ] satisfies Wishes[]) {
      expect(await ids(page(1, 3, wishes))).toEqual([1, 2, 3]);
      expect(await ids(page(2, 8, wishes))).toEqual([6, 7, 8]);
      expect(await ids(page(2, 5, wishes))).toEqual([]);
      expect(await ids(page(1, 0, wishes))).toEqual([1001, 1002, 1003]);
    }
  });

  test('end with the games', async () => {
    expect(await ids(page(4, 12))).toEqual([]);
    expect(await ids(page(LAST_PAGE, 12))).toEqual([]);
  });

  test('end after the last page, and do not repeat it', async () => {
    expect(await ids(page(LAST_PAGE, 1000))).toEqual([96, 97, 98, 99, 100]);
    expect(await ids(page(LAST_PAGE + 1, 1000))).toEqual([]);
  });

  test('respect the wishes on every page', async () => {
    const wishes: Wishes[] = [];
    const pick = async (on: Wishes) => {
      wishes.push({ ...on, shown: new Set(on.shown) });
      return [{ gameId: wishes.length }];
    };
    await pageOf(2, { genre: 'Racing', adult: true }, pick, (picks) => picks);
    expect(wishes).toEqual([
      { genre: 'Racing', adult: true, shown: new Set() },
      { genre: 'Racing', adult: true, shown: new Set([1]) },
    ]);
  });
});
