import vader from 'vader-sentiment';
import { lexicon } from 'vader-sentiment/src/vader_lexicon.js';
import { isAllCapitals, stripPunctuation } from './words.ts';

const { never_check: negationCheck } = vader.SentimentIntensityAnalyzer;

/** The effect of a degree adverb, measured by VADER's authors on a scale of 1 to 4 (Hutto & Gilbert 2014, table 3). */
export const DEGREE = 0.293;

// The package's own list is that of an earlier VADER (18 fewer) and isn't exported; these are those of VADER 3.3.
const INTENSIFIERS =
  'absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously ' +
  'entirely especially exceptional exceptionally extreme extremely fabulously flippin flipping frackin fracking ' +
  'frickin fricking friggin frigging fuckin fucking fuggin fugging fully greatly hella highly hugely incredible ' +
  'incredibly intensely major majorly more most particularly purely quite really remarkably so substantially ' +
  'thoroughly total totally tremendous tremendously uber unbelievably unusually utter utterly very';
const DAMPENERS =
  'almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly scarce ' +
  'scarcely slight slightly somewhat sorta sortof sort-of';

const BOOSTS = new Map([
  ...INTENSIFIERS.split(' ').map((word) => [word, DEGREE] as const),
  ...DAMPENERS.split(' ').map((word) => [word, -DEGREE] as const),
]);

/**
 * Where the lexicon of the authors' program (3.3) differs from the package's, which is of an earlier VADER: three words
 * are new and one is rated anew. Worked out from the scores of the authors' program: it gives the text "heart" 0.6369,
 * which is 3.2 / √(3.2² + 15).
 */
const RATED_SINCE = [
  ['heart', 3.2],
  ['hearts', 3.3],
  ['badass', 1.4],
  ['flawed', -2.1],
] as const;

// A Map: in an object, "constructor" would be a word of the lexicon.
const RATINGS = new Map([...Object.entries(lexicon), ...RATED_SINCE]);

/** What VADER's rules ask of a word. */
export class Word {
  /** Without punctuation around it, in small letters. */
  readonly lower: string;
  readonly allCapitals: boolean;
  /** The mean rating of VADER's judges, −4 to 4; `undefined` for a word that the lexicon does not hold. */
  readonly rating: number | undefined;
  /** What a degree adverb adds to the word after it: 0.293, −0.293, or 0 for any other word. */
  readonly boost: number;
  #negates: boolean | undefined;

  constructor(token: string) {
    const stripped = stripPunctuation(token);
    this.lower = stripped.toLowerCase();
    this.allCapitals = isAllCapitals(stripped);
    this.rating = RATINGS.get(this.lower);
    this.boost = BOOSTS.get(this.lower) ?? 0;
  }

  /** "not", "never", "isn't" and the like. Asked of few words, and the package runs through its list for each. */
  get negates(): boolean {
    this.#negates ??= negationCheck(1, [this.lower, ''], 0, 1) !== 1;
    return this.#negates;
  }
}

const known = new Map<string, Word>();
/** The first 50,000 distinct tokens of the real reviews cover about nine in ten of all; the rest is made anew. */
const MAX_KNOWN = 50_000;
const MAX_KNOWN_LENGTH = 24;

/**
 * What the rules ask of a token, as it stands in the text: worked out once for each token that is met often. Not a `Memo`: every
 * word of every review passes here, the first tokens are kept rather than the last, and long ones not at all.
 */
export function wordOf(token: string): Word {
  let word = known.get(token);
  if (word === undefined) {
    word = new Word(token);
    if (known.size < MAX_KNOWN && token.length <= MAX_KNOWN_LENGTH) known.set(token, word);
  }
  return word;
}
