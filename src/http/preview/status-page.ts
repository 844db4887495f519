import { html } from 'hono/html';
import { numberFormat } from '../../platform/formats.ts';
import type { Html } from './markdown.ts';
import type { PageDataSet } from './page-data-set.ts';
import { pageText } from './page-texts.ts';

const LOCALE = 'en-US';

/** The start page of a server without a preview: the loaded data, and how to ask in a terminal. */
export function statusPage(
  dataSet: PageDataSet | null,
  activity: string | null,
  questions: readonly string[],
): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<title>Steamscope</title>
<link rel="icon" href="/assets/avatar.svg">
<link rel="stylesheet" href="/assets/page.css">
</head>
<body>
<header class="top"><img src="/assets/avatar.svg" alt="" width="32" height="32"><h1>Steamscope</h1><p>${pageText(LOCALE, 'page.slogan')}</p></header>
<main>
${renderDataSet(dataSet, activity, LOCALE)}
${renderTerminal(questions, LOCALE)}
</main>
</body>
</html>`;
}

/** The section that shows how to ask in a terminal. */
export function renderTerminal(questions: readonly string[], locale: string): Html {
  return html`<h2>${pageText(locale, 'page.terminal')}</h2>
<p>${pageText(locale, 'page.terminalHint')}</p>
<pre tabindex="0">${questions.join('\n')}</pre>
<p>${pageText(locale, 'page.terminalMore')}</p>`;
}

/** The section about the loaded data. @param activity a note about the program's current work */
export function renderDataSet(dataSet: PageDataSet | null, activity: string | null, locale: string): Html {
  return html`<h2>${pageText(locale, 'page.loaded')}</h2>
${activity === null ? '' : html`<p class="note" role="status">${activity}</p>`}
${dataSet === null ? html`<p>${pageText(locale, 'page.nothing')}</p>` : loaded(dataSet, locale)}`;
}

function loaded({ id, publishedAt, summary }: PageDataSet, locale: string): Html {
  const number = numberFormat(locale);
  const date = publishedAt.toISOString().slice(0, 16).replace('T', ' ');
  const { span } = summary;
  return html`${summary.invented ? html`<p class="note">${pageText(locale, 'page.invented')}</p>` : ''}
<dl class="figures">
<dt>${pageText(locale, 'page.dataSet')}</dt><dd>${pageText(locale, 'page.published', { id: String(id), date })}</dd>
<dt>${pageText(locale, 'page.games')}</dt><dd>${number.format(summary.games)}</dd>
<dt>${pageText(locale, 'page.users')}</dt><dd>${number.format(summary.users)}</dd>
<dt>${pageText(locale, 'page.libraryRows')}</dt><dd>${number.format(summary.libraryRows)}</dd>
<dt>${pageText(locale, 'page.reviews')}</dt><dd>${number.format(summary.reviews)}</dd>
${span === null ? '' : html`<dt>${pageText(locale, 'page.span')}</dt><dd>${pageText(locale, 'page.spanValue', { from: span.from, to: span.to })}</dd>`}
</dl>`;
}
