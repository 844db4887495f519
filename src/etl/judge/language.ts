import { eld } from 'eld/extrasmall';
import { wordsOf } from '../../platform/plain-text.ts';

/** Words that most English sentences have and that are rare in other languages. */
const ENGLISH = new Set(
  (
    'the and a i to of it is in this you for game that but my with on are have not was if so be its just like your ' +
    "as or get from me all can it's very really good best great fun play more they when one there some an at what"
  ).split(' '),
);

/** The share of {@link ENGLISH} words (0 to 1) from which a text counts as English, without a closer look. */
const ENGLISH_SHARE = 0.15;
/** The least number of words that tell a language, unless the text has letters of another script. */
const LEAST_WORDS = 5;
/** The number of characters at the beginning of a text that are looked at. */
const MOST_CHARACTERS = 200;
/** Matches four letters in a row of a script other than Latin. They tell a language even in a text of few words. */
const OTHER_LETTERS =
  /[\p{Script=Cyrillic}\p{Script=Thai}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]{4}/u;

/**
 * The language of a text as an ISO 639-1 code; `und` where it cannot be told; null where the text has too few
 * words to tell.
 *
 * The package `eld` finds the language, but only where few of the words are common English ones: to run it on
 * every review would take a tenth of a refresh.
 */
export function languageOf(text: string): string | null {
  const beginning = text.slice(0, MOST_CHARACTERS);
  const words = wordsOf(beginning.toLowerCase(), /[\p{L}'’]+/gu);
  if (words.length < LEAST_WORDS && !OTHER_LETTERS.test(beginning)) return null;
  const english = words.reduce((count, word) => count + (ENGLISH.has(word) ? 1 : 0), 0);
  if (english >= ENGLISH_SHARE * words.length) return 'en';
  const found = eld.detect(beginning);
  return found.isReliable() ? found.language : 'und';
}
