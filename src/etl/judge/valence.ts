import vader from 'vader-sentiment';
import { DEGREE, type Word } from './vocabulary.ts';

const { least_check: leastCheck } = vader.SentimentIntensityAnalyzer;

/**
 * The amount that capitals add to a valence where not all of the text is in capitals (Hutto & Gilbert 2014).
 */
const CAPITALS = 0.733;
/** The factor for the valence of a negated word (Hutto & Gilbert 2014). */
const NEGATED = -0.74;
/**
 * The share of the effect of a degree adverb that is left 1, 2 and 3 words before the word that it modifies.
 */
const FADING = [1, 0.95, 0.9] as const;

/** Phrases with another meaning than their words, each with its valence. */
const IDIOMS = new Map([
  ['the shit', 3],
  ['the bomb', 3],
  ['bad ass', 1.5],
  ['bus stop', 0],
  ['yeah right', -2],
  ['kiss of death', -1.5],
  ['to die for', 3],
  ['beating heart', 3.1],
  ['broken heart', -2.9],
]);
/** Degree adverbs of two words, which weaken the word after them. */
const DAMPENING_PHRASES = new Set(['just enough', 'kind of', 'sort of']);
/**
 * The last words of all these phrases. A phrase is put together and looked up only where one of them is near.
 */
const PHRASE_ENDINGS = new Set([
  'shit',
  'bomb',
  'ass',
  'stop',
  'right',
  'death',
  'for',
  'heart',
  'enough',
  'of',
]);

/**
 * The valences of the words that have one, in the order of the text, after all of the rules of VADER about
 * words.
 */
export function wordValences(words: readonly Word[]): number[] {
  const valences: number[] = [];
  const positions: number[] = [];
  let capitals = 0;
  let but = -1;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.allCapitals) capitals++;
    if (but < 0 && word.lower === 'but') but = i;
    if (word.rating !== undefined && word.boost === 0) positions.push(i);
  }
  const emphatic = capitals > 0 && capitals < words.length;
  let kept = 0;
  for (const i of positions) {
    // The "kind" of "kind of" is a part of a dampener and means no kindness.
    if (words[i]!.lower === 'kind' && words[i + 1]?.lower === 'of') continue;
    const valence = valenceInContext(words, i, words[i]!.rating!, emphatic);
    if (valence === 0) continue;
    valences.push(valence);
    positions[kept++] = i;
  }
  if (but >= 0) weighByBut(valences, positions, but);
  return valences;
}

/**
 * The valence of the word at `i` after the effects of capitals and of the three words before it.
 *
 * @param rating the rating of the word in the lexicon
 * @param emphatic whether some, but not all, words of the text are in capitals
 */
function valenceInContext(words: readonly Word[], i: number, rating: number, emphatic: boolean): number {
  let valence = rating;
  const word = words[i]!;
  const previous = words[i - 1]?.lower;
  // A "no" before a rated word negates that word and has no valence of its own.
  if (word.lower === 'no' && words[i + 1]?.rating !== undefined) valence = 0;
  if (
    previous === 'no' ||
    words[i - 2]?.lower === 'no' ||
    (words[i - 3]?.lower === 'no' && (previous === 'or' || previous === 'nor'))
  ) {
    valence = rating * NEGATED;
  }
  if (emphatic && word.allCapitals) valence += valence > 0 ? CAPITALS : -CAPITALS;
  for (let distance = 0; distance < 3 && distance < i; distance++) {
    const modifier = words[i - distance - 1]!;
    if (modifier.rating !== undefined) continue;
    if (modifier.boost !== 0) valence += boostOf(modifier, valence, emphatic) * FADING[distance]!;
    valence = negate(valence, words, i, distance);
    if (distance === 2) valence = readPhrases(valence, words, i);
  }
  if (previous !== 'least') return valence;
  const before = words.slice(Math.max(0, i - 2), i).map((w) => w.lower);
  return leastCheck(valence, [...before, word.lower], before.length);
}

/** The amount that a degree adverb adds to a valence. */
function boostOf(modifier: Word, valence: number, emphatic: boolean): number {
  const boost = valence < 0 ? -modifier.boost : modifier.boost;
  if (!emphatic || !modifier.allCapitals) return boost;
  return valence > 0 ? boost + CAPITALS : boost - CAPITALS;
}

/**
 * The valence after a negation by the word at `distance + 1` before `i`. The `never_check` of the package
 * differs from the authors' program in three ways: it knows small letters only, it strengthens "never so good"
 * by 1.5 and not by 1.25, and it takes "without doubt" for a negation.
 */
function negate(valence: number, words: readonly Word[], i: number, distance: number): number {
  const modifier = words[i - distance - 1]!;
  if (distance > 0) {
    const next = words[i - distance]!.lower;
    const previous = words[i - 1]!.lower;
    // At distance 2, a "so" or "this" right before the word strengthens it without any "never". The authors'
    // program does so, too.
    if ((modifier.lower === 'never' && isSoOrThis(next)) || (distance === 2 && isSoOrThis(previous))) {
      return valence * 1.25;
    }
    if (modifier.lower === 'without' && (next === 'doubt' || previous === 'doubt')) return valence;
  }
  return modifier.negates ? valence * NEGATED : valence;
}

function isSoOrThis(word: string): boolean {
  return word === 'so' || word === 'this';
}

/**
 * The valence after the idioms and the dampeners of two words that lie from three words before `i` to two words
 * after it; `i` is at least 3.
 */
function readPhrases(valence: number, words: readonly Word[], i: number): number {
  let ending = false;
  for (let j = i - 2; j <= i + 2 && j < words.length; j++) ending ||= PHRASE_ENDINGS.has(words[j]!.lower);
  if (!ending) return valence;

  const at = (from: number, to: number): string =>
    words
      .slice(i + from, i + to + 1)
      .map((word) => word.lower)
      .join(' ');
  const before = [at(-1, 0), at(-2, 0), at(-2, -1), at(-3, -1), at(-3, -2)].find((phrase) =>
    IDIOMS.has(phrase),
  );
  let read = before === undefined ? valence : IDIOMS.get(before)!;
  if (i + 1 < words.length) read = IDIOMS.get(at(0, 1)) ?? read;
  if (i + 2 < words.length) read = IDIOMS.get(at(0, 2)) ?? read;
  // Where both pairs are dampeners, the package dampens once. The authors' program dampens once for each, as
  // here.
  if (DAMPENING_PHRASES.has(at(-3, -2))) read -= DEGREE;
  if (DAMPENING_PHRASES.has(at(-2, -1))) read -= DEGREE;
  return read;
}

/**
 * Halves each valence before the first "but" and adds half to each one after it. The authors' program finds a
 * valence by its value, so of equal valences it weighs the first one again and again. This function does the
 * same, to agree with that program.
 *
 * @param positions the index of the word of each valence
 * @param but the index of the first "but"
 */
function weighByBut(valences: number[], positions: readonly number[], but: number): void {
  for (let n = 0; n < valences.length; n++) {
    const first = valences.indexOf(valences[n]!);
    const position = positions[first]!;
    if (position !== but) valences[first] = valences[first]! * (position < but ? 0.5 : 1.5);
  }
}
