import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { releaseYear } from '../../../../../src/etl/sources/steam-dump/clean/release-year.ts';

describe('the release year', () => {
  it.each<[releaseDate: string, year: number | null]>([
    ['2017-07-24', 2017],
    ['Jul 2018', 2018],
    ['2017', 2017],
    ['Q3 2016', 2016],
    ['1970', 1970],
    ['2029', 2029],
    ['1969', null],
    ['2030', null],
    ['2017 or 2018', 2017],
    ['1900, again in 2014', 2014],
    ['version 20171, 2015', 2015],
    ['20170724', null],
    ['12017', null],
    ['Winter2017!', 2017],
    ['Coming Soon', null],
    ["'17", null],
    ['', null],
  ])('of %j', (releaseDate, year) => {
    expect(releaseYear(releaseDate)).toBe(year);
  });

  it('is the first run of exactly four digits from 1970 to 2029, in any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(' ', '-', ', ', 'Jul ', 'Q3', '.'),
      fc.integer({ min: 1960, max: 2040 }).map(String),
      fc.stringMatching(/^\d{1,6}$/),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const first = text
          .split(/\D+/)
          .find((digits) => digits.length === 4 && Number(digits) >= 1970 && Number(digits) <= 2029);
        expect(releaseYear(text)).toBe(first === undefined ? null : Number(first));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});
