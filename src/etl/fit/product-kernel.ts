import { readFileSync } from 'node:fs';

/**
 * The number of rows, and of columns, of a tile: a multiple of 6, and three tiles fit into the second-level cache.
 * product-kernel.wat is written for just this size.
 */
export const TILE = 66;

/**
 * c += sign × a b' on square tiles of {@link TILE} × {@link TILE} numbers in shared memory, given by their addresses in bytes.
 *
 * It is the inner loop of the inversion, in WebAssembly, which works on two numbers at once: three times as fast as in
 * JavaScript (`bench/tile-products.ts`). Its source is product-kernel.wat; `npm run kernel` assembles it.
 */
export type AddProduct = (c: number, a: number, b: number, sign: 1 | -1) => void;

/** The product of the tiles that lie in a memory. */
export function productKernel(memory: WebAssembly.Memory): AddProduct {
  const code = readFileSync(new URL('product-kernel.wasm', import.meta.url));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { tiles: { memory } });
  return instance.exports.addProduct as AddProduct;
}
