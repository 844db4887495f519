import { describe, expect, test } from 'vitest';
import type { Wishes } from '../../../src/engine/recommender/shown-games.ts';
import { LAST_PAGE, pageOf } from '../../../src/engine/recommender/steering.ts';

/** One page of games 1 to `most`, five a page. */
function page(number: number, most: number, wishes: Wishes = {}): Promise<{ gameId: number }[]> {
  return pageOf(number, wishes, async ({ shown }) =>
    Array.from({ length: most }, (_, i) => ({ gameId: i + 1 }))
      .filter(({ gameId }) => !shown?.has(gameId))
      .slice(0, 5),
  );
}
const ids = async (picks: Promise<{ gameId: number }[]>) => (await picks).map(({ gameId }) => gameId);

describe('the pages of a list', () => {
  test('go on from the one before, and repeat nothing', async () => {
    expect(await ids(page(1, 12))).toEqual([1, 2, 3, 4, 5]);
    expect(await ids(page(2, 12))).toEqual([6, 7, 8, 9, 10]);
    expect(await ids(page(3, 12))).toEqual([11, 12]);
    expect(await ids(page(1, 12, { shown: new Set([1, 2]) }))).toEqual([3, 4, 5, 6, 7]);
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
    await pageOf(2, { genre: 'Racing', adult: true }, async (on) => {
      wishes.push({ ...on, shown: new Set(on.shown) });
      return [{ gameId: wishes.length }];
    });
    expect(wishes).toEqual([
      { genre: 'Racing', adult: true, shown: new Set() },
      { genre: 'Racing', adult: true, shown: new Set([1]) },
    ]);
  });
});
