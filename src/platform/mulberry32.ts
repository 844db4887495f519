/**
 * A generator of numbers that look random, from 0 up to but not including 1: Tommy Ettinger's Mulberry32. The
 * same seed gives the same numbers on every machine, because the generator uses integer arithmetic alone.
 *
 * The bundled sample and the intervals that `npm run evaluate` prints were drawn with this sequence, and no
 * generator of the package `pure-rand` gives it. Code whose numbers may change uses that package instead.
 *
 * @param seed an integer of 32 bits
 * @returns a function that gives the next number at each call
 */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
