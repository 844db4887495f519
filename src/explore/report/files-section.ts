import { html } from 'hono/html';
import type { DataSetSummary } from '../../database/schema/lasting.ts';
import { SOURCE_NAMES, type SourceName } from '../../database/schema/sources.ts';
import type { CleanColumn } from '../queries/clean-columns.ts';
import type { Findings } from '../queries/findings.ts';
import type { RawColumn } from '../queries/raw-columns.ts';
import { type Html, renderTable, type Section, type Table } from './figure.ts';
import type { ReportKey, ReportWords } from './report-words.ts';

/** The column of each source whose values count its records. */
const COUNTED: Record<SourceName, string> = {
  games: 'id',
  libraries: 'items.item_id',
  reviews: 'reviews.item_id',
};

/** The section on the raw files: their columns before and after cleaning, and the rejected records. */
export function filesSection(findings: Findings, summary: DataSetSummary, words: ReportWords): Section {
  const rejected = Object.entries(summary.rejected).map(([reason, count]) => [
    words.reason(reason),
    words.number(count),
  ]);
  const body = html`<p>${words.text('report.files.lead')}</p><p>${words.text('report.files.columns')}</p>
${SOURCE_NAMES.filter((name) => isIn(name, findings)).map((source) => fileOf(source, findings, words))}
<h3>${words.text('report.files.rejected')}</h3>
${
  rejected.length === 0
    ? html`<p>${words.text('report.files.rejected.none')}</p>`
    : html`<p>${words.text('report.files.rejected.lead')}</p>
${renderTable({ head: [words.text('report.head.reason'), words.text('report.head.times')], rows: rejected }, words.text('report.files.rejected'))}`
}`;
  return { id: 'files', title: words.text('report.section.files'), body };
}

/** Whether the data set was built from this source; some sources are optional. */
function isIn(source: SourceName, { rawColumns }: Findings): boolean {
  return rawColumns.some((column) => column.source === source);
}

function fileOf(source: SourceName, { rawColumns, cleanColumns }: Findings, words: ReportWords): Html {
  const columns = rawColumns.filter((column) => column.source === source);
  const clean = new Map(
    cleanColumns.filter((column) => column.source === source).map((column) => [column.column, column]),
  );
  const read = columns.find(({ column }) => column === COUNTED[source])?.records ?? 0;
  const kept = clean.get(COUNTED[source])?.records ?? 0;
  const title = words.text(`report.files.${source}`);
  return html`<h3>${title}</h3>
<p>${words.text(`report.files.${source}.kept`, { read, kept })}</p>
${renderTable(columnTable(columns, clean, words), title)}`;
}

/** Columns that are read only if the id or the name of a game is missing. */
const FALLBACKS = new Set(['title', 'url', 'items.item_name']);

const HEADS: readonly ReportKey[] = [
  'report.head.column',
  'report.head.kind',
  'report.head.missingBefore',
  'report.head.missingAfter',
  'report.head.distinctBefore',
  'report.head.distinctAfter',
  'report.head.repeated',
  'report.head.range',
  'report.head.examples',
];

function columnTable(
  columns: readonly RawColumn[],
  clean: ReadonlyMap<string, CleanColumn>,
  words: ReportWords,
): Table {
  return {
    head: HEADS.map((key) => words.text(key)),
    words: [1, 7, 8],
    rows: columns.map((raw) => {
      const after = clean.get(raw.column);
      return [
        raw.column,
        raw.kinds.map((kind) => words.text(`report.kind.${kind}` as ReportKey)).join(', '),
        shareOf(raw, words),
        after === undefined ? fateOf(raw, words) : shareOf(after, words),
        raw.distinct === null ? notCounted(raw, words) : words.number(raw.distinct),
        after === undefined ? '' : words.number(after.distinct),
        raw.repeated === null ? '' : words.number(raw.repeated),
        rangeOf(raw, words),
        raw.examples.length === 0 ? words.text('report.notShown') : raw.examples.join(' · '),
      ];
    }),
  };
}

function shareOf({ missing, records }: { missing: number; records: number }, words: ReportWords): string {
  if (missing === 0) return words.percent(0);
  return `${words.percent(missing / records)} (${words.number(missing)})`;
}

/** The fate of a raw column that has no column of its own in the data set. */
function fateOf({ source, column }: RawColumn, words: ReportWords): string {
  // This column holds the list of records, which are loaded one by one.
  if (column === COUNTED[source].split('.')[0]) return '';
  return words.text(FALLBACKS.has(column) ? 'report.fallback' : 'report.notKept');
}

function notCounted({ kinds }: RawColumn, words: ReportWords): string {
  return kinds.includes('list') || kinds.includes('record') ? '' : words.text('report.tooMany');
}

function rangeOf({ kinds, least, greatest, shortest, longest }: RawColumn, words: ReportWords): string {
  const ranges: string[] = [];
  if (least !== null && greatest !== null) {
    ranges.push(
      words.text('report.range.numbers', { least: words.number(least), greatest: words.number(greatest) }),
    );
  }
  if (shortest !== null && longest !== null) {
    ranges.push(
      words.text(kinds.includes('list') ? 'report.range.entries' : 'report.range.lengths', {
        shortest,
        longest,
      }),
    );
  }
  return ranges.join('; ');
}
