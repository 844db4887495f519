import vader from 'vader-sentiment';
import { withoutCensoredWords } from './censored.ts';
import { spellOutEmoji } from './emoji.ts';
import type { Sentiment } from './score.ts';
import { wordValences } from './valence.ts';
import { wordOf } from './vocabulary.ts';
import { splitWords } from './words.ts';

const { score_valence: scoreValence } = vader.SentimentIntensityAnalyzer;

export interface Judgement {
  /** VADER's compound score, −1 to 1, with four decimals. */
  compound: number;
  sentiment: Sentiment;
}

/**
 * How a text feels by VADER (Hutto & Gilbert 2014, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of
 * Social Media Text"), Steam's censored words left out: positive from a compound of 0.05, negative from −0.05, else,
 * and with no text, neutral. Throws nothing: any string has an answer.
 *
 * The lexicon, the negating words, the "least" rule and the score come from the package `vader-sentiment`. Its
 * splitting is replaced (it takes most of the time, and drops words of one letter), and so are the rules in which the
 * package falls behind the authors' program; each of those is named where it stands. On a third of the real reviews
 * (`test/real/sentiment.test.ts`) every compound and label is that of the authors' program. Known to differ elsewhere:
 * emoji that say nothing are one neutral word here and their name there (one to seven words, so a negation before
 * reaches less far), and emoji newer than 2018 stay glued to their neighbours there.
 */
export function judgeSentiment(text: string): Judgement {
  const compound = compoundOf(withoutCensoredWords(text), text);
  return { compound, sentiment: sentimentOf(compound) };
}

/** VADER's compound of a text with Steam's censored words left in, whose hearts it takes for love; null where there are none. */
export function censoredCompound(text: string): number | null {
  return withoutCensoredWords(text) === text ? null : compoundOf(text, text);
}

/** @param text where emphasis is looked for */
function compoundOf(read: string, text: string): number {
  const valences = wordValences(splitWords(spellOutEmoji(read)).map(wordOf));
  return valences.length === 0 ? 0 : scoreValence(valences, emphasisMarks(text)).compound;
}

/** By the rounded compound, at the thresholds that VADER's authors recommend. */
function sentimentOf(compound: number): Sentiment {
  if (compound >= 0.05) return 2;
  return compound <= -0.05 ? 0 : 1;
}

/** The `!` and `?` of a text, four of each at most: all that the score looks for in it, and it looks slowly. */
function emphasisMarks(text: string): string {
  return firstFour(text, '!') + firstFour(text, '?');
}

function firstFour(text: string, mark: string): string {
  let marks = '';
  for (let at = text.indexOf(mark); at >= 0 && marks.length < 4; at = text.indexOf(mark, at + 1))
    marks += mark;
  return marks;
}
