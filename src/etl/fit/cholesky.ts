/**
 * The inverse of a symmetric positive definite matrix by a blocked Cholesky factorisation, in steps of
 * independent tasks that any number of threads can share. Each task writes one tile, adding in a fixed order, so
 * the result is the same to the last bit however many threads there are and whoever takes which task.
 *
 * G = L L'; Y = (L^-1)'; G^-1 = Y Y'. Every product is of the form A B' on tiles of {@link TILE} rows, so one
 * kernel does all the work (Golub and Van Loan, Matrix Computations, §4.2).
 */

/** Rows of a tile: a multiple of 3, for the kernel, and three tiles fit the second-level cache. */
const TILE = 66;
const TILE_SIZE = TILE * TILE;

/** What the threads share. */
export interface SharedMatrices {
  /** Rows of the matrix. */
  size: number;
  /** Lower triangle of G, then of L, then of the inverse; tile by tile. */
  factor: SharedArrayBuffer;
  /** Y = (L^-1)': tile (i, j) of the lower triangle holds the transpose of that of L^-1. */
  inverse: SharedArrayBuffer;
  /** The inverted tiles on the diagonal of L. */
  diagonal: SharedArrayBuffer;
  /** The next task of each step. */
  counters: SharedArrayBuffer;
}

/** Waits until every thread has come here. */
export type Barrier = () => void;

/** The matrix did not have the form that was promised. */
export class NotPositiveDefiniteError extends Error {
  constructor() {
    super('The matrix is not positive definite.');
    this.name = 'NotPositiveDefiniteError';
  }
}

/** Copies the lower triangle of a matrix (row by row, `size`²) into tiles; what pads the last ones is the identity. */
export function shareMatrix(matrix: Float64Array, size: number): SharedMatrices {
  const tiles = Math.ceil(size / TILE);
  const bytes = ((tiles * (tiles + 1)) / 2) * TILE_SIZE * 8;
  const shared: SharedMatrices = {
    size,
    factor: new SharedArrayBuffer(bytes),
    inverse: new SharedArrayBuffer(bytes),
    diagonal: new SharedArrayBuffer(tiles * TILE_SIZE * 8),
    counters: new SharedArrayBuffer(4 * (2 * tiles + 2)),
  };
  for (let i = 0; i < tiles; i++) {
    for (let j = 0; j <= i; j++) {
      const tile = tileOf(shared.factor, i, j);
      for (let row = 0; row < TILE; row++) {
        const r = i * TILE + row;
        if (r < size) {
          const end = Math.min(TILE, size - j * TILE);
          tile.set(matrix.subarray(r * size + j * TILE, r * size + j * TILE + end), row * TILE);
        } else if (i === j) {
          tile[row * TILE + row] = 1;
        }
      }
    }
  }
  return shared;
}

/** The whole symmetric matrix (row by row) from the tiles of its lower triangle. */
export function unshareMatrix({ factor, size }: SharedMatrices, into: Float64Array): void {
  const tiles = Math.ceil(size / TILE);
  for (let i = 0; i < tiles; i++) {
    for (let j = 0; j <= i; j++) {
      const tile = tileOf(factor, i, j);
      const rows = Math.min(TILE, size - i * TILE);
      const columns = Math.min(TILE, size - j * TILE);
      for (let row = 0; row < rows; row++) {
        const end = i === j ? row + 1 : columns;
        for (let column = 0; column < end; column++) {
          const value = tile[row * TILE + column]!;
          const r = i * TILE + row;
          const c = j * TILE + column;
          into[r * size + c] = value;
          into[c * size + r] = value;
        }
      }
    }
  }
}

/**
 * One thread's share of the inversion, in place.
 *
 * @throws NotPositiveDefiniteError on every thread
 */
export function invertShared(shared: SharedMatrices, barrier: Barrier): void {
  const { factor, inverse, diagonal } = shared;
  const tiles = Math.ceil(shared.size / TILE);
  const counters = new Int32Array(shared.counters);
  const each = (step: number, tasks: number, work: (task: number) => void) => {
    for (let task = take(counters, step); task < tasks; task = take(counters, step)) work(task);
    barrier();
  };
  const scratch = new Float64Array(TILE_SIZE);

  for (let k = 0; k < tiles; k++) {
    const inverted = diagonalTile(diagonal, k);
    each(2 * k, 1, () => factorTile(tileOf(factor, k, k), inverted));
    if (Number.isNaN(inverted[0])) throw new NotPositiveDefiniteError();
    const below = tiles - k - 1;
    // The tiles of a column in turn, then what they change: a thread updates a row of tiles at a time.
    const solve = (i: number) => {
      const tile = tileOf(factor, i, k);
      scratch.set(tile);
      tile.fill(0);
      addProduct(tile, scratch, inverted, 1);
    };
    each(2 * k + 1, below, (task) => solve(k + 1 + task));
    counters[2 * tiles] = 0;
    barrier();
    each(2 * tiles, below, (task) => {
      // Long rows first: the threads end together.
      const i = tiles - 1 - task;
      for (let j = k + 1; j <= i; j++) {
        addProduct(tileOf(factor, i, j), tileOf(factor, i, k), tileOf(factor, j, k), -1);
      }
    });
  }

  counters[2 * tiles] = 0;
  barrier();
  each(2 * tiles, tiles, (j) => {
    tileOf(inverse, j, j).set(transposed(diagonalTile(diagonal, j)));
    for (let i = j + 1; i < tiles; i++) {
      scratch.fill(0);
      for (let k = j; k < i; k++) addProduct(scratch, tileOf(inverse, k, j), tileOf(factor, i, k), 1);
      addProduct(tileOf(inverse, i, j), scratch, diagonalTile(diagonal, i), -1);
    }
  });

  each(2 * tiles + 1, tiles, (i) => {
    for (let j = 0; j <= i; j++) {
      const tile = tileOf(factor, i, j);
      tile.fill(0);
      for (let k = i; k < tiles; k++) addProduct(tile, tileOf(inverse, k, i), tileOf(inverse, k, j), 1);
    }
  });
}

function take(counters: Int32Array, step: number): number {
  return Atomics.add(counters, step, 1);
}

function tileOf(buffer: SharedArrayBuffer, row: number, column: number): Float64Array {
  return new Float64Array(buffer, ((row * (row + 1)) / 2 + column) * TILE_SIZE * 8, TILE_SIZE);
}

function diagonalTile(buffer: SharedArrayBuffer, index: number): Float64Array {
  return new Float64Array(buffer, index * TILE_SIZE * 8, TILE_SIZE);
}

/** Factors a tile in place (its upper triangle becomes 0) and inverts the factor; NaN where it can't. */
function factorTile(tile: Float64Array, inverted: Float64Array): void {
  for (let j = 0; j < TILE; j++) {
    let pivot = tile[j * TILE + j]!;
    for (let k = 0; k < j; k++) pivot -= tile[j * TILE + k]! ** 2;
    if (!(pivot > 0)) {
      inverted.fill(Number.NaN);
      return;
    }
    const root = Math.sqrt(pivot);
    tile[j * TILE + j] = root;
    for (let i = j + 1; i < TILE; i++) {
      let sum = tile[i * TILE + j]!;
      for (let k = 0; k < j; k++) sum -= tile[i * TILE + k]! * tile[j * TILE + k]!;
      tile[i * TILE + j] = sum / root;
      tile[j * TILE + i] = 0;
    }
  }
  for (let j = 0; j < TILE; j++) {
    inverted[j * TILE + j] = 1 / tile[j * TILE + j]!;
    for (let i = j + 1; i < TILE; i++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum -= tile[i * TILE + k]! * inverted[k * TILE + j]!;
      inverted[i * TILE + j] = sum / tile[i * TILE + i]!;
    }
  }
}

function transposed(tile: Float64Array): Float64Array {
  const result = new Float64Array(TILE_SIZE);
  for (let i = 0; i < TILE; i++) {
    for (let j = 0; j < TILE; j++) result[j * TILE + i] = tile[i * TILE + j]!;
  }
  return result;
}

/** c += sign × a b', on tiles. Nine sums at once: they stay in registers (4 × 4 spills, and was slower). */
function addProduct(c: Float64Array, a: Float64Array, b: Float64Array, sign: 1 | -1): void {
  for (let i = 0; i < TILE; i += 3) {
    const a0 = i * TILE;
    const a1 = a0 + TILE;
    const a2 = a1 + TILE;
    for (let j = 0; j < TILE; j += 3) {
      const b0 = j * TILE;
      const b1 = b0 + TILE;
      const b2 = b1 + TILE;
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s20 = 0;
      let s21 = 0;
      let s22 = 0;
      for (let k = 0; k < TILE; k++) {
        const x0 = a[a0 + k]!;
        const x1 = a[a1 + k]!;
        const x2 = a[a2 + k]!;
        const y0 = b[b0 + k]!;
        const y1 = b[b1 + k]!;
        const y2 = b[b2 + k]!;
        s00 += x0 * y0;
        s01 += x0 * y1;
        s02 += x0 * y2;
        s10 += x1 * y0;
        s11 += x1 * y1;
        s12 += x1 * y2;
        s20 += x2 * y0;
        s21 += x2 * y1;
        s22 += x2 * y2;
      }
      const c0 = a0 + j;
      const c1 = a1 + j;
      const c2 = a2 + j;
      c[c0] = c[c0]! + sign * s00;
      c[c0 + 1] = c[c0 + 1]! + sign * s01;
      c[c0 + 2] = c[c0 + 2]! + sign * s02;
      c[c1] = c[c1]! + sign * s10;
      c[c1 + 1] = c[c1 + 1]! + sign * s11;
      c[c1 + 2] = c[c1 + 2]! + sign * s12;
      c[c2] = c[c2]! + sign * s20;
      c[c2 + 1] = c[c2 + 1]! + sign * s21;
      c[c2 + 2] = c[c2 + 2]! + sign * s22;
    }
  }
}
