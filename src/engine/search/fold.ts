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
/** The numbers that titles, and people, write as words. */
const WORDS = [
  'one two three four five six seven eight nine ten'.split(' '),
  'uno dos tres cuatro cinco seis siete ocho nueve diez'.split(' '),
];
/** From Roman numbers and numbers in words to figures. */
const VALUES: ReadonlyMap<string, string> = new Map([
  ...ROMAN,
  ...WORDS.flatMap((words) => words.map((word, index) => [word, String(index + 1)] as const)),
]);
/** From each way to write a number from 1 to 20 to the others: figures first, or else the Roman number. */
const OTHER_FORMS: ReadonlyMap<string, readonly string[]> = otherForms();
/** The beginning of any number. The test rules out many words faster than a look-up. */
const NUMBER_BEGINS = /^[\divxoutfsencd]/;

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

/** The other ways to write a number from 1 to 20: `vii`, `seven` and `siete` for `7`. None for any other word. */
export function otherNumberForms(word: string): readonly string[] {
  return (NUMBER_BEGINS.test(word) ? OTHER_FORMS.get(word) : undefined) ?? [];
}

/** Whether a word is a Roman number from `i` to `xx`. */
export function isRoman(word: string): boolean {
  return ROMAN.has(word);
}

/**
 * Replaces numbers by figures: `portal`, `ii` and `portal`, `two` become `portal`, `2`. The first word never counts as a
 * number (`V Rising`, `I Am Bread`, `One Finger Death Punch`).
 *
 * @returns the same array where it has no such number
 */
export function withFigures(words: readonly string[]): readonly string[] {
  if (!words.some((word, index) => index > 0 && NUMBER_BEGINS.test(word) && VALUES.has(word))) return words;
  return words.map((word, index) => (index > 0 ? (VALUES.get(word) ?? word) : word));
}

/** Letters with a number of one or two digits at their end, as in `civ6`. */
const GLUED_NUMBER = /^(\p{L}{2,})(\d{1,2})$/u;

/**
 * Parts a number from the letters before it: `civ6` becomes `civ`, `6`.
 *
 * @param isWord whether a word stands in some name as it is, and must not be parted, as in `F1`
 */
export function withNumbersApart(
  words: readonly string[],
  isWord: (word: string) => boolean,
): readonly string[] {
  return words.flatMap((word) => {
    const [, letters, number] = (isWord(word) ? null : GLUED_NUMBER.exec(word)) ?? [];
    return letters === undefined ? [word] : [letters, number!];
  });
}

function otherForms(): Map<string, string[]> {
  const others = new Map<string, string[]>();
  for (const figures of ROMAN.values()) {
    const forms = [figures];
    for (const [written, value] of VALUES) if (value === figures) forms.push(written);
    for (const form of forms) {
      others.set(
        form,
        forms.filter((other) => other !== form),
      );
    }
  }
  return others;
}
