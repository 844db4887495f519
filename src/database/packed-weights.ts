/**
 * A sparse row of weights as it is stored: the weights (float32) one after another, then their columns (uint16),
 * little-endian. Six bytes a weight; an answer unpacks a few hundred rows.
 */
export interface SparseRow {
  /** Numbers of columns, 0 to 65,535. */
  columns: Uint16Array;
  weights: Float32Array;
}

/** The greatest number of columns that a packed row can point into. */
export const MAX_COLUMNS = 2 ** 16;

const BYTES_A_WEIGHT = 6;

/** The bytes of a row, for a `bytea`. */
export function packRow({ columns, weights }: SparseRow): Buffer {
  const packed = Buffer.alloc(columns.length * BYTES_A_WEIGHT);
  // Every platform that Node.js runs on is little-endian, so typed arrays are stored as they lie in memory.
  packed.set(bytesOf(weights), 0);
  packed.set(bytesOf(columns), weights.byteLength);
  return packed;
}

/** The row that was packed; it may lie in the same memory. @throws RangeError where the bytes aren't a packed row */
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

/** Numbers as they are stored: float32, one after another. */
export function packNumbers(numbers: ArrayLike<number>): Buffer {
  return Buffer.from(bytesOf(Float32Array.from(numbers)));
}

/** The numbers that were packed. */
export function unpackNumbers(packed: Uint8Array): Float32Array {
  const { buffer, byteOffset, length } = aligned(packed);
  return new Float32Array(buffer, byteOffset, length / Float32Array.BYTES_PER_ELEMENT);
}

/** What a driver hands over may begin anywhere in its own buffer, and floats need an aligned start. */
function aligned(packed: Uint8Array): Uint8Array {
  return packed.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0 ? packed : new Uint8Array(packed);
}

function bytesOf(array: Float32Array | Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
