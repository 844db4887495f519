import { html, raw } from 'hono/html';
import type { LanguageCode } from '../../../locales/locales.ts';
import type { ServedDataSet } from '../../database/served-data-set.ts';
import type { Findings } from '../queries/findings.ts';
import { catalogueSection } from './catalogue-section.ts';
import { concentrationSection } from './concentration-section.ts';
import { filesSection } from './files-section.ts';
import { hoursSection } from './hours-section.ts';
import { limitsSection } from './limits-section.ts';
import { outliersSection } from './outliers-section.ts';
import { qualitySection } from './quality-section.ts';
import { identityOf } from './report-file.ts';
import { ReportWords } from './report-words.ts';
import { reviewsSection } from './reviews-section.ts';
import { STYLE } from './style.ts';

/** The report on a data set as one HTML document that needs no other file, no script and no network. */
export async function renderReport(
  dataSet: ServedDataSet,
  findings: Findings,
  language: LanguageCode,
): Promise<string> {
  const words = new ReportWords(language);
  const { summary } = dataSet;
  const sections = [
    filesSection(findings, summary, words),
    outliersSection(findings, summary, words),
    hoursSection(findings, words),
    concentrationSection(findings, words),
    catalogueSection(findings, summary.games, words),
    reviewsSection(findings, words),
    limitsSection(findings, words),
    qualitySection(findings, words),
  ];
  const title = words.text('report.title');
  const date = dataSet.publishedAt.toISOString().slice(0, 10);
  return String(
    await html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="steamscope-report" content="${identityOf(dataSet, language)}">
<title>${title} · Steamscope</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#contents">${words.text('report.skip')}</a>
<header>
<h1>${title}</h1>
<p>${words.text('report.lead', { id: String(dataSet.id), date })}</p>
${summary.invented ? html`<p class="note">${words.text('report.invented')}</p>` : ''}
</header>
<nav id="contents" aria-label="${words.text('report.contents')}" tabindex="-1">
<h2>${words.text('report.contents')}</h2>
<ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol>
</nav>
<main>
${sections.map(
  ({ id, title, body }) => html`<section id="${id}">
<h2>${title}</h2>
${body}
</section>
`,
)}</main>
</body>
</html>
`,
  );
}
