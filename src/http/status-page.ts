import { html } from 'hono/html';
import type { PageDataSet } from './server.ts';

const QUESTIONS = [
  'npm run --silent ask -- playtime-genre --genre Action',
  'npm run --silent ask -- user-for-genre --genre Action',
  'npm run --silent ask -- users-recommend --year 2015',
  'npm run --silent ask -- users-worst-developer --year 2015 --year-of released',
  'npm run --silent ask -- sentiment-analysis --developer "…" --locale es-ES',
];

/** The page that says what is loaded and how to ask. */
export function statusPage(dataSet: PageDataSet | null, activity: string | null) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Steamscope</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; }
  dl { display: grid; grid-template-columns: max-content auto; gap: .25rem 1.5rem; }
  dd { margin: 0; font-variant-numeric: tabular-nums; }
  pre { overflow-x: auto; padding: 1rem; background: color-mix(in srgb, currentColor 8%, transparent); border-radius: .5rem; }
  .note { padding: .5rem 1rem; border-left: .25rem solid #b58900; }
</style>
</head>
<body>
<main>
<h1>Steamscope</h1>
<p>What people really play on Steam, and what they recommend.</p>
${activity === null ? '' : html`<p class="note" role="status">${activity}</p>`}
<h2>What is loaded</h2>
${dataSet === null ? html`<p>Nothing yet.</p>` : loaded(dataSet)}
<h2>How to ask</h2>
<p>From a terminal, in this folder:</p>
<pre>${QUESTIONS.join('\n')}</pre>
<p>Add <code>--json</code> for programs. The settings are in <code>.env.example</code>.</p>
</main>
</body>
</html>`;
}

function loaded({ id, publishedAt, summary }: PageDataSet) {
  const number = new Intl.NumberFormat('en');
  return html`${
    summary.invented
      ? html`<p class="note">This is the invented sample that comes with the program, not real data.</p>`
      : ''
  }
<dl>
<dt>Data set</dt><dd>${id}, published ${publishedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC</dd>
<dt>Games</dt><dd>${number.format(summary.games)}</dd>
<dt>Users</dt><dd>${number.format(summary.users)}</dd>
<dt>Games in libraries</dt><dd>${number.format(summary.libraryRows)}</dd>
<dt>Reviews</dt><dd>${number.format(summary.reviews)}</dd>
${summary.span === null ? '' : html`<dt>Reviews from</dt><dd>${summary.span.from} to ${summary.span.to}</dd>`}
</dl>`;
}
