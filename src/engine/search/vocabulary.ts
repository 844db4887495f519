import type { Steps } from '../../platform/in-turns.ts';
import { otherNumberForm } from './fold.ts';
import { lettersChanged } from './letters-changed.ts';

/** So many typed words are looked up; each is a bit in every byte of the marks. */
export const MAX_TYPED_WORDS = 8;

/** Where in a mark the bits of typed words stand that are the word, begin it, or are one or two letters away from it. */
export const MARK = { exact: 0, begins: 8, oneLetter: 16, twoLetters: 24 } as const;

/** Words of this length may have one letter wrong, or two. */
const FORGIVE_ONE = 4;
const FORGIVE_TWO = 8;

/**
 * The vocabulary of names.
 *
 * @param names the folded words of each name
 * @returns with it the place of every word of the first name, then of the second, and so on
 */
export function* buildVocabulary(
  names: readonly (readonly string[])[],
): Steps<{ vocabulary: Vocabulary; places: Uint32Array }> {
  const different = new Set<string>();
  let count = 0;
  for (const words of names) {
    for (const word of words) different.add(word);
    count += words.length;
  }
  yield;
  const vocabulary = new Vocabulary([...different].sort());
  yield;
  const places = new Uint32Array(count);
  let next = 0;
  for (const words of names) for (const word of words) places[next++] = vocabulary.placeOf(word)!;
  yield;
  return { vocabulary, places };
}

/** All different words of all names, each known by its place in the order of the alphabet. */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  /** Which letters a word has, as bits, to see without comparing that most words are too far. */
  readonly #letters: Uint32Array;

  /** @param words different ones, in order */
  constructor(words: readonly string[]) {
    const places = new Map<string, number>();
    const letters = new Uint32Array(words.length);
    for (let place = 0; place < words.length; place++) {
      places.set(words[place]!, place);
      letters[place] = lettersOf(words[place]!);
    }
    this.#words = words;
    this.#places = places;
    this.#letters = letters;
  }

  /** The place of a word, if it is there. */
  placeOf(word: string): number | undefined {
    return this.#places.get(word);
  }

  /**
   * For each word, which of the typed words are like it, and how much: see {@link MARK}. Each typed word may be the
   * beginning of a word. The last may also be the beginning of one with a letter wrong.
   */
  mark(typed: readonly string[]): Uint32Array {
    const marks = new Uint32Array(this.#words.length);
    for (const [bit, word] of typed.entries()) {
      const last = bit === typed.length - 1;
      const number = /^\p{N}+$/u.test(word);
      // A number is the number itself: `5` begins `5000`, but that is not meant before more was typed.
      this.#markBegun(marks, bit, word, last || !number);
      if (!number) this.#markMistyped(marks, bit, word, last);
    }
    return marks;
  }

  #markBegun(marks: Uint32Array, bit: number, word: string, begun: boolean): void {
    const exact = this.#places.get(word);
    if (exact !== undefined) marks[exact]! |= 1 << (MARK.exact + bit);
    // Who types `ii` may mean `2`, and the other way about; a name that begins with a number is written as it is.
    const other = bit > 0 ? this.#places.get(otherNumberForm(word) ?? '') : undefined;
    if (other !== undefined) marks[other]! |= 1 << (MARK.exact + bit);
    if (!begun) return;
    for (let place = this.#firstFrom(word); this.#words[place]?.startsWith(word); place++) {
      if (place !== exact && place !== other) marks[place]! |= 1 << (MARK.begins + bit);
    }
  }

  #markMistyped(marks: Uint32Array, bit: number, word: string, last: boolean): void {
    const most = word.length >= FORGIVE_TWO ? 2 : word.length >= FORGIVE_ONE ? 1 : 0;
    if (most === 0) return;
    const known = (1 << (MARK.exact + bit)) | (1 << (MARK.begins + bit));
    const typed = lettersOf(word);
    for (let place = 0; place < this.#letters.length; place++) {
      const letters = this.#letters[place]!;
      // A wrong letter is at most one that the other does not have.
      if (moreBitsThan(typed & ~letters, most)) continue;
      if (!last && moreBitsThan(letters & ~typed, most)) continue;
      if ((marks[place]! & known) !== 0) continue;
      const changed = lettersChanged(word, this.#words[place]!, most, last);
      if (changed <= most) marks[place]! |= 1 << ((changed <= 1 ? MARK.oneLetter : MARK.twoLetters) + bit);
    }
  }

  /** The first place whose word does not come before this one. */
  #firstFrom(word: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#words[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

/** Whether more bits are set than this, which is 1 or 2. */
function moreBitsThan(bits: number, most: number): boolean {
  let left = bits;
  for (let count = 0; count < most; count++) left &= left - 1;
  return left !== 0;
}
