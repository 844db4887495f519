import type { Steps } from '../../platform/in-turns.ts';
import { forEachInSteps, sortedInSteps } from '../../platform/long-lists.ts';
import { otherNumberForms } from './fold.ts';
import { lettersChanged } from './letters-changed.ts';

/** The number of typed words that are looked up. A mark has one byte for each kind of likeness, and a byte has 8 bits. */
export const MAX_TYPED_WORDS = 8;

/**
 * The position of the first bit of each kind of likeness in a word's mark. Bit `i` of a byte says that typed
 * word `i` equals the word, begins it, or is one or two letters away from it.
 */
export const MARK = { exact: 0, begins: 8, oneLetter: 16, twoLetters: 24 } as const;

/** The least number of letters in a typed word that may have one wrong letter. */
const FORGIVE_ONE = 4;
/** The least number of letters in a typed word that may have two wrong letters. */
const FORGIVE_TWO = 8;

/** The number of words compared letter by letter between two pauses, at most a millisecond of work. */
const WORDS_A_STEP = 2_000;

/** The words of some names, one name after another, as places in their vocabulary. */
export interface WordsOfNames {
  vocabulary: Vocabulary;
  /** The words of name `i` stand from `firstPlace[i]` up to, not including, `firstPlace[i + 1]`. */
  places: Uint32Array;
  firstPlace: Uint32Array;
}

/**
 * Makes the vocabulary of some names.
 *
 * @param names the folded words of each name
 */
export function* buildVocabulary(names: readonly (readonly string[])[]): Steps<WordsOfNames> {
  const uses = new Map<string, number>();
  const firstPlace = new Uint32Array(names.length + 1);
  yield* forEachInSteps(names, (words, name) => {
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
    firstPlace[name + 1] = firstPlace[name]! + words.length;
  });
  const vocabulary = yield* Vocabulary.build(uses, names.length);
  const places = new Uint32Array(firstPlace[names.length]!);
  yield* forEachInSteps(names, (words, name) => {
    const first = firstPlace[name]!;
    for (const [at, word] of words.entries()) places[first + at] = vocabulary.placeOf(word)!;
  });
  return { vocabulary, places, firstPlace };
}

/** All distinct words of all names. The place of a word is its position in alphabetical order. */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  /**
   * The letters of each word as bits. They rule out most words as too different without a comparison
   * letter by letter.
   */
  readonly #letters: Uint32Array;
  readonly #uses: ReadonlyMap<string, number>;
  readonly #names: number;

  private constructor(
    words: readonly string[],
    places: ReadonlyMap<string, number>,
    letters: Uint32Array,
    uses: ReadonlyMap<string, number>,
    names: number,
  ) {
    this.#words = words;
    this.#places = places;
    this.#letters = letters;
    this.#uses = uses;
    this.#names = names;
  }

  /**
   * @param uses the number of times that each word occurs in all names
   * @param names the number of names
   */
  static *build(uses: ReadonlyMap<string, number>, names: number): Steps<Vocabulary> {
    const words = yield* sortedInSteps([...uses.keys()], (a, b) => (a < b ? -1 : 1));
    const places = new Map<string, number>();
    const letters = new Uint32Array(words.length);
    yield* forEachInSteps(words, (word, place) => {
      places.set(word, place);
      letters[place] = lettersOf(word);
    });
    return new Vocabulary(words, places, letters, uses, names);
  }

  /**
   * The weight of a typed word: the rarer it is among the names, the more it says. `valve`, which one developer has in its
   * name, weighs twice as much as `corporation`. A word that no name has weighs as much as one that a single name has.
   */
  weightOf(word: string): number {
    return Math.log2(1 + this.#names / (this.#uses.get(word) ?? 1));
  }

  /** The place of a word; undefined where no name has it. */
  placeOf(word: string): number | undefined {
    return this.#places.get(word);
  }

  /**
   * Marks every word with the typed words that are like it; see {@link MARK}. Each typed word may be the beginning
   * of a word. The last one, which may be unfinished, may also be the beginning of a word with a wrong letter.
   *
   * @param typed folded words, at most {@link MAX_TYPED_WORDS}
   */
  *mark(typed: readonly string[]): Steps<Uint32Array> {
    const marks = new Uint32Array(this.#words.length);
    for (const [bit, word] of typed.entries()) {
      const last = bit === typed.length - 1;
      const number = /^\p{N}+$/u.test(word);
      // A number stands for itself: `5` begins `5000`, but does not mean it. Only the last word may be an
      // unfinished number.
      this.#markBegun(marks, bit, word, last || !number);
      if (!number) yield* this.#markMistyped(marks, bit, word, last);
    }
    return marks;
  }

  #markBegun(marks: Uint32Array, bit: number, word: string, begun: boolean): void {
    const exact = this.#places.get(word);
    if (exact !== undefined) marks[exact]! |= 1 << (MARK.exact + bit);
    // `ii` or `two` may mean `2`, and the other way round. The first word stays as it is, because a title may begin
    // with a letter (`V Rising`).
    const others = bit > 0 ? otherNumberForms(word).flatMap((form) => this.#places.get(form) ?? []) : [];
    for (const other of others) marks[other]! |= 1 << (MARK.exact + bit);
    if (!begun) return;
    for (let place = this.#firstFrom(word); this.#words[place]?.startsWith(word); place++) {
      if (place !== exact && !others.includes(place)) marks[place]! |= 1 << (MARK.begins + bit);
    }
  }

  *#markMistyped(marks: Uint32Array, bit: number, word: string, last: boolean): Steps<void> {
    const most = word.length >= FORGIVE_TWO ? 2 : word.length >= FORGIVE_ONE ? 1 : 0;
    if (most === 0) return;
    const known = (1 << (MARK.exact + bit)) | (1 << (MARK.begins + bit));
    const typed = lettersOf(word);
    for (let place = 0; place < this.#letters.length; place++) {
      if (place % WORDS_A_STEP === 0) yield;
      const letters = this.#letters[place]!;
      // Each wrong letter accounts for at most one letter that the other word lacks.
      if (moreBitsThan(typed & ~letters, most)) continue;
      if (!last && moreBitsThan(letters & ~typed, most)) continue;
      if ((marks[place]! & known) !== 0) continue;
      const changed = lettersChanged(word, this.#words[place]!, most, last);
      if (changed <= most) marks[place]! |= 1 << ((changed <= 1 ? MARK.oneLetter : MARK.twoLetters) + bit);
    }
  }

  /** The place of the first word that does not come before this one in the alphabet. */
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

/**
 * The letters of a word as a set of 32 bits. Different characters may share a bit, so a comparison of sets
 * may rule out too few words, never too many.
 */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

/** Whether more than `most` (1 or 2) bits are set. */
function moreBitsThan(bits: number, most: number): boolean {
  let left = bits;
  for (let count = 0; count < most; count++) left &= left - 1;
  return left !== 0;
}
