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
import { cellsOf, HEADINGS } from '../bench/harness/report.ts';

const PICTURE = fileURLToPath(new URL('../docs/pictures/performance.svg', import.meta.url));

const measured = new Map<string, Findings>();
for (const file of process.argv.slice(2)) {
  for (const findings of JSON.parse(readFileSync(file, 'utf8')).findings as Findings[]) {
    measured.set(findings.bench, findings);
  }
}
for (const { bench, data, figures } of measured.values()) {
  console.log(
    `### \`${bench}\`, ${data}\n\n${tableOf(figures.map((each) => [each.name, ...cellsOf(each)]))}\n`,
  );
}
writeFileSync(PICTURE, chartOf([...measured.values()]));

/** A table in Markdown whose columns stand one below the other: words to the left, figures to the right. */
function tableOf(rows: readonly string[][]): string {
  const all = [['', ...HEADINGS], ...rows];
  const isText = (column: number) => column === 0 || column === HEADINGS.length;
  const widths = all[0]!.map((_, column) => Math.max(4, ...all.map((row) => row[column]!.length)));
  const padded = (text: string, column: number) =>
    isText(column) ? text.padEnd(widths[column]!) : text.padStart(widths[column]!);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = widths.map((width, column) =>
    isText(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [head, ...body] = all.map((row) => line(row.map(padded)));
  return [head, line(rule), ...body].join('\n');
}
