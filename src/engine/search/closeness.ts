import { distance } from 'fastest-levenshtein';
import { otherNumberForms } from './fold.ts';
import { lettersChanged } from './letters-changed.ts';

/** The least number of letters of a typed word, standing alone or among others, that may have one wrong letter. */
const FORGIVE_ONE = { alone: 6, among: 4 } as const;
/** The least number of letters of a typed word that may have two wrong letters. */
const FORGIVE_TWO = 10;

/** The least number of letters of a typed word that may be the beginning of a word, and the least share of that, 0 to 1. */
const BEGINNING = { letters: 4, share: 0.6 } as const;
/** The likeness, 0 to 1, of a word and its beginning: as sure as a word of middle length with a wrong letter. */
const LIKENESS_OF_BEGINNING = 0.85;

/** The least number of letters of a text that is compared as a whole. */
const SHORTEST_WHOLE = 4;

/** The share of unchanged letters, 0 to 1, from which a short word may be mistyped as well. */
const NEARLY_ALL = 0.9;

/** A word that tells one game of a series from another. */
const NUMBER = /\d/;
/** The closeness that a typed number costs which the name lacks: little, since a series may have no game of that number. */
const MISSING_NUMBER = 0.05;

/** The closeness that it costs when the typed words do not follow one another in the name, in their order. */
const SCATTERED = 0.05;

/** A typed text that is no name, in the forms in which it is compared. */
export interface TypedText {
  words: readonly string[];
  /** The text without spaces. */
  joined: string;
}

/** The weight of a word: the rarer, the more; see `Vocabulary.weightOf`. */
type WeightOf = (word: string) => number;

/**
 * How close a name is to a text that may be meant for it, 0 to 1: the greatest of three figures.
 *
 * - 1 where some words of the name, one after another, are the whole text (`xcom`, `x com`).
 * - The share of letters that stay when the whole text is turned into the whole name. Unless nearly all letters stay, a short word
 *   among others is either in the name or means another one: `ea games` is not close to `4A Games`, nor `god of war` to `God of Word`.
 * - The share of the words that both have in common, by weight. A word with a wrong letter counts less. If all typed words
 *   are in the name, the name may have any others (`skyrim`). If one is missing, these count against it (`valve corporation`
 *   is close to `Valve`, but not to `Tomorrow Corporation`). A missing number costs little,
 *   and so do words between the typed ones.
 */
export function closeness(typed: TypedText, name: TypedText, weightOf: WeightOf): number {
  if (hasRun(name.words, typed.joined)) return 1;
  const letters = unchangedShare(typed.joined, name.joined);
  const counts = letters >= NEARLY_ALL || hasShortWords(typed.words, name.words);
  return Math.max(counts ? letters : 0, sharedWords(typed.words, name.words, weightOf));
}

/** Whether words that follow one another make up a text without spaces. */
function hasRun(words: readonly string[], text: string): boolean {
  if (text.length < SHORTEST_WHOLE) return false;
  return words.some((_, first) => {
    let run = '';
    for (let next = first; run.length < text.length && next < words.length; next++) run += words[next]!;
    return run === text;
  });
}

/**
 * Whether a name has all words of a text that are short. One of three letters may have a wrong one, but not the first; a single
 * letter may be any.
 */
function hasShortWords(typed: readonly string[], name: readonly string[]): boolean {
  if (typed.length === 1) return true;
  const isIn = (word: string) =>
    [word, ...otherNumberForms(word)].some((form) => name.includes(form)) ||
    (word.length > 2 &&
      name.some((other) => other[0] === word[0] && lettersChanged(word, other, 1, false) <= 1));
  return typed.every((word) => word.length === 1 || word.length >= FORGIVE_ONE.among || isIn(word));
}

function unchangedShare(typed: string, name: string): number {
  const longest = Math.max(typed.length, name.length);
  return typed.length < SHORTEST_WHOLE ? 0 : 1 - distance(typed, name) / longest;
}

function sharedWords(typed: readonly string[], name: readonly string[], weightOf: WeightOf): number {
  const forgiveOne = typed.length === 1 ? FORGIVE_ONE.alone : FORGIVE_ONE.among;
  const explained: number[] = [];
  let weight = 0;
  let found = 0;
  let isMissing = false;
  let cost = 0;
  for (const [place, word] of typed.entries()) {
    const { likeness, at } = mostAlike(word, place, name, forgiveOne);
    if (likeness === 0 && place > 0 && NUMBER.test(word)) {
      cost = MISSING_NUMBER;
      continue;
    }
    weight += weightOf(word);
    found += weightOf(word) * likeness;
    if (likeness === 0) isMissing = true;
    else explained.push(at);
  }
  if (found === 0) return 0;
  if (explained.some((at, index) => index > 0 && at !== explained[index - 1]! + 1)) cost += SCATTERED;
  const share = found / weight;
  return (isMissing ? (share + explainedShare(name, explained, weightOf)) / 2 : share) - cost;
}

/** The share of a name's words, by weight, that a typed word explains. Numbers do not count. */
function explainedShare(name: readonly string[], explained: readonly number[], weightOf: WeightOf): number {
  let all = 0;
  let some = 0;
  for (const [place, word] of name.entries()) {
    if (NUMBER.test(word)) continue;
    all += weightOf(word);
    if (explained.includes(place)) some += weightOf(word);
  }
  return all === 0 ? 0 : some / all;
}

/** The word of a name that is most like a typed word, and the likeness, 0 to 1. */
function mostAlike(
  word: string,
  place: number,
  name: readonly string[],
  forgiveOne: number,
): { likeness: number; at: number } {
  const forms = place > 0 ? [word, ...otherNumberForms(word)] : [word];
  const same = name.findIndex((other) => forms.includes(other));
  if (same >= 0) return { likeness: 1, at: same };
  let most = { likeness: 0, at: -1 };
  for (const [at, other] of name.entries()) {
    const likeness = likenessOf(word, other, forgiveOne);
    if (likeness > most.likeness) most = { likeness, at };
  }
  return most;
}

function likenessOf(word: string, other: string, forgiveOne: number): number {
  // People seldom mistype the first letter, and a number with a wrong figure is another number.
  if (word[0] !== other[0] || NUMBER.test(word)) return 0;
  const { letters, share } = BEGINNING;
  if (word.length >= letters && word.length >= share * other.length && other.startsWith(word)) {
    return LIKENESS_OF_BEGINNING;
  }
  const forgiven = word.length >= FORGIVE_TWO ? 2 : word.length >= forgiveOne ? 1 : 0;
  if (forgiven === 0) return 0;
  const changed = lettersChanged(word, other, forgiven, false);
  return changed > forgiven ? 0 : 1 - changed / word.length;
}
