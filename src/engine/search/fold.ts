import { romanNumbers, withoutMarks, wordsOf } from '../../platform/plain-text.ts';

/** A name, folded: without case, accents, punctuation; see {@link foldName}. */
export interface FoldedName {
  words: readonly string[];
  /** The words without spaces: `Counter-Strike` and `counter strike` are one. */
  joined: string;
  /** The words in the order of the alphabet: `Rainbow Six` and `six rainbow` are one. */
  ordered: string;
}

/** Roman numbers as titles have them, and their figures. */
const ROMAN = romanNumbers(1, 20);
const FIGURES = new Map([...ROMAN].map(([roman, figures]) => [figures, roman]));
/** Tells most words that are no number, faster than looking them up. */
const NUMBER_BEGINS = /^[\divx]/;

const BEYOND_ASCII = /[\u0080-\uffff]/;

/**
 * The words of a name, folded: without case, accents, apostrophes and signs. Compatibility forms (NFKD), combining marks,
 * and characters that aren't seen go, so do `®` and `™`; `&` is `and`; letters of other scripts stay. Names are found by what people
 * type, so `&` is a word here, which it is in no model's features.
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

/** A folded name of words that are folded already. */
export function joinWords(words: readonly string[]): FoldedName {
  return { words, joined: words.join(''), ordered: words.toSorted().join(' ') };
}

/** The other way to write a number of 1 to 20: `vii` of `7` and `7` of `vii`; undefined for what is no such number. */
export function otherNumberForm(word: string): string | undefined {
  return NUMBER_BEGINS.test(word) ? (ROMAN.get(word) ?? FIGURES.get(word)) : undefined;
}

/**
 * The words with roman numbers in figures: `portal`, `ii` is `portal`, `2`. The first word is none (`V Rising`,
 * `I Am Bread`). The same array where there is none.
 */
export function withFigures(words: readonly string[]): readonly string[] {
  if (!words.some((word, index) => index > 0 && NUMBER_BEGINS.test(word) && ROMAN.has(word))) return words;
  return words.map((word, index) => (index > 0 ? (ROMAN.get(word) ?? word) : word));
}
