/** How closely directions are sought. */
export interface SubspaceParameters {
  /** Directions beyond those asked for, with which the iteration gets there sooner. */
  surplus: number;
  rounds: number;
}

/**
 * The eigenvectors of the largest eigenvalues of a symmetric matrix that has none below 0, row by row, found by subspace iteration
 * (Halko, Martinsson and Tropp, 2011): the largest first, each of length 1. The same matrix gives the same directions.
 */
export function principalDirections(
  matrix: Float64Array,
  size: number,
  count: number,
  { surplus, rounds }: SubspaceParameters,
): Float64Array[] {
  let basis = orthonormal(startingColumns(Math.min(size, count + surplus), size));
  for (let round = 0; round < rounds; round++) {
    basis = orthonormal(multiply(matrix, basis));
  }
  const lengths = multiply(matrix, basis).map(norm);
  const order = [...lengths.keys()].sort((a, b) => lengths[b]! - lengths[a]! || a - b);
  return order.slice(0, count).map((at) => basis[at]!);
}

/** Columns that are the same every time, and like no direction in particular. */
function startingColumns(width: number, size: number): Float64Array[] {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Array.from({ length: width }, () => Float64Array.from({ length: size }, next));
}

/** Four vectors at a time, so that the matrix is read a quarter as often: several times faster. */
function multiply(matrix: Float64Array, vectors: readonly Float64Array[]): Float64Array[] {
  const products = vectors.map(({ length }) => new Float64Array(length));
  for (let first = 0; first < vectors.length; first += 4) {
    const last = vectors.length - 1;
    const at = [first, first + 1, first + 2, first + 3].map((place) => Math.min(place, last));
    const [a, b, c, d] = at.map((place) => vectors[place]!) as [Vector, Vector, Vector, Vector];
    const [toA, toB, toC, toD] = at.map((place) => products[place]!) as [Vector, Vector, Vector, Vector];
    const size = a.length;
    for (let row = 0; row < size; row++) {
      let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0];
      for (let column = 0, cell = row * size; column < size; column++, cell++) {
        const value = matrix[cell]!;
        sumA += value * a[column]!;
        sumB += value * b[column]!;
        sumC += value * c[column]!;
        sumD += value * d[column]!;
      }
      toA[row] = sumA;
      toB[row] = sumB;
      toC[row] = sumC;
      toD[row] = sumD;
    }
  }
  return products;
}

type Vector = Float64Array;

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
