import { productKernel, TILE } from './product-kernel.ts';

/**
 * The inverse of a symmetric positive definite matrix by a blocked Cholesky factorisation, in steps of independent
 * tasks that any number of threads can share. Each task writes one tile and adds in a fixed order. So the result is
 * the same to the last bit, however many threads there are and whichever of them takes a task.
 *
 * G = L L'; Y = (L^-1)'; G^-1 = Y Y'. Every product has the form A B' on tiles of {@link TILE} rows, so one kernel
 * does all the work (Golub and Van Loan, Matrix Computations, §4.2).
 */

/** The number of cells of a tile. */
const TILE_SIZE = TILE * TILE;
/** The bytes of a tile: a cell is a float64. */
const TILE_BYTES = TILE_SIZE * 8;
/** The bytes of a page of WebAssembly memory. */
const PAGE_BYTES = 65_536;

/** The memory that the threads of an inversion share. */
export interface SharedMatrices {
  /** The number of rows of the matrix. */
  size: number;
  /**
   * The tiles, one after the other, in this order:
   *
   * - the lower triangle of G, which becomes that of L and at last that of the inverse;
   * - the lower triangle of L^-1, stored as Y = (L^-1)': tile (i, j) is the transpose of tile (i, j) of L^-1;
   * - the inverted tiles on the diagonal of L;
   * - one tile for each thread to work with.
   */
  tiles: WebAssembly.Memory;
  /** The next task of each step, and the next unused one of the tiles to work with. */
  counters: SharedArrayBuffer;
}

/** The place of the first tile of each kind, counted in tiles, and the number of rows of tiles. */
function layoutOf(size: number) {
  const rows = Math.ceil(size / TILE);
  const triangle = (rows * (rows + 1)) / 2;
  return { rows, factor: 0, inverse: triangle, diagonal: 2 * triangle, scratch: 2 * triangle + rows };
}

/** Waits until every thread has called it. */
export type Barrier = () => void;

/** The matrix to invert is not positive definite. */
export class NotPositiveDefiniteError extends Error {
  constructor() {
    super('The matrix is not positive definite.');
    this.name = 'NotPositiveDefiniteError';
  }
}

/**
 * Copies the lower triangle of a matrix (row by row, `size`²) into tiles. Padding in the last row of tiles is the
 * identity.
 *
 * @param threads the greatest number of threads that will work on the matrix
 */
export function shareMatrix(matrix: Float64Array, size: number, threads: number): SharedMatrices {
  const { rows: tiles, scratch } = layoutOf(size);
  const pages = Math.ceil(((scratch + threads) * TILE_BYTES) / PAGE_BYTES);
  const shared: SharedMatrices = {
    size,
    tiles: new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }),
    counters: new SharedArrayBuffer(4 * (2 * tiles + 3)),
  };
  for (let i = 0; i < tiles; i++) {
    for (let j = 0; j <= i; j++) {
      const tile = tileAt(shared, lower(i, j));
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

/**
 * Writes a whole symmetric matrix (row by row) from the tiles of its lower triangle.
 *
 * @param into gets `size`² numbers
 */
export function unshareMatrix(shared: SharedMatrices, into: Float64Array): void {
  const { size } = shared;
  const tiles = Math.ceil(size / TILE);
  for (let i = 0; i < tiles; i++) {
    for (let j = 0; j <= i; j++) {
      const tile = tileAt(shared, lower(i, j));
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
 * Does the share of one thread in the inversion, in place. Every thread calls this with the same memory.
 *
 * @throws NotPositiveDefiniteError on every thread
 */
export function invertShared(shared: SharedMatrices, barrier: Barrier): void {
  const { rows: tiles, ...places } = layoutOf(shared.size);
  const factor = (i: number, j: number) => places.factor + lower(i, j);
  const inverse = (i: number, j: number) => places.inverse + lower(i, j);
  const diagonal = (k: number) => places.diagonal + k;
  const values = (place: number) => tileAt(shared, place);
  const kernel = productKernel(shared.tiles);
  const addProduct = (c: number, a: number, b: number, sign: 1 | -1) =>
    kernel(c * TILE_BYTES, a * TILE_BYTES, b * TILE_BYTES, sign);

  const counters = new Int32Array(shared.counters);
  const each = (step: number, tasks: number, work: (task: number) => void) => {
    for (let task = take(counters, step); task < tasks; task = take(counters, step)) work(task);
    barrier();
  };
  const scratch = places.scratch + take(counters, 2 * tiles + 2);

  for (let k = 0; k < tiles; k++) {
    const inverted = diagonal(k);
    each(2 * k, 1, () => factorTile(values(factor(k, k)), values(inverted)));
    if (Number.isNaN(values(inverted)[0])) throw new NotPositiveDefiniteError();
    const below = tiles - k - 1;
    // The tiles of column k come first, then the tiles that depend on them. There a thread updates a row of tiles
    // at a time.
    const solve = (i: number) => {
      const tile = factor(i, k);
      values(scratch).set(values(tile));
      values(tile).fill(0);
      addProduct(tile, scratch, inverted, 1);
    };
    each(2 * k + 1, below, (task) => solve(k + 1 + task));
    counters[2 * tiles] = 0;
    barrier();
    each(2 * tiles, below, (task) => {
      // Long rows come first, so that the threads end together.
      const i = tiles - 1 - task;
      for (let j = k + 1; j <= i; j++) addProduct(factor(i, j), factor(i, k), factor(j, k), -1);
    });
  }

  counters[2 * tiles] = 0;
  barrier();
  each(2 * tiles, tiles, (j) => {
    values(inverse(j, j)).set(transposed(values(diagonal(j))));
    for (let i = j + 1; i < tiles; i++) {
      values(scratch).fill(0);
      for (let k = j; k < i; k++) addProduct(scratch, inverse(k, j), factor(i, k), 1);
      addProduct(inverse(i, j), scratch, diagonal(i), -1);
    }
  });

  each(2 * tiles + 1, tiles, (i) => {
    for (let j = 0; j <= i; j++) {
      const tile = factor(i, j);
      values(tile).fill(0);
      for (let k = i; k < tiles; k++) addProduct(tile, inverse(k, i), inverse(k, j), 1);
    }
  });
}

/** Takes the next task of a step. @returns its number, which lies past the last task when none is left */
function take(counters: Int32Array, step: number): number {
  return Atomics.add(counters, step, 1);
}

/** The place of a tile in a lower triangle. */
function lower(row: number, column: number): number {
  return (row * (row + 1)) / 2 + column;
}

function tileAt({ tiles }: SharedMatrices, place: number): Float64Array {
  return new Float64Array(tiles.buffer, place * TILE_BYTES, TILE_SIZE);
}

/**
 * Factors a tile in place (its upper triangle becomes 0) and inverts the factor. The inverse is NaN where the tile
 * is not positive definite.
 */
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
