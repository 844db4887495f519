/**
 * Raw files repeat a few thousand short strings (keys, game names, ids) millions of times. The pool gives one string
 * for equal ones while they keep coming, at the price of a hash that the reader works out as it scans.
 *
 * There is a second reason: V8's `slice` of 13 characters or more keeps the whole string that it was cut from alive,
 * so that a set of user ids would hold on to every line of the file. What comes out of the pool stands on its own.
 */
const SLOTS = 1 << 14;

/** Longer strings are seldom repeated and are not pooled. */
export const POOLED_LENGTH = 64;

/** V8 copies shorter slices (`SlicedString::kMinLength`). */
const SHARED_SLICE_LENGTH = 13;

const strings: string[] = new Array<string>(SLOTS).fill('');
const lengths = new Uint8Array(SLOTS);
/** The UTF-16 units of the strings, which are quicker to compare than the strings. */
const pooledUnits = new Uint16Array(SLOTS * POOLED_LENGTH);

/** Mixes one more UTF-16 unit into a hash that starts at 0 (FNV-1a's step). */
export function mixHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * `text.slice(start, end)`, of at most `POOLED_LENGTH` units, from the pool where it is there.
 *
 * @param units the units of `text`
 * @param hash `mixHash` over the units of the slice
 */
export function pooledSlice(
  text: string,
  units: Uint16Array,
  start: number,
  end: number,
  hash: number,
): string {
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const base = slot * POOLED_LENGTH;
  const length = end - start;
  if (lengths[slot] === length) {
    let same = 0;
    while (same < length && pooledUnits[base + same] === units[start + same]) same++;
    if (same === length) return strings[slot]!;
  }
  const fresh = ownCopy(text.slice(start, end));
  strings[slot] = fresh;
  lengths[slot] = length;
  for (let i = 0; i < length; i++) pooledUnits[base + i] = units[start + i]!;
  return fresh;
}

function ownCopy(slice: string): string {
  // Joining an array writes a new flat string, whereas + would only tie the two halves together.
  return slice.length < SHARED_SLICE_LENGTH ? slice : [slice.slice(0, 1), slice.slice(1)].join('');
}
