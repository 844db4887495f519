import type { Steps } from '../../platform/in-turns.ts';
import { Completion } from './completion.ts';
import { suggestPlaces } from './suggestions.ts';
import { WrittenNames } from './written-names.ts';

/** What was found for a typed name. */
export type Resolution =
  | { kind: 'found'; name: string }
  /** Several names differ from what was typed in case, accents, punctuation, spaces or word order alone. */
  | { kind: 'ambiguous'; names: string[] }
  /** None does: a typo is not guessed, but answered with what may have been meant, best first. */
  | { kind: 'unknown'; suggestions: string[] };

/** A name, and how widely known it is: games, players; 0 or more. */
export interface WeightedName {
  name: string;
  weight: number;
}

/** Names that a person may type: genres, developers, tags. */
export class NameIndex {
  /** All of them, the most widely known first. */
  readonly names: readonly string[];
  readonly #written: WrittenNames;
  readonly #completion: Completion;

  private constructor(names: readonly string[], written: WrittenNames, completion: Completion) {
    this.names = names;
    this.#written = written;
    this.#completion = completion;
  }

  /** @param names a plain name weighs nothing; of one that comes twice the higher weight counts */
  static *build(names: Iterable<string | WeightedName>): Steps<NameIndex> {
    const weights = new Map<string, number>();
    for (const entry of names) {
      const { name, weight } = typeof entry === 'string' ? { name: entry, weight: 0 } : entry;
      weights.set(name, Math.max(weight, weights.get(name) ?? 0));
    }
    const ordered = [...weights].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
    const inOrder = ordered.map(([name]) => name);
    yield;
    const written = yield* WrittenNames.build(inOrder);
    const completion = yield* Completion.build({ written, weights: ordered.map(([, weight]) => weight) });
    return new NameIndex(inOrder, written, completion);
  }

  /** The name that was meant: an exact match always wins; else the one that differs in writing alone. */
  resolve(typed: string): Resolution {
    const [exact] = this.#written.exact(typed);
    if (exact !== undefined) return { kind: 'found', name: this.names[exact]! };
    const same = this.#written.sameWriting(typed).map((place) => this.names[place]!);
    if (same.length === 1) return { kind: 'found', name: same[0]! };
    if (same.length > 1) return { kind: 'ambiguous', names: same };
    const suggestions = suggestPlaces(typed, this.#completion, this.#written);
    return { kind: 'unknown', suggestions: suggestions.map((place) => this.names[place]!) };
  }

  /** At most `limit` names that may be meant by what was typed so far, best first; nothing typed: the heaviest. */
  complete(typed: string, limit: number): string[] {
    return this.#completion.complete(typed, limit).map((place) => this.names[place]!);
  }
}
