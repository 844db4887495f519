/**
 * A sparse row of weights. Packed for the database, it has all weights (float32) first, then their columns
 * (uint16), both little-endian: six bytes a weight. One answer unpacks a few hundred rows.
 */
export interface SparseRow {
  /** The column of each weight, 0 to 65,535. */
  columns: Uint16Array;
  /** The weights, at the same places as their columns. */
  weights: Float32Array;
}

/** The number of columns that a model may have: a packed column number has 16 bits. */
export const MAX_COLUMNS = 2 ** 16;

const BYTES_A_WEIGHT = 6;

/** Packs a row into the bytes of a `bytea`. */
export function packRow({ columns, weights }: SparseRow): Buffer {
  const packed = Buffer.alloc(columns.length * BYTES_A_WEIGHT);
  // Every platform that Node.js runs on is little-endian, so the bytes in memory are already those that are stored.
  packed.set(bytesOf(weights), 0);
  packed.set(bytesOf(columns), weights.byteLength);
  return packed;
}

/**
 * Unpacks a row. The result may share the memory of `packed`.
 *
 * @throws RangeError where the number of bytes is not a multiple of six
 */
export function unpackRow(packed: Uint8Array): SparseRow {
  if (packed.length % BYTES_A_WEIGHT !== 0) {
    throw new RangeError(`A packed row has ${BYTES_A_WEIGHT} bytes a weight; this one has ${packed.length}.`);
  }
  const length = packed.length / BYTES_A_WEIGHT;
  const { buffer, byteOffset } = aligned(packed);
  return {
    weights: new Float32Array(buffer, byteOffset, length),
    columns: new Uint16Array(buffer, byteOffset + 4 * length, length),
  };
}

/** The same bytes at an address that floats can be read from. A driver's bytes may start anywhere in its buffer. */
function aligned(packed: Uint8Array): Uint8Array {
  return packed.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0 ? packed : new Uint8Array(packed);
}

function bytesOf(array: Float32Array | Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
