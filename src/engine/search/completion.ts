import type { Steps } from '../../platform/in-turns.ts';
import { Initials, type InitialsFit } from './initials.ts';
import { TextLines } from './text-lines.ts';
import { buildVocabulary, MARK, MAX_TYPED_WORDS, type Vocabulary } from './vocabulary.ts';
import { type WrittenName, type WrittenNames, writtenName } from './written-names.ts';

/** More than this of what was typed is not read, but for an exact match. */
const LONGEST_TYPED = 400;

/** How well a name fits, the coarse part: the next better always comes before. */
const FIT = { partly: 1, loosely: 2, plainly: 3, sameWriting: 4, exactly: 5 } as const;
/** Ranks are `STEP` × the fit, plus half a step for what comes first within it, plus points (far fewer). */
const STEP = 1000;

/** Points; a doubling of the weight is one. */
const POINTS = {
  /** The name begins with what was typed. */
  begins: 2.5,
  /** For each typed word that is only the beginning of a word. */
  wordBegun: -0.5,
  /** For each typed word with one or two letters wrong. */
  oneLetter: -3,
  twoLetters: -6,
  initials: { whole: 0, start: -2, inside: -6 },
  /** What was typed stands in the name, but begins or ends in the middle of words. */
  insideWords: -3,
} as const;

/** Marks of what was typed, joined, in a name. */
const JOINED = { begins: 2, inside: 1 } as const;
/** What is shorter than this is not looked for in the middle of words: in scripts without spaces two letters tell much. */
const SHORTEST_INSIDE = { ascii: 3, other: 2 } as const;
/** One letter of so few is not forgiven. */
const FEW_LETTERS = 3;
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Where in a mark of initials the bits of the typed words stand. */
const INITIALS: Readonly<Record<InitialsFit, number>> = { whole: 0, start: 8, inside: 16 };

type Accept = (name: number) => boolean;
type Add = (name: number, fit: number, points: number) => void;

/** Names that are typed, and what decides between those that fit. */
export interface CompletableNames {
  readonly written: WrittenNames;
  /** How widely known each is: players, games; 0 or more. */
  readonly weights: readonly number[];
  /** Whether it comes after all others that fit as well: a DLC. */
  readonly secondary?: readonly boolean[];
}

/**
 * Names by their beginnings, as they are typed: forgives case, accents, word order, left-out spaces, small typos and the
 * writing of numbers, and knows initials. Every look-up goes through all words of all names, so it costs about the same
 * (a millisecond or two for 37,000 names) whatever is typed.
 */
export class Completion {
  readonly #written: WrittenNames;
  readonly #points: Float64Array;
  readonly #secondary: readonly boolean[];
  readonly #vocabulary: Vocabulary;
  /** Places of words in the vocabulary: those of name `i` are from `#firstWord[i]` to before `#firstWord[i + 1]`. */
  readonly #words: Uint32Array;
  readonly #firstWord: Uint32Array;
  readonly #joined: TextLines;
  readonly #initials: Initials;

  private constructor(
    { written, weights, secondary = [] }: CompletableNames,
    words: readonly (readonly string[])[],
    { vocabulary, places }: { vocabulary: Vocabulary; places: Uint32Array },
    initials: Initials,
  ) {
    this.#written = written;
    this.#points = Float64Array.from(weights, (weight) => Math.log2(1 + weight));
    this.#secondary = secondary;
    this.#vocabulary = vocabulary;
    this.#words = places;
    this.#firstWord = new Uint32Array(words.length + 1);
    for (const [name, { length }] of words.entries()) {
      this.#firstWord[name + 1] = this.#firstWord[name]! + length;
    }
    this.#joined = new TextLines(written.forms.map(({ folded }) => folded.joined));
    this.#initials = initials;
  }

  /** @param names in the order in which equally good ones are told */
  static *build(names: CompletableNames): Steps<Completion> {
    const words = names.written.forms.map((form) => form.folded.words);
    const vocabulary = yield* buildVocabulary(words);
    const initials = new Initials(words);
    yield;
    return new Completion(names, words, vocabulary, initials);
  }

  /**
   * The places of at most `limit` names (a handful, not thousands) that may be meant by what was typed so far, best first.
   * Nothing typed: those that come first in order. Where no name has all the words, those that have all but one.
   */
  complete(typed: string, limit: number, accept: Accept = () => true): number[] {
    const exact = new Set(this.#written.exact(typed));
    const wanted = writtenName(typed.slice(0, LONGEST_TYPED));
    const best = new Best(limit);
    const partly = new Best(limit);
    const add = (name: number, fit: number, points: number) => {
      const first = this.#secondary[name] ? 0 : STEP / 2;
      const list = fit < FIT.loosely ? partly : best;
      const rank = fit * STEP + first + this.#points[name]! + points;
      // Thousands of names have a word that begins with one letter: only those that would be shown are looked at.
      if (list.wants(rank) && accept(name)) list.add(name, rank);
    };

    if (wanted.folded.words.length === 0) this.#addBySigns(typed.trim(), exact, add);
    else this.#addByWords(wanted, exact, add);
    return best.names.length > 0 ? best.names : partly.names;
  }

  /** No letter or figure was typed: nothing, or the beginning of a name like `>observer_`. */
  #addBySigns(signs: string, exact: ReadonlySet<number>, add: Add): void {
    for (const [name, text] of this.#written.names.entries()) {
      if (text.startsWith(signs)) add(name, exact.has(name) ? FIT.exactly : FIT.plainly, 0);
    }
  }

  #addByWords(wanted: WrittenName, exact: ReadonlySet<number>, add: Add): void {
    const same = new Set(this.#written.sameFigures(wanted));
    const words = wanted.folded.words.slice(0, MAX_TYPED_WORDS);
    const marks = this.#vocabulary.mark(words);
    const joined = this.#markJoined(wanted.folded.joined);
    const initials = this.#markInitials(words);

    const wordsOfNames = this.#words;
    let place = 0;
    for (let name = 0; name < joined.length; name++) {
      let mark = 0;
      for (const end = this.#firstWord[name + 1]!; place < end; place++) mark |= marks[wordsOfNames[place]!]!;
      if (mark === 0 && joined[name] === 0 && initials[name] === 0) continue;

      if (exact.has(name)) add(name, FIT.exactly, 0);
      // A DLC that is called `War` does not come before what most people would go on to type.
      else if (same.has(name) && !this.#secondary[name]) add(name, FIT.sameWriting, 0);
      else {
        const found = fitOf(words, mark, joined[name]!, initials[name]!);
        if (found !== undefined) add(name, found.fit, found.points);
      }
    }
  }

  /** For each name, whether all that was typed, without spaces, begins it or stands in it. */
  #markJoined(typed: string): Uint8Array {
    const marks = new Uint8Array(this.#points.length);
    const shortest = BEYOND_ASCII.test(typed) ? SHORTEST_INSIDE.other : SHORTEST_INSIDE.ascii;
    if (typed.length < shortest) return marks;
    this.#joined.find(typed, (name, offset) => {
      const begins = offset === 0 || (offset === 3 && this.#written.forms[name]!.folded.words[0] === 'the');
      marks[name] = begins ? JOINED.begins : JOINED.inside;
    });
    return marks;
  }

  /** For each name, which of the typed words are initials of it, or all of them together (`cs go`). */
  #markInitials(words: readonly string[]): Uint32Array {
    const marks = new Uint32Array(this.#points.length);
    const all = (1 << words.length) - 1;
    for (const [bit, word] of words.entries()) {
      this.#initials.find(word, (name, fit) => {
        marks[name]! |= (1 << bit) << INITIALS[fit];
      });
    }
    this.#initials.find(words.join(''), (name, fit) => {
      marks[name]! |= all << INITIALS[fit];
    });
    return marks;
  }
}

/** How well a name fits from how its words (see `MARK`), itself as a whole and its initials are like the typed words. */
function fitOf(
  words: readonly string[],
  mark: number,
  joined: number,
  initials: number,
): { fit: number; points: number } | undefined {
  if (joined === JOINED.begins) return { fit: FIT.plainly, points: POINTS.begins };

  let missing = 0;
  let missingLetters = 0;
  let letters = 0;
  let mistyped = 0;
  let points = 0;
  for (let bit = 0; bit < words.length; bit++) {
    const { length } = words[bit]!;
    letters += length;
    if (isSet(mark, MARK.exact + bit)) continue;
    if (isSet(mark, MARK.begins + bit)) points += POINTS.wordBegun;
    else if (isSet(initials, INITIALS.whole + bit)) points += POINTS.initials.whole;
    else if (isSet(initials, INITIALS.start + bit)) points += POINTS.initials.start;
    else if (isSet(initials, INITIALS.inside + bit)) points += POINTS.initials.inside;
    else if (isSet(mark, MARK.oneLetter + bit) || isSet(mark, MARK.twoLetters + bit)) {
      mistyped++;
      points += isSet(mark, MARK.oneLetter + bit) ? POINTS.oneLetter : POINTS.twoLetters;
    } else {
      missing++;
      missingLetters += length;
    }
  }
  if (missing + mistyped === 0) return { fit: FIT.plainly, points };
  if (missing === 0) return { fit: FIT.loosely, points };
  if (joined === JOINED.inside) return { fit: FIT.loosely, points: POINTS.insideWords };
  // A word of one letter that isn't there is a wrong letter, too: the `3` of a game that isn't out, an `i` before the `ii`.
  if (missing === 1 && missingLetters === 1 && mistyped === 0 && letters > FEW_LETTERS) {
    return { fit: FIT.loosely, points: points + POINTS.oneLetter };
  }
  // One word may be wrong, if all others are right and it is not most of what was typed.
  if (missing === 1 && mistyped === 0 && missingLetters * 2 <= letters) return { fit: FIT.partly, points };
  return undefined;
}

function isSet(bits: number, bit: number): boolean {
  return ((bits >>> bit) & 1) !== 0;
}

/** The names with the highest ranks, highest first; of equals, those added first. */
class Best {
  readonly names: number[] = [];
  readonly #ranks: number[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether a name of this rank would be among them. */
  wants(rank: number): boolean {
    const { length } = this.#ranks;
    return length < this.#limit || rank > this.#ranks[length - 1]!;
  }

  add(name: number, rank: number): void {
    let place = this.#ranks.length;
    while (place > 0 && rank > this.#ranks[place - 1]!) place--;
    this.#ranks.splice(place, 0, rank);
    this.names.splice(place, 0, name);
    if (this.names.length > this.#limit) {
      this.#ranks.pop();
      this.names.pop();
    }
  }
}
