import { html } from 'hono/html';
import { type Bar, drawBars } from '../charts/bars.ts';
import type { Findings } from '../queries/findings.ts';
import { PRICE_BOUNDS } from '../queries/prices.ts';
import { type Figure, renderFigure, type Section } from './figure.ts';
import type { ReportWords } from './report-words.ts';

/** The section on the catalogue: genres by games and by hours, tags, prices. */
export function catalogueSection(findings: Findings, recorded: number, words: ReportWords): Section {
  const { genres, tags } = findings;
  const bars = (rows: readonly { name: string; value: number }[]): Bar[] =>
    rows.map(({ name, value }) => ({ name, value, shown: words.number(Math.round(value)) }));
  const figures: Figure[] = [
    barFigure(
      {
        id: 'genres',
        title: words.text('report.genres.chart'),
        says: words.text('report.genres.says', { count: recorded }),
        bars: bars(genres.map(({ name, games }) => ({ name, value: games }))),
      },
      [words.text('report.head.genre'), words.text('report.head.games')],
    ),
    barFigure(
      {
        id: 'genre-hours',
        title: words.text('report.genres.hours'),
        says: words.text('report.genres.hours.says'),
        bars: bars(genres.map(({ name, hours }) => ({ name, value: hours }))),
      },
      [words.text('report.head.genre'), words.text('report.head.hours')],
    ),
    barFigure(
      {
        id: 'tags',
        title: words.text('report.tags.chart'),
        says: words.text('report.tags.says', { all: tags.all, shown: tags.tags.length }),
        bars: bars(tags.tags.map(({ name, games }) => ({ name, value: games }))),
      },
      [words.text('report.head.tag'), words.text('report.head.games')],
    ),
    pricesFigure(findings, words),
  ];
  return {
    id: 'catalogue',
    title: words.text('report.section.catalogue'),
    body: html`<div class="figures">${figures.map((figure) => renderFigure(figure, words))}</div>`,
  };
}

function barFigure(
  { bars, ...figure }: { id: string; title: string; says: string; bars: Bar[] },
  head: readonly string[],
): Figure {
  return {
    ...figure,
    svg: drawBars(bars),
    table: { head, rows: bars.map(({ name, shown }) => [name, shown]) },
  };
}

function pricesFigure({ prices }: Findings, words: ReportWords): Figure {
  const { free, unknown, counts, median } = prices;
  const bars = [
    { name: words.text('report.prices.free'), value: free, shown: words.number(free) },
    ...counts.map((value, place) => {
      const bound = PRICE_BOUNDS[place];
      const name =
        bound === undefined
          ? words.text('report.prices.over', { from: words.dollars(PRICE_BOUNDS.at(-1)!) })
          : words.text('report.prices.upTo', { to: words.dollars(bound) });
      return { name, value, shown: words.number(value) };
    }),
  ];
  return barFigure(
    {
      id: 'prices',
      title: words.text('report.prices.chart'),
      says: words.text('report.prices.says', { free, unknown, median: words.dollars(median ?? 0) }),
      bars,
    },
    [words.text('report.head.price'), words.text('report.head.games')],
  );
}
