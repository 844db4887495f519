import { html } from 'hono/html';
import { type Bar, drawBars } from '../charts/bars.ts';
import type { Findings } from '../queries/findings.ts';
import { PRICE_BOUNDS } from '../queries/prices.ts';
import { type Figure, renderFigure, type Section } from './figure.ts';
import type { ReportWords } from './report-words.ts';

/** Genres by games and by hours, tags, prices. */
export function catalogueSection(findings: Findings, recorded: number, words: ReportWords): Section {
  const { genres, tags } = findings;
  const bars = (rows: readonly { name: string; value: number }[]): Bar[] =>
    rows.map(({ name, value }) => ({ name, value, shown: words.number(Math.round(value)) }));
  const figures: Figure[] = [
    barFigure(
      {
        id: 'genres',
        title: words.text('genres.chart'),
        says: words.text('genres.says', { count: recorded }),
        bars: bars(genres.map(({ name, games }) => ({ name, value: games }))),
      },
      [words.text('head.genre'), words.text('head.games')],
    ),
    barFigure(
      {
        id: 'genre-hours',
        title: words.text('genres.hours'),
        says: words.text('genres.hours.says'),
        bars: bars(genres.map(({ name, hours }) => ({ name, value: hours }))),
      },
      [words.text('head.genre'), words.text('head.hours')],
    ),
    barFigure(
      {
        id: 'tags',
        title: words.text('tags.chart'),
        says: words.text('tags.says', { all: tags.all, shown: tags.tags.length }),
        bars: bars(tags.tags.map(({ name, games }) => ({ name, value: games }))),
      },
      [words.text('head.tag'), words.text('head.games')],
    ),
    pricesFigure(findings, words),
  ];
  return {
    id: 'catalogue',
    title: words.text('section.catalogue'),
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
    { name: words.text('prices.free'), value: free, shown: words.number(free) },
    ...counts.map((value, place) => {
      const bound = PRICE_BOUNDS[place];
      const name =
        bound === undefined
          ? words.text('prices.over', { from: words.dollars(PRICE_BOUNDS.at(-1)!) })
          : words.text('prices.upTo', { to: words.dollars(bound) });
      return { name, value, shown: words.number(value) };
    }),
  ];
  return barFigure(
    {
      id: 'prices',
      title: words.text('prices.chart'),
      says: words.text('prices.says', { free, unknown, median: words.dollars(median ?? 0) }),
      bars,
    },
    [words.text('head.price'), words.text('head.games')],
  );
}
