import { describe, expect, it } from 'vitest';
import { grownGames, libraryLines } from '../../bench/growth/raw-files.ts';
import { amountOf, LibraryMaker, OWNED_GAMES, ownersOfRank } from '../../bench/growth/shape.ts';
import { quantile } from '../../bench/harness/statistics.ts';
import { parsePythonLiteral } from '../../src/etl/sources/steam-dump/parse/python-literal.ts';

interface Line {
  user_id: string;
  items_count: number;
  items: { item_id: string; item_name: string; playtime_forever: number; playtime_2weeks?: number }[];
}

describe('data that grows', () => {
  it('has as many users as the published file up to its size, and more beyond it', () => {
    expect(amountOf(1)).toEqual({ users: 88_310, librarySize: 1, reviewers: 25_799 });
    expect(amountOf(4.4).users).toBeLessThan(88_310 * 1.01);
    // Libraries grow 4.376-fold at most, so 20 times the rows need 20 / 4.376 = 4.57 times the users.
    expect(amountOf(20).users / 88_310).toBeCloseTo(4.57, 2);
  });

  it('has the real libraries’ sizes, the few large ones too', () => {
    const maker = new LibraryMaker('sizes', { librarySize: 1 });
    const sizes = Array.from({ length: 20_000 }, () => maker.next().size);
    // In the real libraries the median size is 11, the upper tenth starts at 34, and the upper hundredth at 89.
    expect(Math.abs(quantile(sizes, 0.5) - 11)).toBeLessThanOrEqual(1);
    expect(Math.abs(quantile(sizes, 0.9) - 34)).toBeLessThanOrEqual(2);
    expect(Math.abs(quantile(sizes, 0.99) - 89)).toBeLessThanOrEqual(8);
    expect(Math.max(...sizes)).toBeGreaterThan(300);
    // The real mean: 1,177,571 rows of the 71,504 users who own a game.
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    expect(mean / (1_177_571 / 71_504)).toBeGreaterThan(0.95);
    expect(mean / (1_177_571 / 71_504)).toBeLessThan(1.05);
  });

  it('is owned as unevenly as the real games are', () => {
    expect([1, 100, 3000].map(ownersOfRank)).toEqual([35_021, 1916, 25]);
    const between = ownersOfRank(173);
    // Halfway between ranks 100 and 300 on a logarithmic scale lies the geometric mean of 1,916 and 669 owners.
    expect(between / Math.sqrt(1916 * 669)).toBeCloseTo(1, 1);
    const maker = new LibraryMaker('a test', { librarySize: 1 });
    const owners = new Uint32Array(OWNED_GAMES);
    for (let user = 0; user < 5000; user++) for (const game of maker.next().keys()) owners[game]!++;
    const shareOf = (games: number) =>
      owners.slice(0, games).reduce((sum, each) => sum + each, 0) /
      owners.reduce((sum, each) => sum + each, 0);
    // In the real rows the 100 most owned games have 50 %, and the 1,000 most owned have 86 %.
    expect(Math.abs(shareOf(100) - 0.5)).toBeLessThan(0.1);
    expect(Math.abs(shareOf(1000) - 0.86)).toBeLessThan(0.06);
  });

  it('writes lines that our reader can read, with the quirks of the real ones', () => {
    const games = grownGames();
    const texts = [...libraryLines(games, { users: 3000, librarySize: 1, reviewers: 0 })];
    const lines = texts.map((text) => parsePythonLiteral(text) as unknown as Line);
    const empty = lines.filter(({ items }) => items.length === 0).length / lines.length;
    expect(empty).toBeGreaterThan(0.15);
    expect(empty).toBeLessThan(0.23);
    expect(texts.length).toBeGreaterThan(3000);
    expect(new Set(lines.map(({ user_id }) => user_id)).size).toBe(3000);
    const rows = lines.flatMap(({ items }) => items);
    const unplayed = rows.filter(({ playtime_forever }) => playtime_forever === 0).length / rows.length;
    expect(unplayed).toBeGreaterThan(0.3);
    expect(unplayed).toBeLessThan(0.42);
    expect(rows.some((row) => row.playtime_2weeks === undefined)).toBe(true);
    expect(new Set(games.map(({ id }) => id)).size).toBe(32_135);
    const names = new Map(games.map(({ id, name }) => [String(id), name]));
    expect(rows.every(({ item_id }) => names.has(item_id))).toBe(true);
  });
});
