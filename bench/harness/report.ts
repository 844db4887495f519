import { basename } from 'node:path';
import Table from 'cli-table3';
import { type Figure, type Findings, reached } from './figure.ts';

/** Prints the figures of a benchmark, and sends them to `npm run bench` if that started it. */
export function report(data: string, figures: Figure[]): void {
  const findings: Findings = { bench: basename(process.argv[1]!, '.ts'), data, figures };
  console.log(tableOf(findings));
  process.send?.(findings);
}

/** The headings of a table of figures, after the column with their names; see {@link cellsOf}. */
export const HEADINGS = ['median', 'quartiles', 'rounds', 'aim', ''];

/** Figures as a table: the median, the quartiles around it, and whether the aim is reached. */
function tableOf({ bench, data, figures }: Findings): string {
  const table = new Table({
    head: [`${bench} (${data})`, ...HEADINGS],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const figure of figures) table.push([figure.name, ...cellsOf(figure)]);
  return table.toString();
}

/** The cells of a figure in a table, in the order of {@link HEADINGS}. */
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

/** A number with three significant digits, or with all digits before the point if there are more. */
export function shown(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
