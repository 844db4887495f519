import { romanNumbers } from '../../platform/plain-text.ts';

/** Roman numbers and number words, as they stand in titles, with their figures. */
const FIGURES: ReadonlyMap<string, string> = new Map([
  ...romanNumbers(1, 20),
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(
    (word, place): [string, string] => [word, String(place + 1)],
  ),
]);

/** Words of a title that may be left out between others: `Metal Gear Solid Phantom Pain`. */
const FILLERS: ReadonlySet<string> = new Set(['the', 'a', 'an', 'of', 'and', 'in', 'to']);

const NUMBER = /^\d+$/;

/** The least number of letters in a typed word that may be initials. */
const SHORTEST_INITIALS = 2;

/** The least number of letters in a typed word that may join several words of a title, or be a part of one. */
const SHORTEST_JOINED = 4;

/** The most words of a title and of a typed text that are compared. */
export const MOST_WORDS = 16;

/** The folded words with figures for Roman numbers and number words. The first word never counts as a number. */
export function plainWords(words: readonly string[]): string[] {
  return words.map((word, place) => (place > 0 ? (FIGURES.get(word) ?? word) : word));
}

/** How much of a title a typed text covers. */
export interface TitleFit {
  /** The number of the title's words from where the fit begins up to its end. */
  covered: number;
  /** Whether no word was read as initials. */
  spelled: boolean;
}

/**
 * Compares a typed text with the beginning of a title, word by word. A typed word stands for one word of the title, for
 * several that it joins (`darksouls`), for a part of one (`star dew`), or for the initials of two or more (`gta`, `csgo`).
 * Between two words, the title may have a number or a small word that was not typed.
 *
 * @param typed as {@link plainWords} gives them, at most {@link MOST_WORDS}
 * @param title the same, from the word at which the title, or a part of it, begins
 * @returns the fit that covers most of the title; undefined where the typed text is no beginning of it
 */
export function fitTitle(typed: readonly string[], title: readonly string[]): TitleFit | undefined {
  return fitFrom(typed, 0, title, 0, true);
}

function fitFrom(
  typed: readonly string[],
  at: number,
  title: readonly string[],
  to: number,
  spelled: boolean,
): TitleFit | undefined {
  if (at === typed.length) return { covered: to, spelled };
  if (to === title.length) return undefined;
  const word = typed[at]!;
  if (word === title[to]) return fitFrom(typed, at + 1, title, to + 1, spelled);
  let best: TitleFit | undefined;
  const take = (fit: TitleFit | undefined) => {
    if (fit !== undefined && (best === undefined || fit.covered > best.covered)) best = fit;
  };
  const joined = joinedWords(word, title, to);
  if (joined > 0) take(fitFrom(typed, at + 1, title, joined, spelled));
  const split = joinedWords(title[to]!, typed, at);
  if (split > 0) take(fitFrom(typed, split, title, to + 1, spelled));
  const initials = initialsEnd(word, title, to);
  if (initials > 0) take(fitFrom(typed, at + 1, title, initials, false));
  if (best === undefined && at > 0 && (NUMBER.test(title[to]!) || FILLERS.has(title[to]!))) {
    // A number that was typed is never passed over in the title.
    if (!NUMBER.test(word)) take(fitFrom(typed, at, title, to + 1, spelled));
  }
  return best;
}

/** The place after the words that make up the text when they are joined, two at least; 0 where none do. */
function joinedWords(text: string, words: readonly string[], from: number): number {
  if (text.length < SHORTEST_JOINED) return 0;
  let length = 0;
  for (let place = from; place < words.length; place++) {
    const word = words[place]!;
    if (!text.startsWith(word, length)) return 0;
    length += word.length;
    if (length === text.length) return place > from ? place + 1 : 0;
  }
  return 0;
}

/** The place after the words that a typed word is the initials of; 0 where it is none. Numbers stay whole: `l4d2`. */
function initialsEnd(text: string, words: readonly string[], from: number): number {
  if (text.length < SHORTEST_INITIALS) return 0;
  let length = 0;
  let letters = 0;
  for (let place = from; place < words.length; place++) {
    const word = words[place]!;
    if (/^\d/.test(word)) {
      const number = numberAt(text, length, word);
      if (number === 0) return 0;
      length += number;
    } else if (text[length] === word[0]) {
      length++;
      letters++;
    } else return 0;
    if (length === text.length) return letters > 1 ? place + 1 : 0;
  }
  return 0;
}

/** The length of the number as it stands in the text, in figures or as a Roman number; 0 where it does not. */
function numberAt(text: string, at: number, number: string): number {
  if (text.startsWith(number, at)) return number.length;
  for (const [roman, figures] of FIGURES) {
    if (figures === number && text.startsWith(roman, at)) return roman.length;
  }
  return 0;
}
