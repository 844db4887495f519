import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDevelopers } from '../../../../../src/etl/sources/steam-dump/clean/developers.ts';

describe('developers', () => {
  it.each<[field: string, developers: string[]]>([
    ['Valve', ['Valve']],
    ['xropi,stev3ns', ['xropi', 'stev3ns']],
    ['Making Fun, Inc.', ['Making Fun, Inc.']],
    ['Aspyr (Mac, Linux)', ['Aspyr (Mac, Linux)']],
    ['Aspyr (Mac,Linux)', ['Aspyr (Mac,Linux)']],
    ['Firaxis Games,Aspyr (Mac, Linux)', ['Firaxis Games', 'Aspyr (Mac, Linux)']],
    ['Studio (a (b,c),d),Other', ['Studio (a (b,c),d)', 'Other']],
    ['Making Fun, Inc.,Vortigo', ['Making Fun, Inc.', 'Vortigo']],
    ['a),b', ['a)', 'b']],
    ['One,,Two', ['One', 'Two']],
    ['Making Fun, Inc.,Vortigo Inc.,', ['Making Fun, Inc.', 'Vortigo Inc.']],
    ['', []],
    ['  ', []],
  ])('%j', (field, developers) => {
    expect(splitDevelopers(field)).toStrictEqual(developers);
  });

  it('are credited once each', () => {
    expect(splitDevelopers('Valve,Hidden Path,Valve')).toStrictEqual(['Valve', 'Hidden Path']);
  });

  it('differ by case: CAPCOM and Capcom are two', () => {
    expect(splitDevelopers('CAPCOM,Capcom')).toStrictEqual(['CAPCOM', 'Capcom']);
  });

  it('have their entities decoded', () => {
    expect(splitDevelopers('Black &amp; White,Tom&#39;s')).toStrictEqual(['Black & White', "Tom's"]);
  });

  it('are the same after they were joined and split', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9é株.!-]{1,8}$/);
    const ending = fc.constantFrom('', ' Games', ', Inc.', ' (Mac, Linux)', ' (Mac,Linux)');
    const name = fc.tuple(word, ending).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), (names) => {
        expect(splitDevelopers(names.join(','))).toStrictEqual(names);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
