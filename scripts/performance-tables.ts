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

/** A table in Markdown: words to the left, figures to the right. `npm run format` puts its columns one below the other. */
function tableOf(rows: readonly string[][]): string {
  const isText = (column: number) => column === 0 || column === HEADINGS.length;
  const head = ['', ...HEADINGS];
  const rule = head.map((_, column) => (isText(column) ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
