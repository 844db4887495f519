/** The parameters of the subspace iteration. */
export interface SubspaceParameters {
  /** The number of directions beyond those asked for; with them the iteration needs fewer rounds. */
  surplus: number;
  /** The number of rounds of the iteration. */
  rounds: number;
}

/**
 * A symmetric matrix without an eigenvalue below 0, given by its products with vectors. The matrix itself need not
 * be made.
 */
export interface SymmetricMatrix {
  size: number;
  /** The product of the matrix with each of the vectors. */
  multiply(vectors: readonly Float64Array[]): Float64Array[];
}

/**
 * The eigenvectors of the largest eigenvalues of a matrix, the largest first, each of length 1. Subspace iteration
 * finds them (Halko, Martinsson and Tropp, 2011). The same matrix always gives the same directions.
 *
 * @param count the number of directions
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
 * Starting columns that are the same every time and favour no direction. They come from a generator of their own
 * (linear congruential, with the constants of Numerical Recipes). The iteration ends long before the last digit, so
 * other columns would change every model a little, and with it the published figures about the model.
 */
function startingColumns(width: number, size: number): Float64Array[] {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Array.from({ length: width }, () => Float64Array.from({ length: size }, next));
}

/** An orthonormal basis by the method of Gram and Schmidt, run twice for the digits that the first pass loses. */
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
