import { romanNumbers, withoutMarks, wordsOf } from '../../platform/plain-text.ts';

/** A name without case, accents and punctuation; see {@link foldName}. */
export interface FoldedName {
  words: readonly string[];
  /** The words without spaces. `Counter-Strike` and `counter strike` have the same. */
  joined: string;
  /** The words in alphabetical order. `Rainbow Six` and `six rainbow` have the same. */
  ordered: string;
}

/** From Roman numbers, as they stand in titles, to figures. */
const ROMAN = romanNumbers(1, 20);
/** From figures to Roman numbers. */
const FIGURES = new Map([...ROMAN].map(([roman, figures]) => [figures, roman]));
/** The beginning of any number. The test rules out most words faster than a look-up. */
const NUMBER_BEGINS = /^[\divx]/;

/** Any character that is not ASCII. */
export const BEYOND_ASCII = /[\u0080-\uffff]/;

/**
 * The words of a name without case, accents, apostrophes and signs. Compatibility forms become plain (NFKD);
 * combining marks, invisible characters, `®` and `™` go; letters of other scripts stay. `&` becomes the word
 * `and`, because people type either. The features of the models have no such word.
 */
export function foldWords(name: string): string[] {
  const plain = BEYOND_ASCII.test(name)
    ? withoutMarks(name.replace(/[®™©]/g, ' ').replace(/[´’‘]/g, '')).replace(/\p{Cf}/gu, '')
    : name;
  return wordsOf(
    plain
      .toLowerCase()
      .replace(/['`’‘]/g, '')
      .replaceAll('&', ' and '),
  );
}

/** Folds a name; see {@link foldWords}. */
export function foldName(name: string): FoldedName {
  return joinWords(foldWords(name));
}

/** Makes a folded name from words that are folded already. */
export function joinWords(words: readonly string[]): FoldedName {
  return { words, joined: words.join(''), ordered: words.toSorted().join(' ') };
}

/** The other way to write a number from 1 to 20: `vii` for `7`, and `7` for `vii`. Undefined for any other word. */
export function otherNumberForm(word: string): string | undefined {
  return NUMBER_BEGINS.test(word) ? (ROMAN.get(word) ?? FIGURES.get(word)) : undefined;
}

/**
 * Replaces Roman numbers by figures: `portal`, `ii` becomes `portal`, `2`. The first word never counts as a
 * number (`V Rising`, `I Am Bread`).
 *
 * @returns the same array where it has no Roman number
 */
export function withFigures(words: readonly string[]): readonly string[] {
  if (!words.some((word, index) => index > 0 && NUMBER_BEGINS.test(word) && ROMAN.has(word))) return words;
  return words.map((word, index) => (index > 0 ? (ROMAN.get(word) ?? word) : word));
}
