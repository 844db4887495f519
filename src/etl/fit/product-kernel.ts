/**
 * c += sign × a b' on square tiles in shared memory, given by their addresses, as a WebAssembly module that works on two numbers
 * at once (f64x2). It is the inner loop of the inversion: three times as fast as in JavaScript (`bench/tile-products.ts`).
 *
 * Nine sums at once stay in registers: a 3 × 3 block of c, whose rows are sums over pairs of columns of a and b.
 *
 * @see https://webassembly.github.io/spec/core/binary/ for the numbers of the instructions
 */
export type AddProduct = (c: number, a: number, b: number, sign: 1 | -1) => void;

/** @param tile rows and columns of a tile: a multiple of 6 */
export function productKernel(memory: WebAssembly.Memory, tile: number): AddProduct {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleOf(tile)), { tiles: { memory } });
  return instance.exports.addProduct as AddProduct;
}

/** Parameters and local variables, by their places. */
const [C, A, B, SIGN, B_AT, A_END, B_END, A_PAIR, B_PAIR, PAIR_END, X, Y, SUM] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 16,
];
const [I32, F64, V128] = [0x7f, 0x7c, 0x7b];
const END = 0x0b;
const BLOCK = [0, 1, 2];

type Code = readonly number[];
const get = (local: number): Code => [0x20, ...unsigned(local)];
const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
const plus = (local: number, bytes: number): Code => [...get(local), 0x41, ...signed(bytes), 0x6a];
const advance = (local: number, bytes: number): Code => set(local, plus(local, bytes));
const loadPair = (address: Code, offset: number): Code => [...address, 0xfd, 0x00, 3, ...unsigned(offset)];
const lane = (pair: Code, place: 0 | 1): Code => [...pair, 0xfd, 0x21, place];
const multiplyPairs = (x: Code, y: Code): Code => [...x, ...y, 0xfd, 0xf2, 0x01];
const addPairs = (x: Code, y: Code): Code => [...x, ...y, 0xfd, 0xf0, 0x01];
const NO_PAIR: Code = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
/** The body, again and again until an address has come to its end. */
const until = (local: number, end: number, body: Code): Code => [
  ...[0x03, 0x40, ...body],
  ...[...get(local), ...get(end), 0x47, 0x0d, 0],
  END,
];

function body(tile: number): Code {
  const row = 8 * tile;
  const sum = (i: number, j: number) => SUM + 3 * i + j;
  const cells = BLOCK.flatMap((i) => BLOCK.map((j) => ({ i, j, offset: i * row + 8 * j })));
  const pairs = until(A_PAIR, PAIR_END, [
    ...BLOCK.flatMap((i) => set(X + i, loadPair(get(A_PAIR), i * row))),
    ...BLOCK.flatMap((j) => set(Y + j, loadPair(get(B_PAIR), j * row))),
    ...cells.flatMap(({ i, j }) =>
      set(sum(i, j), addPairs(get(sum(i, j)), multiplyPairs(get(X + i), get(Y + j)))),
    ),
    ...advance(A_PAIR, 16),
    ...advance(B_PAIR, 16),
  ]);
  const store = ({ i, j, offset }: (typeof cells)[number]): Code => [
    ...get(C),
    ...[...get(C), 0x2b, 3, ...unsigned(offset)],
    ...[...lane(get(sum(i, j)), 0), ...lane(get(sum(i, j)), 1), 0xa0, ...get(SIGN), 0xa2],
    ...[0xa0, 0x39, 3, ...unsigned(offset)],
  ];
  const columns = until(B_AT, B_END, [
    ...cells.flatMap(({ i, j }) => set(sum(i, j), NO_PAIR)),
    ...set(A_PAIR, get(A)),
    ...set(B_PAIR, get(B_AT)),
    ...set(PAIR_END, plus(A, row)),
    ...pairs,
    ...cells.flatMap(store),
    ...advance(C, 24),
    ...advance(B_AT, 3 * row),
  ]);
  return [
    ...set(A_END, plus(A, tile * row)),
    ...set(B_END, plus(B, tile * row)),
    ...until(A, A_END, [...set(B_AT, get(B)), ...columns, ...advance(C, 2 * row), ...advance(A, 3 * row)]),
    END,
  ];
}

function moduleOf(tile: number): Uint8Array<ArrayBuffer> {
  const locals = [2, 6, I32, 15, V128];
  const code = [...locals, ...body(tile)];
  const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 4, I32, I32, I32, F64, 0]),
    // Shared memory, of any size that there can be.
    ...section(2, [1, ...text('tiles'), ...text('memory'), 2, 3, 1, ...unsigned(65_536)]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('addProduct'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

function text(value: string): Code {
  return [value.length, ...Buffer.from(value)];
}

/** LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** LEB128 of a positive number where its sign is read: one more bit, which is 0. */
function signed(value: number): Code {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}
