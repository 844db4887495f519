/**
 * The places of each key. Nearly every key has one place, which is kept without a list: the garbage collector goes through
 * every list each time, and stops the program meanwhile.
 */
export class PlacesByKey {
  readonly #places = new Map<string, number | number[]>();

  add(key: string, place: number): void {
    const before = this.#places.get(key);
    if (before === undefined) this.#places.set(key, place);
    else if (typeof before === 'number') this.#places.set(key, [before, place]);
    else before.push(place);
  }

  /** The places of a key, in the order in which they were added. */
  of(key: string): readonly number[] {
    const places = this.#places.get(key);
    return typeof places === 'number' ? [places] : (places ?? []);
  }
}
