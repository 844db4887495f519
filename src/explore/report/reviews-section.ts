import { html } from 'hono/html';
import { drawBars } from '../charts/bars.ts';
import { drawMonths } from '../charts/months.ts';
import { drawShares } from '../charts/shares.ts';
import type { Findings } from '../queries/findings.ts';
import { VERDICT_BOUNDS } from '../queries/playtime-verdict.ts';
import type { Sentiments } from '../queries/sentiment.ts';
import { type Figure, renderFigure, type Section } from './figure.ts';
import type { ReportWords } from './report-words.ts';
import { stepName } from './steps.ts';

/** The section on reviews: by month, sentiment by year and by verdict, scores, and verdicts by playtime. */
export function reviewsSection(findings: Findings, words: ReportWords): Section {
  const { sentimentByYear, sentimentByVerdict } = findings;
  const figures = [
    monthsFigure(findings, words),
    sentimentFigure(
      {
        id: 'sentiment-by-year',
        key: 'sentimentByYear',
        first: words.text('report.head.year'),
      },
      sentimentByYear.map((row) => ({ ...row, name: String(row.year) })),
      words,
    ),
    sentimentFigure(
      {
        id: 'sentiment-by-verdict',
        key: 'sentimentByVerdict',
        first: words.text('report.head.verdict'),
      },
      sentimentByVerdict.map((row) => ({
        ...row,
        name: words.text(row.recommend ? 'report.verdict.yes' : 'report.verdict.no'),
      })),
      words,
    ),
    scoresFigure(findings, words),
    playtimeFigure(findings, words),
  ];
  return {
    id: 'reviews',
    title: words.text('report.section.reviews'),
    body: html`<p>${words.text('report.reviews.lead')}</p>
<div class="figures">${figures.map((figure) => renderFigure(figure, words))}</div>`,
  };
}

function monthsFigure({ reviewsByMonth }: Findings, words: ReportWords): Figure {
  const count = reviewsByMonth.reduce((sum, { dated, inferred }) => sum + dated + inferred, 0);
  const parts = [words.text('report.reviews.dated'), words.text('report.reviews.inferred')];
  return {
    id: 'reviews-by-month',
    title: words.text('report.reviews.byMonth'),
    says: words.text('report.reviews.byMonth.says', {
      count,
      inferred: reviewsByMonth.reduce((sum, { inferred }) => sum + inferred, 0),
    }),
    svg: drawMonths(
      reviewsByMonth.map(({ month, dated, inferred }) => ({ month, values: [dated, inferred] })),
      parts,
      words.number,
    ),
    table: {
      head: [words.text('report.head.month'), ...parts],
      rows: reviewsByMonth.map(({ month, dated, inferred }) => [
        month,
        words.number(dated),
        words.number(inferred),
      ]),
    },
  };
}

function sentimentFigure(
  {
    id,
    key,
    first,
  }: {
    id: string;
    key: 'sentimentByYear' | 'sentimentByVerdict';
    first: string;
  },
  rows: readonly (Sentiments & { name: string })[],
  words: ReportWords,
): Figure {
  const parts = (['negative', 'neutral', 'positive'] as const).map((tone) => ({
    name: words.text(`report.sentiment.${tone}`),
    color: `var(--${tone})`,
  }));
  const values = ({ negative, neutral, positive }: Sentiments) => [negative, neutral, positive];
  const sumOf = (row: Sentiments) => values(row).reduce((all, value) => all + value, 0);
  return {
    id,
    title: words.text(`report.reviews.${key}`),
    says: words.text(`report.reviews.${key}.says`),
    svg: drawShares(
      rows.map((row) => ({ name: `${row.name} (n = ${words.number(sumOf(row))})`, values: values(row) })),
      parts,
      words.percent,
    ),
    table: {
      head: [first, ...parts.map(({ name }) => name), words.text('report.head.reviews')],
      rows: rows.map((row) => {
        const sum = sumOf(row);
        return [
          row.name,
          ...values(row).map(
            (value) => `${words.number(value)} (${words.percent(value / Math.max(1, sum))})`,
          ),
          words.number(sum),
        ];
      }),
    },
  };
}

function scoresFigure({ scores }: Findings, words: ReportWords): Figure {
  const bars = scores.map((value, place) => ({
    name: String(place + 1),
    value,
    shown: words.number(value),
  }));
  return {
    id: 'scores',
    title: words.text('report.reviews.scores'),
    says: words.text('report.reviews.scores.says'),
    svg: drawBars(bars),
    table: {
      head: [words.text('report.head.score'), words.text('report.head.reviews')],
      rows: bars.map(({ name, shown }) => [name, shown]),
    },
  };
}

function playtimeFigure({ playtimeVerdicts }: Findings, words: ReportWords): Figure {
  const { bins, without } = playtimeVerdicts;
  const rows = bins.map(({ reviews, recommending }, place) => {
    const share = reviews === 0 ? 0 : recommending / reviews;
    return {
      name: stepName(place, VERDICT_BOUNDS, words),
      value: share,
      shown: reviews === 0 ? 'n = 0' : `${words.percent(share)} · n = ${words.number(reviews)}`,
      cells: [words.number(reviews), words.number(recommending), reviews === 0 ? '' : words.percent(share)],
    };
  });
  return {
    id: 'playtime-verdict',
    title: words.text('report.reviews.playtime'),
    says: words.text('report.reviews.playtime.says', { without }),
    svg: drawBars(rows, 1),
    table: {
      head: [
        words.text('report.head.hoursPlayed'),
        words.text('report.head.reviews'),
        words.text('report.head.recommending'),
        words.text('report.head.shareRecommending'),
      ],
      rows: rows.map(({ name, cells }) => [name, ...cells]),
    },
  };
}
