/**
 * Runs benchmarks, one after another, each in a process of its own.
 *
 *   npm run bench [-- NAMES… | --all] [--json FILE] [--compare FILE] [--chart FILE]
 *
 * NAMES are names of files in this folder; without any, all but the long benchmarks run. The data is the invented sample, or
 * the raw files in the folder STEAMSCOPE_REAL_DATA. `--json` writes all figures to a file. `--compare` lists the ratios that
 * moved beyond their spread since such a file was written; the exit status is 1 if one got slower. `--chart` draws the
 * ratios.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chartOf } from './harness/chart.ts';
import { compare } from './harness/compare.ts';
import type { Findings } from './harness/figure.ts';
import { shown } from './harness/report.ts';

/** Benchmarks that take many minutes; they run only by name or with `--all`. */
const LONG = ['growth', 'processes', 'answers-during-refresh'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    json: { type: 'string' },
    compare: { type: 'string' },
    chart: { type: 'string' },
  },
});
const folder = fileURLToPath(new URL('.//', import.meta.url));
const names = chosen(
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort(),
);
const before = values.compare === undefined ? null : readFindings(values.compare);

const { cores, ...machine } = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  node: process.version,
};
console.log(
  `${machine.cpu}, ${cores} cores, Node ${machine.node}; load ${shown(loadavg()[0]!)} at the start`,
);
const found: Findings[] = [];
for (const name of names) {
  console.log(`\n# ${name}`);
  const status = await run(name);
  if (status !== 0) process.exitCode = 1;
  // Written after each benchmark, so that figures survive if a later one is cut off.
  if (values.json !== undefined) writeFileSync(values.json, jsonOf(found));
}
if (values.chart !== undefined) writeFileSync(values.chart, chartOf(found));
if (before !== null) tellMoves(before);

function jsonOf(findings: readonly Findings[]): string {
  const at = new Date().toISOString();
  return `${JSON.stringify({ machine: { ...machine, cores, load: loadavg()[0] }, at, findings }, null, 1)}\n`;
}

async function run(name: string): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, `${folder}${name}.ts`], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (findings) => found.push(findings as Findings));
  const [status] = await once(child, 'close');
  return status ?? 1;
}

function chosen(all: readonly string[]): readonly string[] {
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    console.error(`No benchmark ${unknown.join(', ')}. There are: ${all.join(', ')}`);
    process.exit(1);
  }
  if (positionals.length > 0) return positionals;
  return values.all ? all : all.filter((name) => !LONG.includes(name));
}

function readFindings(file: string): Findings[] {
  return JSON.parse(readFileSync(file, 'utf8')).findings;
}

function tellMoves(earlier: readonly Findings[]): void {
  const { moves, compared, missing } = compare(earlier, found);
  console.log(`\n${compared} ratios compared, ${moves.length} moved beyond their spread`);
  for (const { bench, name, direction, before: then, now } of moves) {
    console.log(`  ${direction}: ${bench}: ${name}, ${shown(then)} × before, ${shown(now)} × now`);
  }
  for (const name of missing) console.log(`  not measured any more: ${name}`);
  if (moves.some(({ direction }) => direction === 'slower')) process.exitCode = 1;
}
