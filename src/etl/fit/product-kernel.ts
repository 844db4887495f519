import { readFileSync } from 'node:fs';

/**
 * The number of rows of a tile, and of its columns. It is a multiple of 6, because the kernel takes 3 rows and 2
 * columns at a time, and small enough that three tiles fit into the second-level cache. product-kernel.wat is
 * written for this size only.
 */
export const TILE = 66;

/**
 * Adds `sign` × a b' to c. All three are square tiles of {@link TILE} × {@link TILE} numbers in shared memory,
 * given by their addresses in bytes.
 *
 * This is the inner loop of the inversion. It is WebAssembly, which works on two numbers at once and is three times
 * as fast as JavaScript (`bench/tile-products.ts`). Its source is product-kernel.wat; `npm run kernel` assembles
 * it.
 */
export type AddProduct = (c: number, a: number, b: number, sign: 1 | -1) => void;

/** Loads the kernel for tiles in a memory. */
export function productKernel(memory: WebAssembly.Memory): AddProduct {
  const code = readFileSync(new URL('product-kernel.wasm', import.meta.url));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { tiles: { memory } });
  return instance.exports.addProduct as AddProduct;
}
