import vader from 'vader-sentiment';
import { lexicon } from 'vader-sentiment/src/vader_lexicon.js';
import { isAllCapitals, stripPunctuation } from './words.ts';

const { never_check: negationCheck } = vader.SentimentIntensityAnalyzer;

/**
 * The amount that a degree adverb adds to a valence. The authors of VADER measured it on a scale of 1 to 4
 * (Hutto & Gilbert 2014, table 3).
 */
export const DEGREE = 0.293;

// The degree adverbs of VADER 3.3. The package does not export its list, which is that of an earlier VADER and
// 18 words shorter.
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
 * The entries in which the lexicon of the authors' program (3.3) differs from that of the package, an earlier
 * VADER: three new words and one new rating. They are worked out from scores of the authors' program. It gives
 * the text "heart" 0.6369, for example, which is 3.2 / √(3.2² + 15).
 */
const RATED_SINCE = [
  ['heart', 3.2],
  ['hearts', 3.3],
  ['badass', 1.4],
  ['flawed', -2.1],
] as const;

// A Map, because an object would have "constructor" as a word.
const RATINGS = new Map([...Object.entries(lexicon), ...RATED_SINCE]);

/** The properties of a word that the rules of VADER use. */
export class Word {
  /** The word in small letters, without the punctuation around it. */
  readonly lower: string;
  /** Whether the word is written in capitals. */
  readonly allCapitals: boolean;
  /**
   * The mean rating by the people who judged words for VADER, −4 to 4; `undefined` for a word outside the
   * lexicon.
   */
  readonly rating: number | undefined;
  /** The amount that a degree adverb adds to the word after it: 0.293 or −0.293; 0 for any other word. */
  readonly boost: number;
  #negates: boolean | undefined;

  constructor(token: string) {
    const stripped = stripPunctuation(token);
    this.lower = stripped.toLowerCase();
    this.allCapitals = isAllCapitals(stripped);
    this.rating = RATINGS.get(this.lower);
    this.boost = BOOSTS.get(this.lower) ?? 0;
  }

  /**
   * Whether the word negates, such as "not", "never" or "isn't". It is worked out only when it is needed, which
   * is seldom, because the package goes through its whole list for each word.
   */
  get negates(): boolean {
    this.#negates ??= negationCheck(1, [this.lower, ''], 0, 1) !== 1;
    return this.#negates;
  }
}

const known = new Map<string, Word>();
/**
 * The number of distinct tokens whose words are kept. In the real reviews the first 50,000 distinct tokens
 * cover about nine in ten of all tokens.
 */
const MAX_KNOWN = 50_000;
/** The greatest length of a token that is kept, in UTF-16 units. */
const MAX_KNOWN_LENGTH = 24;

/**
 * The word of a token, as the token stands in the text. The words of common tokens are made once and kept.
 *
 * This is no `Memo`, because every token of every review passes here: the first tokens are kept rather than the
 * last ones, and long tokens are not kept at all.
 */
export function wordOf(token: string): Word {
  let word = known.get(token);
  if (word === undefined) {
    word = new Word(token);
    if (known.size < MAX_KNOWN && token.length <= MAX_KNOWN_LENGTH) known.set(token, word);
  }
  return word;
}
