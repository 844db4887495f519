/** Runs of letters and digits, of whatever script. */
const LETTERS_AND_DIGITS = /[\p{L}\p{N}]+/gu;

/** Runs of small Latin letters without marks, and of digits. */
export const ASCII_WORDS = /[a-z0-9]+/g;

/**
 * The words of a text, as they stand in it. Whether case, marks or apostrophes count is decided before, by the caller: titles are
 * compared in one way by a model, in another by what a person types.
 *
 * @param word what a word is; unset: a run of letters and digits
 */
export function wordsOf(text: string, word: RegExp = LETTERS_AND_DIGITS): string[] {
  return text.match(word) ?? [];
}

/** A text in compatibility forms (NFKD) without combining marks: `é` is `e`, and `Ⅶ` is `VII`. */
export function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/** Roman numbers in small letters, and their figures: `vii` and `7`. @param first from 1 @param last to 20 */
export function romanNumbers(first: number, last: number): ReadonlyMap<string, string> {
  return new Map(ROMAN.slice(first - 1, last).map((roman, index) => [roman, String(first + index)]));
}
