/**
 * The inner loop of the inversion behind the user model: products of tiles in WebAssembly (two numbers at once) against the
 * same blocked loop in JavaScript. A check makes sure that both agree, except for the last digits.
 *
 *   npm run bench -- tile-products
 */
import { productKernel, TILE } from '../src/etl/fit/product-kernel.ts';
import { figure } from './harness/figure.ts';
import { report } from './harness/report.ts';
import { interleave } from './harness/rounds.ts';
import { ratios } from './harness/statistics.ts';

const SIZE = TILE * TILE;
const PRODUCTS = 300;
const ROUNDS = 15;

const memory = new WebAssembly.Memory({ initial: 2, maximum: 2, shared: true });
const [c, a, b] = [0, 1, 2].map((place) => new Float64Array(memory.buffer, place * SIZE * 8, SIZE)) as [
  Float64Array,
  Float64Array,
  Float64Array,
];
for (let at = 0; at < SIZE; at++) {
  a[at] = Math.sin(at);
  b[at] = Math.cos(3 * at);
}
const kernel = productKernel(memory);
const inWebAssembly = () => kernel(0, SIZE * 8, 2 * SIZE * 8, 1);
const inJavaScript = () => addProduct(c, a, b, 1);

c.fill(0);
inWebAssembly();
const found = c.slice();
c.fill(0);
inJavaScript();
if (found.some((value, at) => Math.abs(value - c[at]!) > 1e-9))
  throw new Error('The products in WebAssembly and JavaScript differ.');

const repeat = (product: () => void) => () => {
  for (let time = 0; time < PRODUCTS; time++) product();
};
const seconds = await interleave({ wasm: repeat(inWebAssembly), js: repeat(inJavaScript) }, ROUNDS);
const perSecond = (values: readonly number[]) => values.map((each) => PRODUCTS / each);
report('invented data', [
  figure('time of WebAssembly / JavaScript', '×', ratios(seconds.wasm, seconds.js)),
  figure('WebAssembly, products', '/s', perSecond(seconds.wasm)),
  figure('JavaScript, products', '/s', perSecond(seconds.js)),
]);

/** c += sign × a b', on tiles. Nine sums at once stay in registers; 4 × 4 sums spill and were slower. */
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
