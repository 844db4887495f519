import type { Steps } from '../../platform/in-turns.ts';
import { sortedInSteps } from '../../platform/long-lists.ts';
import { Completion } from './completion.ts';
import { suggestPlaces } from './suggestions.ts';
import { WrittenNames } from './written-names.ts';

/** The result of a search for a typed name. */
export type Resolution =
  | { kind: 'found'; name: string }
  /**
   * Several names differ from the typed text only in case, accents, punctuation, spaces, word order or the
   * writing of numbers.
   */
  | { kind: 'ambiguous'; names: string[] }
  /** No name matches. Typos are never corrected silently, so similar names are suggested, best first. */
  | { kind: 'unknown'; suggestions: string[] };

/** A name and how widely known it is. */
export interface WeightedName {
  name: string;
  /** The number of its games, players or reviews; 0 or more. */
  weight: number;
}

/** Finds typed names of one kind: genres, developers or tags. */
export class NameIndex {
  /** All names, the most widely known first. */
  readonly names: readonly string[];
  readonly #written: WrittenNames;
  readonly #completion: Completion;
  readonly #weights: ReadonlyMap<string, number>;

  private constructor(
    weights: ReadonlyMap<string, number>,
    names: readonly string[],
    written: WrittenNames,
    completion: Completion,
  ) {
    this.#weights = weights;
    this.names = names;
    this.#written = written;
    this.#completion = completion;
  }

  /** @param names a name without a weight counts 0; if a name comes twice, the higher weight counts */
  static *build(names: Iterable<string | WeightedName>): Steps<NameIndex> {
    const weights = new Map<string, number>();
    for (const entry of names) {
      const { name, weight } = typeof entry === 'string' ? { name: entry, weight: 0 } : entry;
      weights.set(name, Math.max(weight, weights.get(name) ?? 0));
    }
    const ordered = yield* sortedInSteps(
      [...weights],
      ([a, some], [b, others]) => others - some || (a < b ? -1 : 1),
    );
    const inOrder = ordered.map(([name]) => name);
    const { written, words } = yield* WrittenNames.build(inOrder);
    const weighted = ordered.map(([, weight]) => weight);
    const completion = yield* Completion.build({ written, words, weights: weighted });
    return new NameIndex(weights, inOrder, written, completion);
  }

  /**
   * Finds the name that a text stands for: an exact match if there is one, or else the name that
   * differs only in writing.
   */
  *resolve(typed: string): Steps<Resolution> {
    const meant = this.#meant(typed);
    if (meant.length === 1) return { kind: 'found', name: meant[0]! };
    if (meant.length > 1) return { kind: 'ambiguous', names: meant };
    const suggestions = yield* suggestPlaces(typed, this.#completion, this.#written);
    return { kind: 'unknown', suggestions: suggestions.map((place) => this.names[place]!) };
  }

  /** How widely known one of the names is; 0 for any other text. */
  weightOf(name: string): number {
    return this.#weights.get(name) ?? 0;
  }

  /** The name that {@link resolve} finds, without suggestions, which cost much more. */
  find(typed: string): string | undefined {
    const meant = this.#meant(typed);
    return meant.length === 1 ? meant[0] : undefined;
  }

  /** The one name that a text stands for, or all that it may stand for, or none. */
  #meant(typed: string): string[] {
    const [exact] = this.#written.exact(typed);
    const places = exact === undefined ? this.#written.sameWriting(typed) : [exact];
    return places.map((place) => this.names[place]!);
  }

  /**
   * At most `limit` names that the text typed so far may stand for, best first. With nothing typed, the
   * most widely known.
   */
  *complete(typed: string, limit: number): Steps<string[]> {
    const places = yield* this.#completion.complete(typed, limit);
    return places.map((place) => this.names[place]!);
  }
}
