/**
 * Records python3's readings of some invented literals. Tests compare our reader with them on machines without python3.
 * The same seed gives the same texts.
 *
 *   npx tsx scripts/record-python-literals.ts
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { literalEval } from '../test/etl/sources/steam-dump/parse/literal-eval.ts';
import { damagedLiteral, literal } from '../test/etl/sources/steam-dump/parse/python-literal-texts.ts';

const seed = 20_160_717;
const texts = [
  ...fc.sample(literal, { seed, numRuns: 250 }),
  ...fc.sample(damagedLiteral, { seed, numRuns: 250 }),
].filter((text) => text.length <= 200);
const pairs = literalEval([...new Set(texts)]);
if (pairs === undefined) throw new Error('python3 is not installed');

const file = fileURLToPath(
  new URL('../test/etl/sources/steam-dump/parse/python-literal.pairs.json', import.meta.url),
);
writeFileSync(file, JSON.stringify(pairs));
execFileSync('npx', ['biome', 'format', '--write', file]);
console.log(`${pairs.length} pairs of a text and its value recorded`);
