import { distance } from 'fastest-levenshtein';
import type { Steps } from '../../platform/in-turns.ts';
import { type FoldedName, foldName, joinWords, withFigures } from './fold.ts';
import { addPlace, SameNames } from './same-names.ts';

/** A name is near to what was typed if no more than this share of its letters has to change. */
const MAX_CHANGED_SHARE = 0.4;

/** So many names are a step of some tenths of a millisecond; a pause costs more than a name. */
const A_STEP = 100;

/** What was typed, or a name, in the forms in which the two are compared. */
export interface WrittenName {
  folded: FoldedName;
  /** Its roman numbers in figures; the same object where it has none. */
  figures: FoldedName;
}

/** Both forms of a name. */
export function writtenName(name: string): WrittenName {
  const folded = foldName(name);
  const figures = withFigures(folded.words);
  return { folded, figures: figures === folded.words ? folded : joinWords(figures) };
}

/** Names in an order of their own, each known by its place in it, and which of them were meant by what was typed. */
export class WrittenNames {
  readonly #names: string[] = [];
  readonly #forms: WrittenName[] = [];
  readonly #exact = new Map<string, number[]>();
  readonly #folded = new SameNames();
  readonly #figures = new SameNames();

  /** Of names in their order. */
  static *build(names: Iterable<string>): Steps<WrittenNames> {
    const written = new WrittenNames();
    for (const name of names) {
      written.#add(name.trim());
      if (written.names.length % A_STEP === 0) yield;
    }
    return written;
  }

  /** Without the spaces around them. */
  get names(): readonly string[] {
    return this.#names;
  }

  get forms(): readonly WrittenName[] {
    return this.#forms;
  }

  #add(name: string): void {
    const form = writtenName(name);
    const place = this.#names.push(name) - 1;
    this.#forms.push(form);
    addPlace(this.#exact, name, place);
    this.#folded.add(form.folded);
    this.#figures.add(form.figures);
  }

  /** The places of the names that are exactly what was typed, but for spaces around it. */
  exact(typed: string): readonly number[] {
    return this.#exact.get(typed.trim()) ?? [];
  }

  /**
   * The places of the names that differ from what was typed in case, accents, punctuation, spaces or word order alone;
   * failing that, in the writing of numbers too.
   */
  sameWriting(typed: string): number[] {
    const { folded, figures } = writtenName(typed);
    // Punctuation alone folds to nothing, and would match every other name that does.
    if (folded.joined === '') return [];
    const found = this.#folded.places(folded);
    return found.length > 0 ? found : this.#figures.places(figures);
  }

  /** The places of the names that differ from this one in spaces, word order and the writing of numbers alone. */
  sameFigures({ figures }: WrittenName): number[] {
    return this.#figures.places(figures);
  }

  /** The places of at most `limit` names that few letters tell from what was typed, the nearest first. */
  nearest(typed: string, limit: number): number[] {
    const wanted = writtenName(typed).folded.joined;
    if (wanted === '') return [];
    return this.#forms
      .map(({ folded }, index) => ({ index, cost: changedShare(wanted, folded.joined) }))
      .filter(({ cost }) => cost <= MAX_CHANGED_SHARE)
      .toSorted((a, b) => a.cost - b.cost || a.index - b.index)
      .slice(0, limit)
      .map(({ index }) => index);
  }
}

/** The share of letters, 0 to 1, that must change to make one from the other. */
function changedShare(typed: string, name: string): number {
  const longest = Math.max(typed.length, name.length);
  // The lengths alone tell that most names are too far, without comparing letters.
  if (longest === 0 || Math.abs(typed.length - name.length) > MAX_CHANGED_SHARE * longest) return 1;
  return distance(typed, name) / longest;
}
