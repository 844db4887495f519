import { distance } from 'fastest-levenshtein';
import { type FoldedName, foldName } from './fold.ts';

/** What was found for a typed name. */
export type Resolution =
  | { kind: 'found'; name: string }
  /** Several names differ from what was typed in case, accents, punctuation, spaces or word order alone. */
  | { kind: 'ambiguous'; names: string[] }
  /** None does: a typo is not guessed, but answered with what may have been meant, best first. */
  | { kind: 'unknown'; suggestions: string[] };

const MAX_SUGGESTIONS = 5;

/** A name is suggested if no more than this share of its letters has to change. */
const MAX_CHANGED_SHARE = 0.4;

/** Names that a person may type. */
export class NameIndex {
  readonly #names: ReadonlySet<string>;
  readonly #folded: { name: string; folded: FoldedName }[];

  constructor(names: Iterable<string>) {
    this.#names = new Set(names);
    this.#folded = [...this.#names].map((name) => ({ name, folded: foldName(name) }));
  }

  /** The name that was meant: an exact match always wins; else the one that differs in writing alone. */
  resolve(typed: string): Resolution {
    const exact = typed.trim();
    if (this.#names.has(exact)) return { kind: 'found', name: exact };

    const wanted = foldName(exact);
    // Punctuation alone folds to nothing, and would match every other name that does.
    const names =
      wanted.joined === ''
        ? []
        : this.#folded
            .filter(({ folded }) => folded.joined === wanted.joined || folded.sorted === wanted.sorted)
            .map(({ name }) => name);
    if (names.length === 1) return { kind: 'found', name: names[0]! };
    if (names.length > 1) return { kind: 'ambiguous', names: names.toSorted() };
    return { kind: 'unknown', suggestions: this.#suggest(wanted) };
  }

  #suggest(wanted: FoldedName): string[] {
    if (wanted.joined === '') return [];
    return this.#folded
      .map(({ name, folded }) => ({ name, cost: changedShare(wanted.joined, folded.joined) }))
      .filter(({ cost }) => cost <= MAX_CHANGED_SHARE)
      .toSorted((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1))
      .slice(0, MAX_SUGGESTIONS)
      .map(({ name }) => name);
  }
}

/** The share of letters, 0 to 1, that must change to make one from the other; less where one begins the other. */
function changedShare(typed: string, name: string): number {
  if (typed.length >= 3 && name.startsWith(typed)) return 0.1 * (1 - typed.length / name.length);
  const longest = Math.max(typed.length, name.length);
  // The lengths alone tell that most names are too far, without comparing letters.
  if (longest === 0 || Math.abs(typed.length - name.length) > MAX_CHANGED_SHARE * longest) return 1;
  return distance(typed, name) / longest;
}
