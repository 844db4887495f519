import { describe, expect, it } from 'vitest';
import { priceInDollars } from '../../../../../src/etl/sources/steam-dump/clean/price.ts';

describe('a price', () => {
  it.each<[price: number | string, dollars: number | null]>([
    [19.99, 19.99],
    [0, 0],
    ['Free To Play', 0],
    ['Free to Play', 0],
    ['Free', 0],
    ['Free Demo', 0],
    ['Play for Free!', 0],
    ['Starting at $449.00', 449],
    ['Starting at $1,449.50', 1449.5],
    ['$5', 5],
    ['14.99', 14.99],
    ['Third-party', null],
    ['Play Now', null],
    ['Carefree Freedom', null],
    ['', null],
    [-1, null],
    [1_000_000, 1_000_000],
    [1_000_001, null],
    ['9'.repeat(400), null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])('%j', (price, dollars) => {
    expect(priceInDollars(price)).toBe(dollars);
  });
});
