/** Matches each run of letters and digits, in any script. */
const LETTERS_AND_DIGITS = /[\p{L}\p{N}]+/gu;

/** Matches each run of the characters `a` to `z` and `0` to `9`. */
export const ASCII_WORDS = /[a-z0-9]+/g;

/**
 * The words of a text, in order and unchanged. The caller decides beforehand whether case, marks and
 * apostrophes count, because models and searches compare titles in different ways.
 *
 * @param word a global pattern that matches each word; unset: runs of letters and digits
 */
export function wordsOf(text: string, word: RegExp = LETTERS_AND_DIGITS): string[] {
  return text.match(word) ?? [];
}

/** A text in compatibility form (NFKD) without combining marks: `é` becomes `e`, and `Ⅶ` becomes `VII`. */
export function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/**
 * Roman numbers in small letters, each with its value in digits, such as `vii` with `7`.
 *
 * @param first the first number, from 1
 * @param last the last number, up to 20
 */
export function romanNumbers(first: number, last: number): ReadonlyMap<string, string> {
  return new Map(ROMAN.slice(first - 1, last).map((roman, index) => [roman, String(first + index)]));
}
