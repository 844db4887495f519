/** A matrix that is mostly 0, row by row. */
export interface SparseRows {
  /** The entries of row i are those from `offsets[i]` up to `offsets[i + 1]`. */
  offsets: Uint32Array;
  /** The column (feature) of each entry. */
  features: Uint32Array;
  values: Float64Array;
  /** The number of columns (features). */
  size: number;
}

/** A matrix of numbers, row by row. */
export interface DenseRows {
  /** Row i begins at `i * width`. */
  values: Float64Array;
  /** The number of columns. */
  width: number;
}

/** The product X × B of sparse and dense rows. */
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

/** The product Xᵀ × rows. */
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
 * The product XᵀWX × B, a row of X at a time. XᵀWX itself, with a number for every two features, is never made.
 *
 * @param weights the weight of each row of X; unset: all are 1
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

/** Adds `scale` × a row to another row. */
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
