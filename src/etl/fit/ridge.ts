import type { ContentVectors } from './game-content.ts';

/** Rows of numbers, one after the other. */
export interface DenseRows {
  /** Row i is from `i * width`. */
  values: Float64Array;
  width: number;
}

/**
 * Weighted ridge regression with several targets, from sparse rows x to y: the B (features × targets) that solves
 *
 *     (XᵀWX + ridge I) B = XᵀWY
 *
 * by conjugate gradients (Hestenes and Stiefel, 1952), every target with steps of its own.
 *
 * @param weights one a row
 */
export function fitRidge(
  rows: ContentVectors,
  targets: DenseRows,
  weights: Float64Array,
  ridge: number,
  steps: number,
): DenseRows {
  const { width } = targets;
  const length = rows.size * width;
  const solution = new Float64Array(length);
  const residual = gather(rows, weighted(targets, weights), width);
  const direction = residual.slice();
  let squares = columnDots(residual, residual, width);
  for (let step = 0; step < steps; step++) {
    const spread = { values: multiplyRows(rows, { values: direction, width }).values, width };
    const product = gather(rows, weighted(spread, weights), width);
    for (let at = 0; at < length; at++) product[at]! += ridge * direction[at]!;
    const along = columnDots(direction, product, width);
    const stride = along.map((value, column) => (value > 0 ? squares[column]! / value : 0));
    for (let at = 0, column = 0; at < length; at++, column = column + 1 === width ? 0 : column + 1) {
      solution[at]! += stride[column]! * direction[at]!;
      residual[at]! -= stride[column]! * product[at]!;
    }
    const next = columnDots(residual, residual, width);
    const keep = next.map((value, column) => (squares[column]! > 0 ? value / squares[column]! : 0));
    for (let at = 0, column = 0; at < length; at++, column = column + 1 === width ? 0 : column + 1) {
      direction[at] = residual[at]! + keep[column]! * direction[at]!;
    }
    squares = next;
  }
  return { values: solution, width };
}

/** X × B: what the fit says of each row. */
export function multiplyRows({ offsets, features, values }: ContentVectors, by: DenseRows): DenseRows {
  const { width } = by;
  const rows = offsets.length - 1;
  const product = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    for (let entry = offsets[row]!; entry < offsets[row + 1]!; entry++) {
      const from = features[entry]! * width;
      const value = values[entry]!;
      for (let column = 0; column < width; column++) {
        product[row * width + column]! += value * by.values[from + column]!;
      }
    }
  }
  return { values: product, width };
}

/** Xᵀ × rows. */
function gather({ offsets, features, values, size }: ContentVectors, rows: Float64Array, width: number) {
  const sums = new Float64Array(size * width);
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let entry = offsets[row]!; entry < offsets[row + 1]!; entry++) {
      const to = features[entry]! * width;
      const value = values[entry]!;
      for (let column = 0; column < width; column++) {
        sums[to + column]! += value * rows[row * width + column]!;
      }
    }
  }
  return sums;
}

function weighted({ values, width }: DenseRows, weights: Float64Array): Float64Array {
  return values.map((value, at) => value * weights[Math.floor(at / width)]!);
}

function columnDots(a: Float64Array, b: Float64Array, width: number): Float64Array {
  const dots = new Float64Array(width);
  for (let at = 0, column = 0; at < a.length; at++, column = column + 1 === width ? 0 : column + 1) {
    dots[column]! += a[at]! * b[at]!;
  }
  return dots;
}
