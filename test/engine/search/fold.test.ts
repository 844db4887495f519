import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../../src/engine/search/fold.ts';

describe('a folded name', () => {
  it.each<[name: string, joined: string, sorted: string]>([
    ['Counter-Strike', 'counterstrike', 'counter strike'],
    ['Strike, Counter', 'strikecounter', 'counter strike'],
    ['Pokémon™', 'pokemon', 'pokemon'],
    ["Sid Meier's Civilization® V", 'sidmeierscivilizationv', 'civilization meiers sid v'],
    ['Sid Meier’s', 'sidmeiers', 'meiers sid'],
    ['ＡＢＣ', 'abc', 'abc'],
    ['ﬁnal', 'final', 'final'],
    ['Крым', 'крым', 'крым'],
    ['三国 志', '三国志', '三国 志'],
    ['Half-Life 2', 'halflife2', '2 half life'],
    ['***', '', ''],
    ['', '', ''],
    ['™', '', ''],
  ])('of %j', (name, joined, sorted) => {
    expect(foldName(name)).toStrictEqual({ joined, sorted });
  });

  it('is the same when it is folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (name) => {
        const { joined, sorted } = foldName(name);
        expect(foldName(joined).joined).toBe(joined);
        expect(foldName(sorted).sorted).toBe(sorted);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});
