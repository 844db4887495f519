import type { Steps } from '../../platform/in-turns.ts';
import { forEachInSteps } from '../../platform/long-lists.ts';
import { BEYOND_ASCII } from './fold.ts';
import { Initials, type InitialsFit } from './initials.ts';
import { TextLines } from './text-lines.ts';
import { buildVocabulary, MARK, MAX_TYPED_WORDS, type Vocabulary, type WordsOfNames } from './vocabulary.ts';
import { typedName, type WrittenName, type WrittenNames } from './written-names.ts';

/** The classes of fit between a name and the typed text. Every name of a better class comes before all of a worse one. */
const FIT = { partly: 1, loosely: 2, plainly: 3, sameWriting: 4, exactly: 5 } as const;
/**
 * The distance in rank between two classes of fit. A rank is `STEP` × fit, plus half a step unless the name
 * is secondary, plus points. Points stay far below half a step.
 */
const STEP = 1000;

/** Points that order the names of one class of fit. A name also gets log₂(1 + weight), one point for each doubling. */
const POINTS = {
  /** The name begins with the typed text. */
  begins: 2.5,
  /** Each typed word that is only the beginning of a word of the name. */
  wordBegun: -0.5,
  /** Each typed word with one wrong letter. */
  oneLetter: -3,
  /** Each typed word with two wrong letters. */
  twoLetters: -6,
  /** Each typed word that stands for initials of the name, by their position in it. */
  initials: { whole: 0, start: -2, inside: -6 },
  /** The name contains the typed text, but the text begins or ends in the middle of a word. */
  insideWords: -3,
} as const;

/** The number of names looked at between two pauses, less than a millisecond of work. */
const NAMES_A_STEP = 4_000;

/** Marks of a name that contains the typed text when both are written without spaces. */
const JOINED = { begins: 2, inside: 1 } as const;
/**
 * The least number of typed characters that are searched for in the middle of words. Two suffice outside
 * ASCII, because two characters say much in a script without spaces.
 */
const SHORTEST_INSIDE = { ascii: 3, other: 2 } as const;
/** The number of typed letters up to which a missing word of one letter is not forgiven. */
const FEW_LETTERS = 3;

/** The position of the first bit of each kind of initials in a name's mark. Each kind has one bit for each typed word. */
const INITIALS: Readonly<Record<InitialsFit, number>> = { whole: 0, start: 8, inside: 16 };

/** Whether the name at this place may be completed to. */
type Accept = (name: number) => boolean;
/** Takes note of a name that fits. `name` is its place, `fit` a value of {@link FIT}. */
type Add = (name: number, fit: number, points: number) => void;

/** The names that can be completed to, and the values that decide between names that fit equally well. */
export interface CompletableNames {
  readonly written: WrittenNames;
  /** The folded words of each name. */
  readonly words: readonly (readonly string[])[];
  /** How widely known each name is, 0 or more: the number of its players or games. */
  readonly weights: readonly number[];
  /** Whether each name comes after all others of the same class of fit, as a DLC does. Unset: none does. */
  readonly secondary?: readonly boolean[];
}

/**
 * Completes names while they are typed. Completion forgives case, accents, word order, missing spaces, small
 * typos and the writing of numbers, and it knows initials. Every look-up goes through all words of all names,
 * so it costs a millisecond or two for nearly any text and 37,000 names. Texts that were made to be slow take
 * several times as long; a look-up is work in steps, so other work waits for none of them.
 */
export class Completion {
  readonly #written: WrittenNames;
  readonly #points: Float64Array;
  readonly #secondary: readonly boolean[];
  readonly #vocabulary: Vocabulary;
  /**
   * Places in the vocabulary. The words of name `i` stand from `#firstWord[i]` up to, not including,
   * `#firstWord[i + 1]`.
   */
  readonly #words: Uint32Array;
  readonly #firstWord: Uint32Array;
  readonly #joined: TextLines;
  readonly #initials: Initials;

  private constructor(
    { written, secondary = [] }: CompletableNames,
    points: Float64Array,
    { vocabulary, places, firstPlace }: WordsOfNames,
    joined: TextLines,
    initials: Initials,
  ) {
    this.#written = written;
    this.#points = points;
    this.#secondary = secondary;
    this.#vocabulary = vocabulary;
    this.#words = places;
    this.#firstWord = firstPlace;
    this.#joined = joined;
    this.#initials = initials;
  }

  /** @param names in the order in which completion lists names of equal rank */
  static *build(names: CompletableNames): Steps<Completion> {
    const { written, words } = names;
    const vocabulary = yield* buildVocabulary(words);
    const initials = yield* Initials.build(words);
    const joined = new TextLines(written.joined);
    const points = new Float64Array(words.length);
    yield* forEachInSteps(names.weights, (weight, name) => {
      points[name] = Math.log2(1 + weight);
    });
    return new Completion(names, points, vocabulary, joined, initials);
  }

  /**
   * Finds the names that the text typed so far may stand for. If no name has all the typed words, names with
   * all but one are taken. With nothing typed, the most widely known are, secondary ones last.
   *
   * @param limit the most names to find; a handful, because the list is kept in order by insertion
   * @returns places of names, best first
   */
  *complete(typed: string, limit: number, accept: Accept = () => true): Steps<number[]> {
    const exact = new Set(this.#written.exact(typed));
    const wanted = typedName(typed);
    const best = new Best(limit);
    const partly = new Best(limit);
    const add = (name: number, fit: number, points: number) => {
      const first = this.#secondary[name] ? 0 : STEP / 2;
      const list = fit < FIT.loosely ? partly : best;
      const rank = fit * STEP + first + this.#points[name]! + points;
      // Thousands of names have a word that begins with a given letter, so `accept` is asked only for names
      // that would be listed.
      if (list.wants(rank) && accept(name)) list.add(name, rank);
    };

    if (wanted.folded.words.length === 0) this.#addBySigns(typed.trim(), exact, add);
    else yield* this.#addByWords(wanted, exact, add);
    return best.names.length > 0 ? best.names : partly.names;
  }

  /** Adds names for a text without letters and digits: an empty one, or the beginning of a name like `>observer_`. */
  #addBySigns(signs: string, exact: ReadonlySet<number>, add: Add): void {
    for (const [name, text] of this.#written.names.entries()) {
      if (text.startsWith(signs)) add(name, exact.has(name) ? FIT.exactly : FIT.plainly, 0);
    }
  }

  *#addByWords(wanted: WrittenName, exact: ReadonlySet<number>, add: Add): Steps<void> {
    const same = new Set(this.#written.sameFigures(wanted));
    const words = wanted.folded.words.slice(0, MAX_TYPED_WORDS);
    const marks = yield* this.#vocabulary.mark(words);
    const joined = this.#markJoined(wanted.folded.joined);
    yield;
    const initials = yield* this.#markInitials(words);

    const wordsOfNames = this.#words;
    let place = 0;
    for (let name = 0; name < joined.length; name++) {
      if (name % NAMES_A_STEP === 0) yield;
      let mark = 0;
      for (const end = this.#firstWord[name + 1]!; place < end; place++) mark |= marks[wordsOfNames[place]!]!;
      if (mark === 0 && joined[name] === 0 && initials[name] === 0) continue;

      if (exact.has(name)) add(name, FIT.exactly, 0);
      // A DLC with the name `War` must not come before the games that most people are about to type.
      else if (same.has(name) && !this.#secondary[name]) add(name, FIT.sameWriting, 0);
      else {
        const found = fitOf(words, mark, joined[name]!, initials[name]!);
        if (found !== undefined) add(name, found.fit, found.points);
      }
    }
  }

  /** Marks each name (a value of {@link JOINED}, or 0) that begins with the typed text or contains it, without spaces. */
  #markJoined(typed: string): Uint8Array {
    const marks = new Uint8Array(this.#points.length);
    const shortest = BEYOND_ASCII.test(typed) ? SHORTEST_INSIDE.other : SHORTEST_INSIDE.ascii;
    if (typed.length < shortest) return marks;
    const the = this.#vocabulary.placeOf('the');
    this.#joined.find(typed, (name, offset) => {
      const begins = offset === 0 || (offset === 3 && this.#words[this.#firstWord[name]!] === the);
      marks[name] = begins ? JOINED.begins : JOINED.inside;
    });
    return marks;
  }

  /** Marks each name with the typed words that are initials of it. All words together may be initials too (`cs go`). */
  *#markInitials(words: readonly string[]): Steps<Uint32Array> {
    const marks = new Uint32Array(this.#points.length);
    const all = (1 << words.length) - 1;
    for (const [bit, word] of words.entries()) {
      this.#initials.find(word, (name, fit) => {
        marks[name]! |= (1 << bit) << INITIALS[fit];
      });
      yield;
    }
    this.#initials.find(words.join(''), (name, fit) => {
      marks[name]! |= all << INITIALS[fit];
    });
    return marks;
  }
}

/**
 * How well a name fits the typed words.
 *
 * @param mark the name's words compared with the typed ones; bits of {@link MARK}
 * @param joined the name without spaces compared with the typed text; a value of {@link JOINED}, or 0
 * @param initials the typed words that are initials of the name; bits of {@link INITIALS}
 * @returns undefined where the name does not fit
 */
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
  // A missing word of one letter counts as a wrong letter: the `3` of a game that isn't out, an `i` on the
  // way to `ii`.
  if (missing === 1 && missingLetters === 1 && mistyped === 0 && letters > FEW_LETTERS) {
    return { fit: FIT.loosely, points: points + POINTS.oneLetter };
  }
  // One word may be wrong if all others are right and it makes up no more than half of the typed letters.
  if (missing === 1 && mistyped === 0 && missingLetters * 2 <= letters) return { fit: FIT.partly, points };
  return undefined;
}

function isSet(bits: number, bit: number): boolean {
  return ((bits >>> bit) & 1) !== 0;
}

/** The names with the highest ranks, highest first. Of equal ranks, the name added first comes first. */
class Best {
  readonly names: number[] = [];
  readonly #ranks: number[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether a name of this rank would be kept. */
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
