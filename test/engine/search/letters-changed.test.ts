import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersChanged } from '../../../src/engine/search/letters-changed.ts';

describe('the number of changed letters', () => {
  it.each<[typed: string, word: string, changed: number, how: string]>([
    ['strike', 'strike', 0, 'the same'],
    ['stirke', 'strike', 1, 'two swapped'],
    ['bioshok', 'bioshock', 1, 'one left out'],
    ['terrraria', 'terraria', 1, 'one too many'],
    ['wotcher', 'witcher', 1, 'one wrong'],
    ['terarria', 'terraria', 1, 'two swapped, one of them doubled'],
    ['tararria', 'terraria', 2, 'one wrong, and two swapped'],
    ['wictehr', 'witcher', 2, 'swapped twice'],
    ['kitten', 'sitting', 3, 'more than two'],
    ['abcd', '', 3, 'all of them, and no more are counted'],
  ])('from %j to %j: %i, %s', (typed, word, changed) => {
    expect(lettersChanged(typed, word, 2, false)).toBe(changed);
    expect(lettersChanged(word, typed, 2, false)).toBe(changed);
  });

  it.each<[typed: string, word: string, changed: number]>([
    ['wit', 'witcher', 0],
    ['wtich', 'witcher', 1],
    ['wich', 'witcher', 1],
    ['witx', 'witcher', 1],
    ['witcherx', 'witcher', 1],
    ['xyz', 'witcher', 2],
  ])('from %j to a beginning of %j: %i', (typed, word, changed) => {
    expect(lettersChanged(typed, word, 1, true)).toBe(changed);
  });

  it('is at most the number of edits that were made', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        word,
        fc.nat(),
        fc.constantFrom('a', 'd', ''),
        fc.boolean(),
        (name, place, letter, replace) => {
          const at = place % name.length;
          const typed = name.slice(0, at) + letter + name.slice(at + (replace ? 1 : 0));
          expect(lettersChanged(typed, name, 2, false)).toBeLessThanOrEqual(1);
          expect(lettersChanged(typed, `${name}tail`, 2, true)).toBeLessThanOrEqual(1);
        },
      ),
      { seed: 3, numRuns: 500 },
    );
  });
});
