import { basename } from 'node:path';
import Table from 'cli-table3';
import { type Figure, type Findings, reached } from './figure.ts';

/** Prints what a benchmark found, and hands it to `npm run bench`, where that started it. */
export function report(data: string, figures: Figure[]): void {
  const findings: Findings = { bench: basename(process.argv[1]!, '.ts'), data, figures };
  console.log(tableOf(findings));
  process.send?.(findings);
}

/** The columns of a table of figures, after their names; see {@link cellsOf}. */
export const HEADINGS = ['median', 'quartiles', 'rounds', 'aim', ''];

/** Figures as a table: the median, the quartiles around it, and whether it is what it should be. */
function tableOf({ bench, data, figures }: Findings): string {
  const table = new Table({
    head: [`${bench} (${data})`, ...HEADINGS],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const figure of figures) table.push([figure.name, ...cellsOf(figure)]);
  return table.toString();
}

/** What is shown of a figure, in the order of {@link HEADINGS}. */
export function cellsOf(figure: Figure): string[] {
  const { unit, median, low, high, rounds, aim, better } = figure;
  const isReached = reached(figure);
  return [
    `${shown(median)} ${unit}`,
    rounds === 1 ? '' : `${shown(low)} – ${shown(high)}`,
    String(rounds),
    aim === undefined ? '' : `${better === 'lower' ? '≤' : '≥'} ${shown(aim)}`,
    isReached === null ? '' : isReached ? 'reached' : 'missed',
  ];
}

/** Three digits, or all before the point. */
export function shown(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
