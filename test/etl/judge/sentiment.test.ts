import { describe, expect, test } from 'vitest';
import { judgeSentiment } from '../../../src/etl/judge/sentiment.ts';

/** The paper's normalisation (Hutto & Gilbert 2014) of a sum of valences. Each test adds up that sum by hand. */
function compoundOf(sum: number): number {
  return Math.round((sum / Math.sqrt(sum * sum + 15)) * 10_000) / 10_000;
}

// Ratings of VADER's lexicon.
const GOOD = 1.9;
const GREAT = 3.1;
const FUN = 2.3;
const BAD = -2.5;
const SHIT = -2.6;
const KIND = 2.4;
const NO = -1.2;
const DOUBT = -1.5;
// VADER's constants: for a degree adverb, capitals, negation, one exclamation mark.
const DEGREE = 0.293;
const CAPITALS = 0.733;
const NEGATED = -0.74;
const EXCLAMATION = 0.292;

describe('the compounds that the authors publish in VADER’s README', () => {
  test.each([
    ['VADER is smart, handsome, and funny.', 0.8316],
    ['VADER is smart, handsome, and funny!', 0.8439],
    ['VADER is very smart, handsome, and funny.', 0.8545],
    ['VADER is VERY SMART, handsome, and FUNNY.', 0.9227],
    ['VADER is VERY SMART, handsome, and FUNNY!!!', 0.9342],
    ['VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!', 0.9469],
    ['VADER is not smart, handsome, nor funny.', -0.7424],
    ['The book was good.', 0.4404],
    ["At least it isn't a horrible book.", 0.431],
    ['The book was only kind of good.', 0.3832],
    ['The plot was good, but the characters are uncompelling and the dialog is not great.', -0.7042],
    ['Today SUX!', -0.5461],
    ["Today only kinda sux! But I'll get by, lol", 0.5249],
    ['Make sure you :) or :D today!', 0.8633],
    ['Not bad at all', 0.431],
  ])('%s', (text, compound) => {
    expect(judgeSentiment(text).compound).toBe(compound);
  });
});

describe('labels', () => {
  test('a text without a rated word, or no text, is neutral with exactly 0', () => {
    for (const text of ['', '   ', '!!!', 'a game with a map', '♥♥♥♥']) {
      expect(judgeSentiment(text)).toEqual({ compound: 0, sentiment: 1 });
    }
  });

  test('positive from 0.05 and negative from −0.05, by the rounded compound', () => {
    expect(judgeSentiment('good')).toEqual({ compound: compoundOf(GOOD), sentiment: 2 });
    expect(judgeSentiment('bad')).toEqual({ compound: compoundOf(BAD), sentiment: 0 });
    // In the lexicon "fav" is 2.0 and "adversity" −1.8. The sum is 0.2, the compound 0.0516.
    expect(judgeSentiment('fav and then the adversity')).toEqual({ compound: compoundOf(0.2), sentiment: 2 });
    // "axe" is −0.4 and "diving" 0.3. The sum is −0.1, the compound −0.0258.
    expect(judgeSentiment('an axe while we are diving')).toEqual({
      compound: compoundOf(-0.1),
      sentiment: 1,
    });
  });

  test('words that are also properties of every object are ordinary words', () => {
    expect(judgeSentiment('constructor toString hasOwnProperty __proto__').compound).toBe(0);
  });
});

describe('rules', () => {
  test.each([
    ['a degree adverb adds', 'very good', GOOD + DEGREE],
    ['a degree adverb adds less from further away', 'very very very good', GOOD + DEGREE * (1 + 0.95 + 0.9)],
    ['a dampening adverb takes away', 'somewhat good', GOOD - DEGREE],
    ['a degree adverb strengthens a negative word', 'very bad', BAD - DEGREE],
    ['adverbs that the package does not know', 'incredible good', GOOD + DEGREE],
    ['a degree adverb is never rated itself', 'the game is fucking', 0],
    ['"kind of" is not rated as "kind"', 'it is kind of there', 0],
    ['"kind" alone is rated', 'it is kind', KIND],
    ['"sort of" dampens from a phrase', 'it was sort of good', GOOD - DEGREE],
    ['capitals add where others are small', 'a GOOD game', GOOD + CAPITALS],
    ['capitals add nothing if all words have them', 'A GOOD GAME', GOOD],
    ['capitals of an adverb add, too', 'a VERY good game', GOOD + DEGREE + CAPITALS],
    ['negation turns a rating round', 'not good', GOOD * NEGATED],
    ['negation works in capitals, too', 'NOT good', GOOD * NEGATED],
    ['negation reaches three words ahead', "isn't the most good", (GOOD + DEGREE) * NEGATED],
    ['negation does not reach four words ahead', 'not in a long good', GOOD],
    ['"never so" strengthens', 'never so good', (GOOD + DEGREE) * 1.25],
    ['"without doubt" leaves the next word alone', 'without doubt good', DOUBT * NEGATED + GOOD],
    ['"no" before a rated word negates it', 'no good', GOOD * NEGATED],
    ['"no" alone has its rating', 'I said no', NO],
    ['"least" negates', 'least good', GOOD * NEGATED],
    ['"at least" does not negate', 'at least good', GOOD],
    ['"but" weighs the second half more', 'good but bad', GOOD * 0.5 + BAD * 1.5],
    ['"But" in capitals, too, weighs the second half more', 'good But bad', GOOD * 0.5 + BAD * 1.5],
    ['an idiom has a rating of its own', 'this game is the shit', 3],
    ['an idiom counts only from the fourth word of a text on', 'the shit', SHIT],
    ['an idiom counts in any case', 'This game is The Shit', 3],
    ['exclamation marks add, four at most', 'good!!!!!!', GOOD + 4 * EXCLAMATION],
    ['one question mark is a question', 'good?', GOOD],
    ['two or three question marks add 0.18 each', 'good???', GOOD + 3 * 0.18],
    ['more question marks add 0.96', 'good?????', GOOD + 0.96],
    ['exclamation marks strengthen negative words, too', 'bad!', BAD - EXCLAMATION],
    ['words of one letter count as words between', 'not a b c good', GOOD],
    ['ratings of the authors’ later lexicon', 'heart', 3.2],
    ['a lone heart is rated', 'nice map ♥', 1.8 + 3.2],
    ['censored words are not rated', '♥♥♥♥ great ♥♥♥♥♥♥', GREAT],
    ['emoji are read by name', 'Catch 💘 and 💋 and 😁', 3.2 + 1.8 + 2],
    ['an emoji is separated from the word that it sticks to', 'fun🐐', FUN],
  ])('%s: "%s"', (_rule, text, sum) => {
    expect(judgeSentiment(text).compound).toBe(compoundOf(sum));
  });

  test('of equal ratings around "but" the first one is weighted each time, as in the authors’ program', () => {
    expect(judgeSentiment('good but good').compound).toBe(compoundOf(GOOD * 0.5 + GOOD * 1.5));
    expect(judgeSentiment('it is but good and it is good').compound).toBe(compoundOf(GOOD * 3));
    // "kind" is 2.4, halved 1.2, and "ok" is 1.2. The turn of "ok" finds the halved rating, halves it again, and leaves "ok".
    expect(judgeSentiment('kind but then a map was ok').compound).toBe(compoundOf(KIND * 0.25 + 1.2));
  });
});
