/**
 * The tables of docs/performance.md, from what `npm run bench -- --json FILE` wrote, and their ratios as its picture.
 *
 *   npx tsx scripts/performance-tables.ts FILE… > tables.md
 *
 * Of a benchmark that is in several files the last one counts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chartOf } from '../bench/harness/chart.ts';
import type { Findings } from '../bench/harness/figure.ts';
import { cellsOf, HEADINGS, shown } from '../bench/harness/report.ts';

const PICTURE = fileURLToPath(new URL('../docs/pictures/performance.svg', import.meta.url));

const measured = new Map<string, { findings: Findings; load: number }>();
for (const file of process.argv.slice(2)) {
  const { machine, findings } = JSON.parse(readFileSync(file, 'utf8'));
  for (const each of findings as Findings[]) {
    measured.delete(each.bench);
    measured.set(each.bench, { findings: each, load: machine.load });
  }
}
for (const { findings, load } of measured.values()) {
  const { bench, data, figures } = findings;
  console.log(`### ${bench} (${data}, load ${shown(load)} at the end)\n`);
  console.log(row(['', ...HEADINGS]));
  console.log(row(['---', ...HEADINGS.map((heading) => (heading === '' ? '---' : '---:'))]));
  for (const figure of figures) console.log(row([figure.name, ...cellsOf(figure)]));
  console.log('');
}
writeFileSync(PICTURE, chartOf([...measured.values()].map(({ findings }) => findings)));

function row(columns: readonly string[]): string {
  return `| ${columns.join(' | ')} |`;
}
