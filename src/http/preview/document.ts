import { html } from 'hono/html';
import type { Html } from './markdown.ts';
import { pageText } from './page-texts.ts';

/** A page of the preview as a whole HTML document. @param body the content of the page, with an element `#main` */
export function renderDocument({ title, locale, body }: { title: string; locale: string; body: Html }): Html {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<title>${title}</title>
<link rel="icon" href="/assets/avatar.svg">
<link rel="stylesheet" href="/assets/page.css">
<link rel="stylesheet" href="/assets/message.css">
<script type="module" src="/assets/preview.js"></script>
</head>
<body>
<a class="skip" href="#main">${pageText(locale, 'page.skip')}</a>
${body}
</body>
</html>`;
}
