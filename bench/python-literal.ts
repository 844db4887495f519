/**
 * How fast Python literals are read, against `JSON.parse` on the same values written as JSON and, where it is there,
 * python3's `ast.literal_eval` on the same lines.
 *
 *   npx tsx bench/python-literal.ts [folder of raw files]
 *
 * Files of the folder whose first line is a Python literal are measured, up to 32 MiB of each; MB/s are of the text as
 * Python writes it, so that the ratios are ratios of time. Medians of several rounds, taken in turns.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parsePythonLiteral } from '../src/etl/parse/python-literal.ts';
import { readLines } from '../src/etl/read/lines.ts';
import { openSource } from '../src/etl/read/open-source.ts';

const ROUNDS = 9;
const MEASURED_BYTES = 32 * 1024 * 1024;
/** Python is asked about fewer lines: it takes a minute for what takes us a second. */
const PYTHON_BYTES = 4 * 1024 * 1024;

const PYTHON_PROGRAM = `
import ast, sys, time
lines = sys.stdin.read().split("\\n")
started = time.perf_counter()
for line in lines:
    ast.literal_eval(line)
print(time.perf_counter() - started)
`;

const folder = process.argv[2] ?? ['../shared/data', 'sample'].find((path) => existsSync(path));
if (folder === undefined) throw new Error('No folder of raw files: give one as the first argument.');

for (const name of readdirSync(folder).filter((file) => /\.json(?:\.gz)?$/.test(file))) {
  const lines = await firstLines(join(folder, name), MEASURED_BYTES);
  if (/^\{'|^\{u'/.test(lines[0] ?? '')) measure(name, lines);
}

function measure(name: string, lines: string[]): void {
  const json = lines.map((line) => Buffer.from(JSON.stringify(parsePythonLiteral(line))).toString());
  const ours: number[] = [];
  const jsonParse: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(secondsFor(lines, parsePythonLiteral));
    jsonParse.push(secondsFor(json, JSON.parse));
  }
  const bytes = byteLength(lines);
  const oursSpeed = bytes / median(ours) / 1e6;
  const jsonSpeed = bytes / median(jsonParse) / 1e6;
  console.log(`${name}: ${lines.length} lines, ${(bytes / 1e6).toFixed(1)} MB`);
  console.log(`  parsePythonLiteral ${oursSpeed.toFixed(0)} MB/s`);
  console.log(
    `  JSON.parse         ${jsonSpeed.toFixed(0)} MB/s: ours takes ${(jsonSpeed / oursSpeed).toFixed(2)} times as long`,
  );

  const fewer = takeBytes(lines, PYTHON_BYTES);
  const python = pythonSeconds(fewer);
  if (python === undefined) return;
  const pythonSpeed = byteLength(fewer) / python / 1e6;
  console.log(
    `  ast.literal_eval   ${pythonSpeed.toFixed(1)} MB/s: ours is ${(oursSpeed / pythonSpeed).toFixed(0)} times as fast`,
  );
}

function secondsFor(texts: string[], parse: (text: string) => unknown): number {
  const started = performance.now();
  for (const text of texts) parse(text);
  return (performance.now() - started) / 1000;
}

/** The median of three runs; undefined where there is no python3. */
function pythonSeconds(lines: string[]): number | undefined {
  const runs = [1, 2, 3].map(() =>
    spawnSync('python3', ['-X', 'utf8', '-W', 'ignore', '-c', PYTHON_PROGRAM], {
      input: lines.join('\n'),
      encoding: 'utf8',
    }),
  );
  if (runs.some((run) => run.error !== undefined)) return undefined;
  if (runs.some((run) => run.status !== 0)) throw new Error('ast.literal_eval could not read the lines.');
  return median(runs.map((run) => Number(run.stdout)));
}

async function firstLines(path: string, bytes: number): Promise<string[]> {
  const texts: string[] = [];
  let size = 0;
  for await (const batch of readLines(openSource(path))) {
    for (const line of batch) {
      if (!('text' in line)) continue;
      texts.push(line.text);
      size += line.text.length;
    }
    if (size >= bytes) break;
  }
  return texts;
}

function takeBytes(lines: string[], bytes: number): string[] {
  let size = 0;
  return lines.filter((line) => {
    size += line.length;
    return size <= bytes;
  });
}

function byteLength(lines: string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
