import { seeded } from '../../support/random.ts';

/** The inverse by plain Gauss–Jordan elimination, as rows of numbers. */
export function naiveInverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot++) {
    const best = work.slice(pivot).reduce((max, row, i) => {
      return Math.abs(row[pivot]!) > Math.abs(work[max]![pivot]!) ? pivot + i : max;
    }, pivot);
    [work[pivot], work[best]] = [work[best]!, work[pivot]!];
    const scale = work[pivot]![pivot]!;
    work[pivot] = work[pivot]!.map((value) => value / scale);
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const factor = work[row]![pivot]!;
      work[row] = work[row]!.map((value, j) => value - factor * work[pivot]![j]!);
    }
  }
  return work.map((row) => row.slice(size));
}

/** A generator of numbers from −0.5 to 0.5 that is the same for the same seed. */
export function numbers(seed: number): () => number {
  const next = seeded(seed);
  return () => next() - 0.5;
}

/** A symmetric positive definite matrix as rows of numbers. */
export function positiveDefinite(size: number, seed: number): number[][] {
  const next = numbers(seed);
  const half = Array.from({ length: size }, () => Array.from({ length: size }, next));
  return half.map((a, i) =>
    half.map((b, j) => a.reduce((sum, value, k) => sum + value * b[k]!, i === j ? 0.5 : 0)),
  );
}
