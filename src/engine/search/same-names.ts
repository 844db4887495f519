import type { FoldedName } from './fold.ts';
import { PlacesByKey } from './places-by-key.ts';

/** Finds folded names that are the same but for spaces or word order. */
export class SameNames {
  readonly #joined = new PlacesByKey();
  readonly #ordered = new PlacesByKey();
  #count = 0;

  /** Adds a name at the next place. */
  add(name: FoldedName): void {
    const place = this.#count++;
    this.#joined.add(name.joined, place);
    if (name.words.length > 1) this.#ordered.add(name.ordered, place);
  }

  /** The places, ascending, of the names that are the same as this one but for spaces or word order. */
  places(name: FoldedName): number[] {
    const joined = this.#joined.of(name.joined);
    const reordered = name.words.length > 1 ? this.#ordered.of(name.ordered) : [];
    return [...new Set([...joined, ...reordered])].sort((a, b) => a - b);
  }
}
