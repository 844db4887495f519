import type { SparseRow } from '../../database/packed-weights.ts';

/**
 * The largest weights of a row by absolute value, in the order of their columns. Of equal weights the one in the
 * lower column is kept. Zeroes are never kept.
 *
 * @param kept the number of weights to keep
 * @param as gives the number that is stored for a weight
 */
export function pruneRow(
  row: Float64Array,
  kept: number,
  as: (weight: number) => number = (weight) => weight,
): SparseRow {
  const candidates: number[] = [];
  const threshold = nthLargest(row, kept);
  let above = 0;
  for (const weight of row) if (Math.abs(weight) > threshold) above++;
  let ties = kept - above;
  for (let column = 0; column < row.length; column++) {
    const size = Math.abs(row[column]!);
    if (size === 0 || size < threshold) continue;
    if (size === threshold && ties-- <= 0) continue;
    candidates.push(column);
  }
  return {
    columns: Uint16Array.from(candidates),
    weights: Float32Array.from(candidates, (column) => as(row[column]!)),
  };
}

/**
 * The n-th largest absolute value; 0 where there are fewer. Quickselect, so the row is gone through only a few
 * times.
 */
function nthLargest(row: Float64Array, n: number): number {
  if (n >= row.length) return 0;
  const sizes = row.map(Math.abs);
  const wanted = row.length - n;
  let low = 0;
  let high = sizes.length - 1;
  while (low < high) {
    const pivot = sizes[(low + high) >> 1]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (sizes[left]! < pivot) left++;
      while (sizes[right]! > pivot) right--;
      if (left > right) break;
      const swapped = sizes[left]!;
      sizes[left++] = sizes[right]!;
      sizes[right--] = swapped;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break;
  }
  return sizes[wanted]!;
}
