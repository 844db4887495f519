import { html } from 'hono/html';
import type { DataSetSummary } from '../../database/schema/lasting.ts';
import type { Findings } from '../queries/findings.ts';
import type { OutlierRule } from '../queries/outliers.ts';
import { renderTable, type Section } from './figure.ts';
import type { ReportWords } from './report-words.ts';

const UNITS: Record<OutlierRule, 'hours' | 'dollars' | 'year' | 'years' | 'words' | 'votes'> = {
  'weeks-over-possible': 'hours',
  'weeks-over-total': 'hours',
  'hours-since-release': 'hours',
  'hours-since-steam': 'hours',
  'price-high': 'dollars',
  'released-after': 'year',
  'reviewed-before-release': 'years',
  'review-long': 'words',
  'votes-over-voters': 'votes',
};

/** The section on outliers: each rule, the number of values that it finds, and their treatment. */
export function outliersSection(
  { outliers }: Findings,
  { span }: DataSetSummary,
  words: ReportWords,
): Section {
  const title = words.text('report.section.outliers');
  const head = (['rule', 'found', 'looked', 'most', 'done'] as const).map((key) =>
    words.text(`report.head.${key}`),
  );
  const rows = outliers.map(({ rule, found, looked, most }) => [
    words.text(`report.outlier.${rule}`),
    words.number(found),
    words.number(looked),
    most === null ? '' : withUnit(rule, most, words),
    words.text(`report.outlier.${rule}.done`),
  ]);
  return {
    id: 'outliers',
    title,
    body: html`<p>${words.text('report.outliers.lead', { day: span?.to ?? '–' })}</p>
${renderTable({ head, rows, words: [4], prose: true }, title)}`,
  };
}

function withUnit(rule: OutlierRule, value: number, words: ReportWords): string {
  const unit = UNITS[rule];
  if (unit === 'dollars') return words.dollars(value);
  if (unit === 'year') return String(value);
  return unit === 'hours' ? words.hours(value) : words.text(`report.unit.${unit}`, { value });
}
