import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldName,
  foldWords,
  otherNumberForms,
  withFigures,
  withNumbersApart,
} from '../../../src/engine/search/fold.ts';

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
  it.each<[word: string, others: string[]]>([
    ['vii', ['7', 'seven', 'siete']],
    ['7', ['vii', 'seven', 'siete']],
    ['siete', ['7', 'vii', 'seven']],
    ['i', ['1', 'one', 'uno']],
    ['ten', ['10', 'x', 'diez']],
    ['xx', ['20']],
    ['eleven', []],
    ['21', []],
    ['xxi', []],
    ['vi7', []],
    ['', []],
  ])('%j is also written %j', (word, others) => {
    expect(otherNumberForms(word)).toStrictEqual(others);
  });

  it('are put in figures, but not in the first word', () => {
    expect(withFigures(['v', 'for', 'victory', 'iv'])).toStrictEqual(['v', 'for', 'victory', '4']);
    expect(withFigures(['one', 'piece', 'dos'])).toStrictEqual(['one', 'piece', '2']);
  });

  it.each<[typed: string, words: string[]]>([
    ['civ6', ['civ', '6']],
    ['gta 5', ['gta', '5']],
    ['half life2', ['half', 'life', '2']],
    ['mp3', ['mp3']],
    ['f1', ['f1']],
    ['l4d2', ['l4d2']],
    ['star2000', ['star2000']],
  ])('%j is read as %j where `mp3` is a word of a name', (typed, words) => {
    expect(withNumbersApart(typed.split(' '), (word) => word === 'mp3')).toStrictEqual(words);
  });
});
