import { html } from 'hono/html';
import { drawBars } from '../charts/bars.ts';
import type { Findings } from '../queries/findings.ts';
import { renderFigure, type Section } from './figure.ts';
import type { ReportWords } from './report-words.ts';

/** The section on the quality of the sentiment: how well the words of a review predict its writer's verdict. */
export function qualitySection({ sentimentQuality }: Findings, words: ReportWords): Section {
  const bars = sentimentQuality.map(({ among, auc, reviews, recommending }) => ({
    name: words.text(`report.quality.${among}`),
    value: auc ?? 0,
    shown: auc === null ? words.text('report.quality.none') : words.precise(auc),
    cells: [words.number(reviews), words.number(recommending)],
  }));
  const figure = {
    id: 'auc',
    title: words.text('report.quality.chart'),
    says: words.text('report.quality.censored'),
    svg: drawBars(bars, 1),
    table: {
      head: [
        words.text('report.head.among'),
        words.text('report.head.auc'),
        words.text('report.head.reviews'),
        words.text('report.head.recommending'),
      ],
      rows: bars.map(({ name, shown, cells }) => [name, shown, ...cells]),
    },
  };
  return {
    id: 'quality',
    title: words.text('report.section.quality'),
    body: html`<p>${words.text('report.quality.lead')}</p>
<div class="figures">${renderFigure(figure, words)}</div>
<p>${words.text('report.quality.agreement')}</p>`,
  };
}
