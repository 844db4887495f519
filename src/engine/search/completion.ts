import type { Steps } from '../../platform/in-turns.ts';
import { forEachInSteps } from '../../platform/long-lists.ts';
import { BEYOND_ASCII, withNumbersApart } from './fold.ts';
import { Initials, type InitialsFit } from './initials.ts';
import { TextLines } from './text-lines.ts';
import { buildVocabulary, MARK, MAX_TYPED_WORDS, type Vocabulary, type WordsOfNames } from './vocabulary.ts';
import { typedName, type WrittenName, type WrittenNames } from './written-names.ts';

/** The classes of fit between a name and the typed text. Every name of a better class comes before all of a worse one. */
const FIT = { partly: 1, loosely: 2, plainly: 3, sameWriting: 4, exactly: 5 } as const;
/** The distance in rank between two classes of fit. A rank is `STEP` × fit, plus points, which stay far below a step. */
const STEP = 1000;
/** The number of classes of fit by which a secondary name falls, so that it comes after every other that fits. */
const SECONDARY = 10;

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
  /** The name lacks some typed words: times the share of the typed weight that it has, from a half on. */
  found: 20,
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
/** The least number of letters that are read as the initials of a name that is not the one typed. */
const SHORTEST_INITIALS = 3;
/** How widely known a name must be to be known by its initials: the share, 0 to 1, of the best known name's weight. */
const KNOWN_BY_INITIALS = 1 / 200;
/** The least share, 0 to 1, of the best known name's weight that makes a name known to more than a few. */
const KNOWN_TO_SOME = 1 / 1000;
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
  /** Whether each name comes after all others that fit, as a DLC does, unless it is typed exactly. Unset: none does. */
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
  /** The points of the best known name. */
  readonly #most: number;

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
    this.#most = points.reduce((most, each) => Math.max(most, each), 0);
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
   * those that weigh most are taken. With nothing typed, the most widely known are, secondary ones last.
   *
   * @param limit the most names to find; a handful, because the list is kept in order by insertion
   * @returns places of names, best first
   */
  *complete(typed: string, limit: number, accept: Accept = () => true): Steps<number[]> {
    const { best, partly } = yield* this.#find(typed, limit, accept);
    return best.length > 0 ? best : partly;
  }

  /**
   * Finds the names to compare with a text that is no name: those that have all of its words, and those that have some.
   * Secondary names are left out.
   *
   * @param limit the most names of either kind
   * @returns places of names, in no order that says how close they are
   */
  *candidates(typed: string, limit: number): Steps<number[]> {
    const { best, partly } = yield* this.#find(typed, limit, (name) => !this.isSecondary(name));
    return [...best, ...partly];
  }

  /**
   * The best known names with these initials, or whose first words have them. Initials fit many names, so only the widely
   * known count: at least {@link KNOWN_BY_INITIALS} as widely as the best known of all. Secondary names are left out.
   *
   * @returns places of at most `limit` names, best known first
   */
  byInitials(typed: string, limit: number): number[] {
    if (typed.length < SHORTEST_INITIALS) return [];
    const least = Math.log2(KNOWN_BY_INITIALS) + this.#most;
    const found = new Best(limit);
    this.#initials.find(typed, (name, fit) => {
      const points = this.#points[name]!;
      if (fit === 'inside' || points < least || this.isSecondary(name) || found.names.includes(name)) return;
      if (found.wants(points)) found.add(name, points);
    });
    return found.names;
  }

  /** Whether only a few people know a name: it has less than {@link KNOWN_TO_SOME} of the best known name's weight. */
  isObscure(name: number): boolean {
    return this.#points[name]! < Math.log2(KNOWN_TO_SOME) + this.#most;
  }

  /** Whether a name comes after all others that fit. */
  isSecondary(name: number): boolean {
    return this.#secondary[name] === true;
  }

  /** The weight of a word; see {@link Vocabulary.weightOf}. */
  weightOf(word: string): number {
    return this.#vocabulary.weightOf(word);
  }

  /** The words of a typed text, with numbers apart from the letters before them (`civ6`). */
  wordsOf(wanted: WrittenName): readonly string[] {
    const { words } = wanted.folded;
    return withNumbersApart(words, (word) => this.#vocabulary.placeOf(word) !== undefined);
  }

  /** The places of the names that have all typed words, and of those that have only some, each list best first. */
  *#find(typed: string, limit: number, accept: Accept): Steps<{ best: number[]; partly: number[] }> {
    const exact = new Set(this.#written.exact(typed));
    const wanted = typedName(typed);
    const best = new Best(limit);
    const partly = new Best(limit);
    const add = (name: number, fit: number, points: number) => {
      // A secondary name must have all the words as they are typed, so that no DLC stands where no game fits.
      const after = this.#secondary[name] === true && fit < FIT.exactly;
      if (after && fit < FIT.plainly) return;
      const list = fit < FIT.loosely ? partly : best;
      const rank = (after ? fit - SECONDARY : fit) * STEP + this.#points[name]! + points;
      // Thousands of names have a word that begins with a given letter, so `accept` is asked only for names
      // that would be listed.
      if (list.wants(rank) && accept(name)) list.add(name, rank);
    };

    if (wanted.folded.words.length === 0) this.#addBySigns(typed.trim(), exact, add);
    else yield* this.#addByWords(wanted, exact, add);
    return { best: best.names, partly: partly.names };
  }

  /** Adds names for a text without letters and digits: an empty one, or the beginning of a name like `>observer_`. */
  #addBySigns(signs: string, exact: ReadonlySet<number>, add: Add): void {
    for (const [name, text] of this.#written.names.entries()) {
      if (text.startsWith(signs)) add(name, exact.has(name) ? FIT.exactly : FIT.plainly, 0);
    }
  }

  *#addByWords(wanted: WrittenName, exact: ReadonlySet<number>, add: Add): Steps<void> {
    const same = new Set(this.#written.sameFigures(wanted));
    const words = this.wordsOf(wanted).slice(0, MAX_TYPED_WORDS);
    const weights = words.map((word) => this.weightOf(word));
    const weight = weights.reduce((sum, each) => sum + each, 0);
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
      else if (same.has(name)) add(name, FIT.sameWriting, 0);
      else {
        const found = fitOf(words, weights, weight, mark, joined[name]!, initials[name]!);
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
 * @param weights the weights of these words
 * @param weight the sum of the weights
 * @param mark the name's words compared with the typed ones; bits of {@link MARK}
 * @param joined the name without spaces compared with the typed text; a value of {@link JOINED}, or 0
 * @param initials the typed words that are initials of the name; bits of {@link INITIALS}
 * @returns undefined where the name does not fit
 */
function fitOf(
  words: readonly string[],
  weights: readonly number[],
  weight: number,
  mark: number,
  joined: number,
  initials: number,
): { fit: number; points: number } | undefined {
  if (joined === JOINED.begins) return { fit: FIT.plainly, points: POINTS.begins };

  let missing = 0;
  let missingLetters = 0;
  let missingWeight = 0;
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
      missingWeight += weights[bit]!;
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
  // Some words may be wrong if all others are right and have at least half of the weight.
  if (mistyped === 0 && missingWeight * 2 <= weight) {
    return { fit: FIT.partly, points: points + (POINTS.found * (weight - missingWeight)) / weight };
  }
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
