import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { productKernel, TILE } from '../../../src/etl/fit/product-kernel.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const BINARY = 'src/etl/fit/product-kernel.wasm';
/** The count of numbers in a tile. */
const SIZE = TILE * TILE;

test('the binary is assembled from its source, byte for byte (npm run kernel)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'steamscope-kernel-'));
  try {
    // Runs the script of package.json itself, with another output file.
    const { scripts } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'));
    const [program, ...parameters] = scripts.kernel.split(' ') as [string, ...string[]];
    expect(parameters.at(-1)).toBe(`--output=${BINARY}`);
    const made = join(folder, 'made.wasm');
    await promisify(execFile)(
      join(PROJECT, 'node_modules/.bin', program),
      [...parameters.slice(0, -1), `--output=${made}`],
      { cwd: PROJECT },
    );
    expect((await readFile(made)).equals(await readFile(join(PROJECT, BINARY)))).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each([1, -1] as const)('agrees with a plain loop to the last bit, with sign %d', (sign) => {
  const memory = new WebAssembly.Memory({ initial: 3, maximum: 3, shared: true });
  const [a, b, c, around] = [0, 1, 2, 3].map((place) => tileOf(memory, place)) as Tiles;
  a.forEach((_, at) => {
    a[at] = Math.sin(at) * 10 ** (at % 7);
    b[at] = Math.cos(3 * at) / 10 ** (at % 5);
    c[at] = Math.sin(5 * at);
  });
  around.fill(7);
  const expected = sumOfProducts(c, a, b, sign);
  const [aBefore, bBefore, aroundBefore] = [a.slice(), b.slice(), around.slice()];
  productKernel(memory)(c.byteOffset, a.byteOffset, b.byteOffset, sign);
  expect(bytesOf(c).equals(bytesOf(expected))).toBe(true);
  // The inputs are unchanged.
  expect(bytesOf(a).equals(bytesOf(aBefore))).toBe(true);
  expect(bytesOf(b).equals(bytesOf(bBefore))).toBe(true);
  expect(bytesOf(around).equals(bytesOf(aroundBefore))).toBe(true);
});

type Tiles = [Float64Array, Float64Array, Float64Array, Float64Array];

function tileOf({ buffer }: WebAssembly.Memory, place: number): Float64Array {
  return new Float64Array(buffer, place * SIZE * 8, SIZE);
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** c + sign × a b'. Sums over even and over odd columns, each from left to right, are added in the end. */
function sumOfProducts(c: Float64Array, a: Float64Array, b: Float64Array, sign: number): Float64Array {
  return c.map((before, at) => {
    const [row, column] = [Math.floor(at / TILE) * TILE, (at % TILE) * TILE];
    let [even, odd] = [0, 0];
    for (let k = 0; k < TILE; k += 2) {
      even += a[row + k]! * b[column + k]!;
      odd += a[row + k + 1]! * b[column + k + 1]!;
    }
    return before + (even + odd) * sign;
  });
}
