import { html } from 'hono/html';
import { drawBars } from '../charts/bars.ts';
import type { Findings } from '../queries/findings.ts';
import { renderFigure, type Section } from './figure.ts';
import type { ReportWords } from './report-words.ts';

/** How well the words of a review tell its writer's verdict. */
export function qualitySection({ sentimentQuality }: Findings, words: ReportWords): Section {
  const bars = sentimentQuality.map(({ among, auc, reviews, recommending }) => ({
    name: words.text(`quality.${among}`),
    value: auc ?? 0,
    shown: auc === null ? words.text('quality.none') : words.precise(auc),
    cells: [words.number(reviews), words.number(recommending)],
  }));
  const figure = {
    id: 'auc',
    title: words.text('quality.chart'),
    says: words.text('quality.censored'),
    svg: drawBars(bars, 1),
    table: {
      head: [
        words.text('head.among'),
        words.text('head.auc'),
        words.text('head.reviews'),
        words.text('head.recommending'),
      ],
      rows: bars.map(({ name, shown, cells }) => [name, shown, ...cells]),
    },
  };
  return {
    id: 'quality',
    title: words.text('section.quality'),
    body: html`<p>${words.text('quality.lead')}</p>
<div class="figures">${renderFigure(figure, words)}</div>
<p>${words.text('quality.agreement')}</p>`,
  };
}
