import vader from 'vader-sentiment';
import { withoutCensoredWords } from './censored.ts';
import { spellOutEmoji } from './emoji.ts';
import type { Sentiment } from './score.ts';
import { wordValences } from './valence.ts';
import { wordOf } from './vocabulary.ts';
import { splitWords } from './words.ts';

const { score_valence: scoreValence } = vader.SentimentIntensityAnalyzer;

/** The sentiment of a text, with the score behind it. */
export interface Judgement {
  /** VADER's compound score, −1 to 1, with four decimals. */
  compound: number;
  sentiment: Sentiment;
}

/**
 * The sentiment of a text by VADER (Hutto & Gilbert 2014, "VADER: A Parsimonious Rule-based Model for Sentiment
 * Analysis of Social Media Text"), without Steam's censored words. A compound of 0.05 or more is positive, one
 * of −0.05 or less is negative, and anything between them is neutral, as is an empty text. Never throws:
 * every string has an answer.
 *
 * The lexicon, the negating words, the "least" rule and the score come from the package `vader-sentiment`. Its
 * splitting is replaced, because it takes most of the time and drops words of one letter. The rules in which
 * the package falls behind the authors' program are replaced, too; a comment stands beside each.
 *
 * On a third of the real reviews (`test/real/sentiment.test.ts`) every compound and label equals that of the
 * authors' program. Two differences are known elsewhere. An emoji without meaning for VADER is one neutral word
 * here and its name there (one to seven words, so a negation before it reaches less far). Emoji newer than 2018
 * stay joined to their neighbours there.
 */
export function judgeSentiment(text: string): Judgement {
  const compound = compoundOf(withoutCensoredWords(text), text);
  return { compound, sentiment: sentimentOf(compound) };
}

/**
 * VADER's compound of a text with Steam's censored words left in. VADER takes the hearts in them for love.
 *
 * @returns null where no word is censored
 */
export function censoredCompound(text: string): number | null {
  return withoutCensoredWords(text) === text ? null : compoundOf(text, text);
}

/**
 * VADER's compound of a text, with four decimals.
 *
 * @param read the text whose words are scored
 * @param text the text whose `!` and `?` are counted as emphasis
 */
function compoundOf(read: string, text: string): number {
  const valences = wordValences(splitWords(spellOutEmoji(read)).map(wordOf));
  return valences.length === 0 ? 0 : scoreValence(valences, emphasisMarks(text)).compound;
}

/** The sentiment for a rounded compound, at the thresholds that the authors of VADER recommend. */
function sentimentOf(compound: number): Sentiment {
  if (compound >= 0.05) return 2;
  return compound <= -0.05 ? 0 : 1;
}

/**
 * The `!` and `?` of a text, at most four of each. The score of the package counts no more, and is slow to
 * search a whole text.
 */
function emphasisMarks(text: string): string {
  return firstFour(text, '!') + firstFour(text, '?');
}

function firstFour(text: string, mark: string): string {
  let marks = '';
  for (let at = text.indexOf(mark); at >= 0 && marks.length < 4; at = text.indexOf(mark, at + 1))
    marks += mark;
  return marks;
}
