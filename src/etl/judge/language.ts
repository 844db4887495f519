import { eld } from 'eld/extrasmall';
import { wordsOf } from '../../platform/plain-text.ts';

/** Words that most English sentences have and that are rare in other languages. */
const ENGLISH = new Set(
  (
    'the and a i to of it is in this you for game that but my with on are have not was if so be its just like your ' +
    "as or get from me all can it's very really good best great fun play more they when one there some an at what"
  ).split(' '),
);

/** A text is English without further question where so many of its words are {@link ENGLISH}. */
const ENGLISH_SHARE = 0.15;
/** Fewer words of Latin letters say nothing of their language. */
const LEAST_WORDS = 5;
/** The beginning of a text tells its language. */
const LOOKED_AT = 200;
const OTHER_LETTERS =
  /[\p{Script=Cyrillic}\p{Script=Thai}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]{4}/u;

/**
 * The language that a text is written in, as ISO 639-1 has it; `und` where that cannot be told; null where there are too
 * few words to ask. By the package `eld`, which is asked only where few of the words are common English ones: asked of
 * every review it would take a tenth of a refresh.
 */
export function languageOf(text: string): string | null {
  const beginning = text.slice(0, LOOKED_AT);
  const words = wordsOf(beginning.toLowerCase(), /[\p{L}'’]+/gu);
  if (words.length < LEAST_WORDS && !OTHER_LETTERS.test(beginning)) return null;
  const english = words.reduce((count, word) => count + (ENGLISH.has(word) ? 1 : 0), 0);
  if (english >= ENGLISH_SHARE * words.length) return 'en';
  const found = eld.detect(beginning);
  return found.isReliable() ? found.language : 'und';
}
