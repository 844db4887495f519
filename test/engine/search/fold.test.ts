import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foldWords, otherNumberForm, withFigures } from '../../../src/engine/search/fold.ts';

describe('a folded name', () => {
  it.each<[name: string, words: string[]]>([
    ['Counter-Strike', ['counter', 'strike']],
    ['Strike, Counter', ['strike', 'counter']],
    ['Pokémon™', ['pokemon']],
    ["Sid Meier's Civilization® V", ['sid', 'meiers', 'civilization', 'v']],
    ['Sid Meier’s', ['sid', 'meiers']],
    ['Sid Meier´s', ['sid', 'meiers']],
    ['Slice&Dice', ['slice', 'and', 'dice']],
    ['ＡＢＣ', ['abc']],
    ['ﬁnal', ['final']],
    ['Ⅷ', ['viii']],
    ['Крым', ['крым']],
    ['三国 志', ['三国', '志']],
    ['Half-Life 2', ['half', 'life', '2']],
    ['zero\u200bwidth', ['zerowidth']],
    ['>observer_', ['observer']],
    ['***', []],
    ['🎮', []],
    ['', []],
    ['™', []],
  ])('of %j', (name, words) => {
    expect(foldWords(name)).toStrictEqual(words);
    expect(foldName(name)).toStrictEqual({
      words,
      joined: words.join(''),
      ordered: [...words].sort().join(' '),
    });
  });

  it('is the same when it is folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (name) => {
        const { words, joined } = foldName(name);
        expect(foldWords(words.join(' '))).toStrictEqual(words);
        expect(foldName(joined).joined).toBe(joined);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});

describe('numbers', () => {
  it.each([
    ['vii', '7'],
    ['7', 'vii'],
    ['i', '1'],
    ['xx', '20'],
    ['21', undefined],
    ['xxi', undefined],
    ['vi7', undefined],
    ['', undefined],
  ])('%j is also written %j', (word, other) => {
    expect(otherNumberForm(word)).toBe(other);
  });

  it('are put in figures, but not in the first word', () => {
    expect(withFigures(['v', 'for', 'victory', 'iv'])).toStrictEqual(['v', 'for', 'victory', '4']);
  });
});
