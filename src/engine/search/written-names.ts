import { distance } from 'fastest-levenshtein';
import type { Steps } from '../../platform/in-turns.ts';
import { type FoldedName, foldName, joinWords, withFigures } from './fold.ts';
import { PlacesByKey } from './places-by-key.ts';
import { SameNames } from './same-names.ts';

/**
 * The number of characters of a typed text that are folded and compared. Only an exact match reads the whole text. Folding
 * some texts takes time with the square of their length, so nothing longer is folded.
 */
export const LONGEST_TYPED = 400;

/** The number of names between two pauses, some tenths of a millisecond of work. A pause costs more than a name. */
const NAMES_A_STEP = 100;

/** The number of names compared letter by letter between two pauses, less than a millisecond of work. */
const COMPARISONS_A_STEP = 500;

/** A name or a typed text in the two forms in which they are compared. */
export interface WrittenName {
  folded: FoldedName;
  /** The same with figures for Roman numbers; the same object where there are none. */
  figures: FoldedName;
}

/** Both forms of a name or a typed text. */
function writtenName(name: string): WrittenName {
  const folded = foldName(name);
  const figures = withFigures(folded.words);
  return { folded, figures: figures === folded.words ? folded : joinWords(figures) };
}

/** Both forms of a typed text, of which no more than {@link LONGEST_TYPED} characters count. */
export function typedName(typed: string): WrittenName {
  return writtenName(typed.slice(0, LONGEST_TYPED));
}

/** Names in the caller's order, and the ways to find them by typed texts. A name is given by its place in that order. */
export class WrittenNames {
  readonly #names: string[] = [];
  readonly #joined: string[] = [];
  readonly #exact = new PlacesByKey();
  readonly #folded = new SameNames();
  readonly #figures = new SameNames();

  /**
   * @param names in the order that their places count in
   * @returns the names, and the folded words of each, which are needed no longer than other things are made from them
   */
  static *build(names: Iterable<string>): Steps<{ written: WrittenNames; words: (readonly string[])[] }> {
    const written = new WrittenNames();
    const words: (readonly string[])[] = [];
    for (const name of names) {
      words.push(written.#add(name.trim()));
      if (words.length % NAMES_A_STEP === 0) yield;
    }
    return { written, words };
  }

  /** The names without the spaces around them. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** Each name folded and without spaces, in the same order. */
  get joined(): readonly string[] {
    return this.#joined;
  }

  /** One name, folded anew: to keep all in this form would be most of what the program keeps in memory. */
  folded(place: number): FoldedName {
    return foldName(this.#names[place]!);
  }

  /** @returns the name's folded words */
  #add(name: string): readonly string[] {
    const { folded, figures } = writtenName(name);
    const place = this.#names.push(name) - 1;
    this.#joined.push(folded.joined);
    this.#exact.add(name, place);
    this.#folded.add(folded);
    this.#figures.add(figures);
    return folded.words;
  }

  /** The places of the names that equal the typed text but for spaces around it. */
  exact(typed: string): readonly number[] {
    return this.#exact.of(typed.trim());
  }

  /**
   * The places of the names that differ from the typed text only in case, accents, punctuation, spaces or
   * word order. If there are none, the writing of numbers may differ too.
   */
  sameWriting(typed: string): number[] {
    const wanted = typed.trim();
    if (wanted.length > LONGEST_TYPED) return [];
    const { folded, figures } = writtenName(wanted);
    // A text of nothing but punctuation folds to an empty one, and would match every name that does the same.
    if (folded.joined === '') return [];
    const found = this.#folded.places(folded);
    return found.length > 0 ? found : this.#figures.places(figures);
  }

  /** The places of the names that differ from this one only in spaces, word order or the writing of numbers. */
  sameFigures({ figures }: WrittenName): number[] {
    return this.#figures.places(figures);
  }

  /**
   * The places of at most `limit` names that differ from the typed text by few letters, the nearest first.
   *
   * @param most the greatest share of letters, 0 to 1, that may differ
   */
  *nearest(typed: string, limit: number, most: number): Steps<number[]> {
    const wanted = typedName(typed).folded.joined;
    if (wanted === '') return [];
    const near: { index: number; cost: number }[] = [];
    for (const [index, joined] of this.#joined.entries()) {
      const cost = changedShare(wanted, joined, most);
      if (cost <= most) near.push({ index, cost });
      if (index % COMPARISONS_A_STEP === 0) yield;
    }
    return near
      .toSorted((a, b) => a.cost - b.cost || a.index - b.index)
      .slice(0, limit)
      .map(({ index }) => index);
  }
}

/**
 * The share of letters, 0 to 1, that must change to turn one text into the other. Exact up to `most`; above it, it may be 1.
 */
function changedShare(typed: string, name: string, most: number): number {
  const longest = Math.max(typed.length, name.length);
  // The lengths alone show that most names differ too much, without comparing letters.
  if (longest === 0 || Math.abs(typed.length - name.length) > most * longest) return 1;
  return distance(typed, name) / longest;
}
