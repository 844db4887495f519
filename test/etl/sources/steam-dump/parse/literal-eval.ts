import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A value in a form for JSON that is equal if the values are equal: doubles as their bits, for instance. */
export type Canonical =
  | null
  | boolean
  | { number: string }
  | { bigint: string }
  | { string: string }
  | { array: Canonical[] }
  | { record: [key: string, value: Canonical][] };

/** Python's result for a text: a value, a value of a kind that our reader refuses, or an error. */
export type Outcome = { value: Canonical } | { refused: string } | { error: true };

export interface Pair {
  text: string;
  outcome: Outcome;
}

/** Asks python3's `ast.literal_eval` about all texts in one process; undefined without python3. */
export function literalEval(texts: string[]): Pair[] | undefined {
  const program = fileURLToPath(new URL('literal_eval.py', import.meta.url));
  const run = spawnSync('python3', [program], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.error !== undefined && 'code' in run.error && run.error.code === 'ENOENT') return undefined;
  if (run.status !== 0) throw new Error(`literal_eval.py failed: ${run.stderr}`);
  const outcomes = JSON.parse(run.stdout) as Outcome[];
  return texts.map((text, i) => ({ text, outcome: outcomes[i]! }));
}

/** The same form for a value of our reader. */
export function canonical(value: unknown): Canonical {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return { number: Number.isNaN(value) ? 'nan' : bitsOf(value) };
  if (typeof value === 'bigint') return { bigint: value.toString() };
  if (typeof value === 'string') return { string: unitsOf(value) };
  if (Array.isArray(value)) return { array: value.map(canonical) };
  const entries = Object.entries(value as Record<string, unknown>);
  const record = entries.map(([key, item]): [string, Canonical] => [unitsOf(key), canonical(item)]);
  return { record: record.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

function bitsOf(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString('hex');
}

function unitsOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
