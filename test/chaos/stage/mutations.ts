import type { Random } from '../../../scripts/sample/random.ts';

/** Values that no field of a payload expects, or few do. */
const STRANGE: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => '',
  () => 0,
  () => -1,
  () => 1e308,
  () => 2 ** 53,
  () => true,
  () => [],
  () => ({}),
  () => [null],
  () => ({ toString: 1 }),
  () => 'x'.repeat(100_000),
  () => '\u0000\ud800../..?%00#',
  () => '9'.repeat(400),
  (random) => random.integer(0, 99),
  () => nested(1000),
  () => Array.from({ length: 5000 }, (_, n) => n),
];

/** Objects and arrays in one another. */
function nested(depth: number): unknown {
  let inner: unknown = 'end';
  for (let n = 0; n < depth; n++) inner = n % 2 === 0 ? [inner] : { options: inner };
  return inner;
}

/** A copy of a payload in which one to three fields, anywhere, are missing or have a strange value. */
export function mutated(payload: object, random: Random): object {
  const copy = structuredClone(payload);
  for (let n = random.integer(1, 3); n > 0; n--) {
    const [holder, key] = random.pick(fieldsOf(copy));
    if (random.chance(0.35)) delete holder[key];
    else holder[key] = random.pick(STRANGE)(random);
  }
  return copy;
}

type Holder = Record<string, unknown>;

/** All fields in an object, at any depth. Those of values that a mutation has put there are left out. */
function fieldsOf(value: object): [Holder, string][] {
  const fields: [Holder, string][] = [];
  const walk = (holder: Holder, depth: number) => {
    for (const key of Object.keys(holder).slice(0, 50)) {
      fields.push([holder, key]);
      const inner = holder[key];
      if (depth < 8 && typeof inner === 'object' && inner !== null) walk(inner as Holder, depth + 1);
    }
  };
  walk(value as Holder, 0);
  return fields.length > 0 ? fields : [[value as Holder, 'd']];
}
