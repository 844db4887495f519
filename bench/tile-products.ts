/**
 * The inner loop of the inversion behind the user model: products of tiles in WebAssembly, two numbers at once, against the same
 * blocked loop in JavaScript. Both give the same but for the last digits, which is checked.
 *
 *   npm run bench -- tile-products
 */
import { productKernel } from '../src/etl/fit/product-kernel.ts';
import { figure } from './harness/figure.ts';
import { report } from './harness/report.ts';
import { interleave } from './harness/rounds.ts';
import { ratios } from './harness/statistics.ts';

const TILE = 66;
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
const kernel = productKernel(memory, TILE);
const inWebAssembly = () => kernel(0, SIZE * 8, 2 * SIZE * 8, 1);
const inJavaScript = () => addProduct(c, a, b);

c.fill(0);
inWebAssembly();
const found = c.slice();
c.fill(0);
inJavaScript();
if (found.some((value, at) => Math.abs(value - c[at]!) > 1e-9)) throw new Error('The products do not agree.');

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

/** Nine sums at once: they stay in registers (4 × 4 spills, and was slower). */
function addProduct(to: Float64Array, left: Float64Array, right: Float64Array): void {
  for (let i = 0; i < SIZE; i += 3 * TILE) {
    for (let j = 0; j < SIZE; j += 3 * TILE) {
      let [s00, s01, s02, s10, s11, s12, s20, s21, s22] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
      for (let k = 0; k < TILE; k++) {
        const x0 = left[i + k]!;
        const x1 = left[i + TILE + k]!;
        const x2 = left[i + 2 * TILE + k]!;
        const y0 = right[j + k]!;
        const y1 = right[j + TILE + k]!;
        const y2 = right[j + 2 * TILE + k]!;
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
      const at = i + j / TILE;
      for (const [row, sums] of [
        [s00, s01, s02],
        [s10, s11, s12],
        [s20, s21, s22],
      ].entries()) {
        for (let column = 0; column < 3; column++) to[at + row * TILE + column]! += sums[column]!;
      }
    }
  }
}
