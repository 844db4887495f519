import type { FoldedName } from './fold.ts';

/** Finds folded names that are the same but for spaces or word order. */
export class SameNames {
  readonly #joined = new Map<string, number[]>();
  readonly #ordered = new Map<string, number[]>();
  #count = 0;

  /** Adds a name at the next place. */
  add(name: FoldedName): void {
    const place = this.#count++;
    addPlace(this.#joined, name.joined, place);
    if (name.words.length > 1) addPlace(this.#ordered, name.ordered, place);
  }

  /** The places, ascending, of the names that are the same as this one but for spaces or word order. */
  places(name: FoldedName): number[] {
    const joined = this.#joined.get(name.joined) ?? [];
    const reordered = name.words.length > 1 ? (this.#ordered.get(name.ordered) ?? []) : [];
    return [...new Set([...joined, ...reordered])].sort((a, b) => a - b);
  }
}

/** Adds a place to the list of a key. */
export function addPlace(places: Map<string, number[]>, key: string, place: number): void {
  const same = places.get(key);
  if (same === undefined) places.set(key, [place]);
  else same.push(place);
}
