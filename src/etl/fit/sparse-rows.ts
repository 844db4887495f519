/** A matrix of which most is 0, row by row. */
export interface SparseRows {
  /** What row i has is from `offsets[i]` to `offsets[i + 1]`. */
  offsets: Uint32Array;
  features: Uint32Array;
  values: Float64Array;
  /** How many columns (features) there are. */
  size: number;
}

/** Rows of numbers, one after the other. */
export interface DenseRows {
  /** Row i is from `i * width`. */
  values: Float64Array;
  width: number;
}

/** X × B. */
export function multiplyRows({ offsets, features, values }: SparseRows, by: DenseRows): DenseRows {
  const { width } = by;
  const rows = offsets.length - 1;
  const product = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    for (let entry = offsets[row]!; entry < offsets[row + 1]!; entry++) {
      addScaled(product, row * width, by.values, features[entry]! * width, values[entry]!, width);
    }
  }
  return { values: product, width };
}

/** Xᵀ × rows. */
export function gatherRows({ offsets, features, values, size }: SparseRows, rows: DenseRows): DenseRows {
  const { width } = rows;
  const sums = new Float64Array(size * width);
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let entry = offsets[row]!; entry < offsets[row + 1]!; entry++) {
      addScaled(sums, features[entry]! * width, rows.values, row * width, values[entry]!, width);
    }
  }
  return { values: sums, width };
}

/**
 * XᵀWX × B, a row of X at a time: XᵀWX, with a number for every two features, is never made.
 *
 * @param weights one a row of X; unset: all are 1
 */
export function multiplyGram(
  { offsets, features, values, size }: SparseRows,
  by: DenseRows,
  weights?: Float64Array,
): DenseRows {
  const { width } = by;
  const product = new Float64Array(size * width);
  const ofRow = new Float64Array(width);
  for (let row = 0; row + 1 < offsets.length; row++) {
    ofRow.fill(0);
    const weight = weights?.[row] ?? 1;
    const [from, to] = [offsets[row]!, offsets[row + 1]!];
    for (let entry = from; entry < to; entry++) {
      addScaled(ofRow, 0, by.values, features[entry]! * width, weight * values[entry]!, width);
    }
    for (let entry = from; entry < to; entry++) {
      addScaled(product, features[entry]! * width, ofRow, 0, values[entry]!, width);
    }
  }
  return { values: product, width };
}

function addScaled(
  to: Float64Array,
  toAt: number,
  from: Float64Array,
  fromAt: number,
  scale: number,
  width: number,
): void {
  for (let at = 0; at < width; at++) to[toAt + at]! += scale * from[fromAt + at]!;
}
