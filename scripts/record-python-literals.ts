/**
 * Records what python3 makes of some invented literals, for the tests to hold the reader against where there is no
 * python3: `npx tsx scripts/record-python-literals.ts`. The same seed gives the same texts.
 */
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { literalEval } from '../test/etl/parse/literal-eval.ts';
import { damagedLiteral, literal } from '../test/etl/parse/python-literal-texts.ts';

const seed = 20_160_717;
const texts = [
  ...fc.sample(literal, { seed, numRuns: 300 }),
  ...fc.sample(damagedLiteral, { seed, numRuns: 300 }),
].filter((text) => text.length <= 300);
const pairs = literalEval([...new Set(texts)]);
if (pairs === undefined) throw new Error('python3 is not there');

const file = new URL('../test/etl/parse/python-literal.pairs.json', import.meta.url);
writeFileSync(file, `[\n${pairs.map((pair) => JSON.stringify(pair)).join(',\n')}\n]\n`);
console.log(`${pairs.length} pairs`);
