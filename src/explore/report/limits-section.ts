import { html } from 'hono/html';
import { drawBars } from '../charts/bars.ts';
import type { Findings } from '../queries/findings.ts';
import type { LanguageReviews } from '../queries/languages.ts';
import type { Limits } from '../queries/limits.ts';
import { type Figure, renderFigure, renderTable, type Section } from './figure.ts';
import type { ReportWords } from './report-words.ts';

/** The number of languages with a bar of their own; the others share one. */
const SHOWN_LANGUAGES = 8;

/** The section on the limits of the data: the extent of each gap, and its consequence for answers. */
export function limitsSection(findings: Findings, words: ReportWords): Section {
  const title = words.text('report.section.limits');
  const year = findings.reviewsByMonth.findLast(({ inferred }) => inferred > 0)?.month.slice(0, 4) ?? '–';
  const rows = (Object.keys(findings.limits) as (keyof Limits)[]).map((limit) => {
    const { part, whole } = findings.limits[limit];
    const rounded = { part: words.number(Math.round(part)), whole: words.number(Math.round(whole)) };
    return [
      words.text(`report.limit.${limit}`),
      whole === 0 ? '' : words.percent(part / whole),
      words.text('report.parts.of', rounded),
      words.text(`report.limit.${limit}.means`, { year }),
    ];
  });
  const head = (['what', 'share', 'ofWhich', 'means'] as const).map((key) =>
    words.text(`report.head.${key}`),
  );
  return {
    id: 'limits',
    title,
    body: html`<p>${words.text('report.limits.lead')}</p>
${renderTable({ head, rows, words: [3], prose: true }, title)}
<p>${words.text('report.limits.crawl')}</p>
<div class="figures">${renderFigure(languagesFigure(findings, words), words)}</div>
<p>${words.text('report.languages.how', { short: reviewsOf(findings.languages, (language) => language === null) })}</p>`,
  };
}

function languagesFigure({ languages }: Findings, words: ReportWords): Figure {
  const isOther = (language: string | null) => language !== null && !['en', 'und'].includes(language);
  const neutralShare = (rows: readonly LanguageReviews[]) => {
    const reviews = rows.reduce((sum, row) => sum + row.reviews, 0);
    return reviews === 0 ? 0 : rows.reduce((sum, row) => sum + row.neutral, 0) / reviews;
  };
  const others = languages.filter(({ language }) => isOther(language));
  const other = reviewsOf(languages, isOther);
  const all = reviewsOf(languages, () => true);
  const kept = languages.slice(0, SHOWN_LANGUAGES);
  const rest = languages.slice(SHOWN_LANGUAGES);
  const groups = [
    ...kept.map((row) => ({ name: nameOf(row.language, words), rows: [row] })),
    ...(rest.length === 0 ? [] : [{ name: words.text('report.language.rest'), rows: rest }]),
  ].map(({ name, rows }) => {
    const value = rows.reduce((sum, { reviews }) => sum + reviews, 0);
    return { name, value, shown: words.number(value), neutral: words.percent(neutralShare(rows)) };
  });
  return {
    id: 'languages',
    title: words.text('report.languages.chart'),
    says: words.text('report.languages.says', {
      other,
      share: words.percent(all === 0 ? 0 : other / all),
      otherNeutral: words.percent(neutralShare(others)),
      englishNeutral: words.percent(neutralShare(languages.filter(({ language }) => language === 'en'))),
    }),
    svg: drawBars(groups),
    table: {
      head: [
        words.text('report.head.language'),
        words.text('report.head.reviews'),
        words.text('report.head.neutralShare'),
      ],
      rows: groups.map(({ name, shown, neutral }) => [name, shown, neutral]),
    },
  };
}

function reviewsOf(
  languages: readonly LanguageReviews[],
  taken: (language: string | null) => boolean,
): number {
  return languages.reduce((sum, { language, reviews }) => sum + (taken(language) ? reviews : 0), 0);
}

function nameOf(language: string | null, words: ReportWords): string {
  if (language === null) return words.text('report.language.few');
  return language === 'und' ? words.text('report.language.unknown') : words.languageName(language);
}
