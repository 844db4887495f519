import type { Columns } from './columns.ts';

/** The weights of a library in a Gram matrix. */
export interface GramWeights {
  /** The weight of a game that is owned but never played. A played game has weight 1. */
  owned: number;
  /** The power p in the weight of a user, (games owned)^-p. */
  userPower: number;
}

/**
 * The Gram matrix X' W X of libraries, row by row: lower triangle and diagonal; the upper triangle is 0. The time
 * grows with the sum of the squared sizes of the libraries.
 */
export function gramMatrix(columns: Columns, { owned, userPower }: GramWeights): Float64Array {
  const size = columns.gameIds.length;
  const gram = new Float64Array(size * size);
  const { offsets, columns: of, played } = columns.byUser;
  for (let user = 0; user < columns.users; user++) {
    const weight = userPower === 0 ? 1 : columns.librarySizes[user]! ** -userPower;
    const end = offsets[user + 1]!;
    for (let a = offsets[user]!; a < end; a++) {
      const one = of[a]!;
      const scaled = weight * (played[a] === 1 ? 1 : owned);
      if (scaled === 0) continue;
      for (let b = offsets[user]!; b <= a; b++) {
        const other = of[b]!;
        const cell = other <= one ? one * size + other : other * size + one;
        gram[cell]! += scaled * (played[b] === 1 ? 1 : owned);
      }
    }
  }
  return gram;
}

/** Adds a ridge to the diagonal. */
export function addRidge(matrix: Float64Array, size: number, ridge: number): void {
  for (let i = 0; i < size; i++) matrix[i * size + i]! += ridge;
}

/**
 * Turns the inverse P of a ridged Gram matrix into the weights of EASE, in place: B = I − P · diag(1 / diag P), so
 * the diagonal is 0. Row i holds the amounts that owning game i adds to every other game (Steck, Embarrassingly
 * Shallow Autoencoders for Sparse Data, WWW 2019).
 */
export function easeWeights(inverse: Float64Array, size: number): void {
  const diagonal = Float64Array.from({ length: size }, (_, i) => inverse[i * size + i]!);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      inverse[i * size + j] = i === j ? 0 : -inverse[i * size + j]! / diagonal[j]!;
    }
  }
}
