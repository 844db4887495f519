import { type DenseRows, gatherRows, multiplyGram, type SparseRows } from './sparse-rows.ts';

/**
 * Weighted ridge regression with several targets, from sparse rows X to Y: the B (features × targets) that solves
 *
 *     (XᵀWX + ridge I) B = XᵀWY
 *
 * by conjugate gradients (Hestenes and Stiefel, 1952). Each target has step lengths of its own.
 *
 * @param weights the weight of each row, the diagonal of W
 * @param steps the number of steps
 */
export function fitRidge(
  rows: SparseRows,
  targets: DenseRows,
  weights: Float64Array,
  ridge: number,
  steps: number,
): DenseRows {
  const { width } = targets;
  const length = rows.size * width;
  const solution = new Float64Array(length);
  const residual = gatherRows(rows, weighted(targets, weights)).values;
  const direction = residual.slice();
  let squares = columnDots(residual, residual, width);
  for (let step = 0; step < steps; step++) {
    const product = multiplyGram(rows, { values: direction, width }, weights).values;
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

/** Each row times its weight. */
function weighted({ values, width }: DenseRows, weights: Float64Array): DenseRows {
  return { values: values.map((value, at) => value * weights[Math.floor(at / width)]!), width };
}

/** The dot products of the columns of two matrices. */
function columnDots(a: Float64Array, b: Float64Array, width: number): Float64Array {
  const dots = new Float64Array(width);
  for (let at = 0, column = 0; at < a.length; at++, column = column + 1 === width ? 0 : column + 1) {
    dots[column]! += a[at]! * b[at]!;
  }
  return dots;
}
