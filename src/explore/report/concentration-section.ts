import { html } from 'hono/html';
import { drawLorenz } from '../charts/lorenz.ts';
import type { Findings } from '../queries/findings.ts';
import { renderFigure, type Section } from './figure.ts';
import type { ReportWords } from './report-words.ts';

/** The section with Lorenz curves of hours among games and among users, and their Gini coefficients. */
export function concentrationSection(
  { gameConcentration: games, userConcentration: users }: Findings,
  words: ReportWords,
): Section {
  const section = { id: 'concentration', title: words.text('report.section.concentration') };
  const lead = html`<p>${words.text('report.concentration.lead')}</p>`;
  if (games.gini === null || users.gini === null) {
    return { ...section, body: html`${lead}<p>${words.text('report.concentration.none')}</p>` };
  }
  const figure = {
    id: 'lorenz',
    title: words.text('report.concentration.chart'),
    says: words.text('report.concentration.says', {
      games: words.precise(games.gini),
      users: words.precise(users.gini),
      gameCount: games.count,
      userCount: users.count,
      topGames: words.percent(games.topHundredth ?? 0),
      topUsers: words.percent(users.topTenth ?? 0),
    }),
    svg: drawLorenz(
      [
        {
          name: words.text('report.concentration.games'),
          shares: games.curve,
          named: { at: 17, side: 'top' },
        },
        {
          name: words.text('report.concentration.users'),
          shares: users.curve,
          named: { at: 15, side: 'left' },
        },
      ],
      { equal: words.text('report.concentration.equal'), across: words.text('report.concentration.across') },
      words.percent,
    ),
    table: {
      head: [
        words.text('report.head.part'),
        words.text('report.head.shareGames'),
        words.text('report.head.shareUsers'),
      ],
      rows: games.curve.map((share, step) => [
        words.percent(step / (games.curve.length - 1)),
        words.percent(share),
        words.percent(users.curve[step] ?? 0),
      ]),
    },
  };
  return { ...section, body: html`${lead}<div class="figures">${renderFigure(figure, words)}</div>` };
}
