/**
 * The number of strings in the pool.
 *
 * Raw files repeat a few thousand short strings (keys, game names, ids) millions of times. The pool gives the
 * same string object for equal texts while they keep coming. The price is a hash, which the reader computes
 * while it scans.
 *
 * There is a second reason: in V8, a `slice` of 13 characters or more keeps the whole original string alive, so
 * that a set of user ids would hold on to every line of the file. A string from the pool is independent of its
 * line.
 */
const SLOTS = 1 << 14;

/** The greatest length of a pooled string, in UTF-16 units. Longer strings are seldom repeated. */
export const POOLED_LENGTH = 64;

/**
 * The length in UTF-16 units from which V8's slices refer to the original (`SlicedString::kMinLength`). Shorter
 * ones are copies.
 */
const SHARED_SLICE_LENGTH = 13;

const strings: string[] = new Array<string>(SLOTS).fill('');
/** The length of the string in each slot. */
const lengths = new Uint8Array(SLOTS);
/** The UTF-16 units of the pooled strings. Comparing these is quicker than comparing strings. */
const pooledUnits = new Uint16Array(SLOTS * POOLED_LENGTH);

/** Mixes one more UTF-16 unit into a hash that starts at 0 (one step of FNV-1a). */
export function mixHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * Does `text.slice(start, end)` for a slice of at most `POOLED_LENGTH` units, and takes the string from the
 * pool if it is there.
 *
 * @param units the UTF-16 units of `text`
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

/** A copy of a slice that does not keep the original string in memory. */
function ownCopy(slice: string): string {
  // Joining an array creates a new flat string; + would only link the two halves.
  return slice.length < SHARED_SLICE_LENGTH ? slice : [slice.slice(0, 1), slice.slice(1)].join('');
}
