/** How closely directions are sought. */
export interface SubspaceParameters {
  /** Directions beyond those asked for, with which the iteration gets there sooner. */
  surplus: number;
  rounds: number;
}

/** A symmetric matrix without an eigenvalue below 0, by what it does to vectors: it need not be made. */
export interface SymmetricMatrix {
  size: number;
  /** Its product with each of some vectors. */
  multiply(vectors: readonly Float64Array[]): Float64Array[];
}

/**
 * The eigenvectors of a matrix's largest eigenvalues, found by subspace iteration (Halko, Martinsson and Tropp, 2011): the
 * largest first, each of length 1. The same matrix gives the same directions.
 */
export function principalDirections(
  { size, multiply }: SymmetricMatrix,
  count: number,
  { surplus, rounds }: SubspaceParameters,
): Float64Array[] {
  let basis = orthonormal(startingColumns(Math.min(size, count + surplus), size));
  for (let round = 0; round < rounds; round++) basis = orthonormal(multiply(basis));
  const lengths = multiply(basis).map(norm);
  const order = [...lengths.keys()].sort((a, b) => lengths[b]! - lengths[a]! || a - b);
  return order.slice(0, count).map((at) => basis[at]!);
}

/**
 * Columns that are the same every time, and like no direction in particular. By a generator of its own (linear congruential,
 * Numerical Recipes' constants): the iteration is ended long before the last digit, so that other columns would change every model
 * a little, and with it the figures that are published of it.
 */
function startingColumns(width: number, size: number): Float64Array[] {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Array.from({ length: width }, () => Float64Array.from({ length: size }, next));
}

/** Gram and Schmidt's, twice over, for the digits that the first pass loses. */
function orthonormal(columns: Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const own = column.slice();
    for (let pass = 0; pass < 2; pass++) {
      for (const other of basis) {
        let dot = 0;
        for (let at = 0; at < own.length; at++) dot += own[at]! * other[at]!;
        for (let at = 0; at < own.length; at++) own[at]! -= dot * other[at]!;
      }
    }
    const length = norm(own);
    basis.push(length > 1e-9 ? own.map((value) => value / length) : own.fill(0));
  }
  return basis;
}

function norm(vector: Float64Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares);
}
