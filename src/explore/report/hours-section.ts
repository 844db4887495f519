import { html } from 'hono/html';
import { type Bar, drawBars } from '../charts/bars.ts';
import { drawYears } from '../charts/years.ts';
import type { Findings } from '../queries/findings.ts';
import { HOUR_BOUNDS, type HourSpread } from '../queries/hours-by-game.ts';
import { SIZE_BOUNDS } from '../queries/library-sizes.ts';
import { type Figure, renderFigure, renderTable, type Section } from './figure.ts';
import type { ReportWords } from './report-words.ts';
import { stepBars, trimmed } from './steps.ts';

/** The section on hours: by game, by user and by release year, and the sizes of libraries. */
export function hoursSection(findings: Findings, words: ReportWords): Section {
  const figures = [
    spreadFigure('hours-by-game', 'byGame', findings.hoursByGame, words),
    spreadFigure('hours-by-user', 'byUser', findings.hoursByUser, words),
    yearFigure(findings, words),
    sizesFigure(findings, words),
  ];
  const mostPlayed = words.text('report.hours.mostPlayed');
  return {
    id: 'hours',
    title: words.text('report.section.hours'),
    body: html`<p>${words.text('report.hours.lead')}</p>
<div class="figures">${figures.map((figure) => renderFigure(figure, words))}</div>
<h3>${mostPlayed}</h3>
${renderTable(
  {
    head: [
      words.text('report.head.game'),
      words.text('report.head.hours'),
      words.text('report.head.players'),
    ],
    rows: findings.mostPlayed.map(({ name, hours, players }) => [
      name,
      words.number(Math.round(hours)),
      words.number(players),
    ]),
  },
  mostPlayed,
)}`,
  };
}

function spreadFigure(
  id: string,
  key: 'byGame' | 'byUser',
  { none, counts, median, ninth, most }: HourSpread,
  words: ReportWords,
): Figure {
  const bars: Bar[] = [
    { name: words.text('report.hours.none'), value: none, shown: words.number(none) },
    ...trimmed(stepBars(counts, HOUR_BOUNDS, words)),
  ];
  const hours = (value: number | null) => words.hours(value ?? 0);
  return {
    id,
    title: words.text(`report.hours.${key}`),
    says: words.text(`report.hours.${key}.says`, {
      count: counts.reduce((sum, count) => sum + count, 0),
      median: hours(median),
      ninth: hours(ninth),
      most: hours(most),
    }),
    svg: drawBars(bars),
    table: tableOf(bars, [
      words.text('report.head.hours'),
      words.text(key === 'byGame' ? 'report.head.games' : 'report.head.users'),
    ]),
  };
}

function yearFigure({ hoursByYear }: Findings, words: ReportWords): Figure {
  return {
    id: 'hours-by-year',
    title: words.text('report.hours.byYear'),
    says: words.text('report.hours.byYear.says'),
    svg: drawYears(
      hoursByYear.map(({ year, hours }) => ({ year, value: hours })),
      words.compact,
    ),
    table: {
      head: [
        words.text('report.head.year'),
        words.text('report.head.games'),
        words.text('report.head.hours'),
      ],
      rows: hoursByYear.map(({ year, games, hours }) => [
        String(year),
        words.number(games),
        words.number(hours),
      ]),
    },
  };
}

function sizesFigure({ librarySizes }: Findings, words: ReportWords): Figure {
  const { counts, median, most, neverPlayed } = librarySizes;
  const bars = trimmed(
    counts.map((value, place) => {
      const [from, next] = [SIZE_BOUNDS[place]!, SIZE_BOUNDS[place + 1]];
      const name =
        next === undefined
          ? words.text('report.hours.from', { from: words.number(from) })
          : next === from + 1
            ? words.number(from)
            : words.text('report.hours.between', { from: words.number(from), to: words.number(next - 1) });
      return { name, value, shown: words.number(value) };
    }),
  );
  return {
    id: 'library-sizes',
    title: words.text('report.libraries.sizes'),
    says: words.text('report.libraries.sizes.says', {
      count: counts.reduce((sum, count) => sum + count, 0),
      median: median ?? 0,
      most: most ?? 0,
      unplayed: words.percent(neverPlayed ?? 0),
    }),
    svg: drawBars(bars),
    table: tableOf(bars, [words.text('report.head.games'), words.text('report.head.users')]),
  };
}

function tableOf(bars: readonly Bar[], head: readonly string[]) {
  return { head, rows: bars.map(({ name, shown }) => [name, shown]) };
}
