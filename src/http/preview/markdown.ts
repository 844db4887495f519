import { parse } from 'discord-markdown-parser';
import { html } from 'hono/html';
import { dateFormat } from '../../platform/formats.ts';
import { type ListItem, splitLists } from './markdown-lists.ts';

/** HTML (a value of `html`), or a string that hono escapes when it is put into HTML. */
export type Html = ReturnType<typeof html> | string;

/** A node of the parser's tree. `type` determines which of the other fields are set. */
interface Node {
  type: string;
  content?: unknown;
  target?: unknown;
  level?: unknown;
  timestamp?: unknown;
  format?: unknown;
  name?: unknown;
}

/**
 * Discord's Markdown as HTML. Everything that is not markup is text, which hono escapes.
 * The markup is that of an embed's description: https://support.discord.com/hc/en-us/articles/210298617
 *
 * @param locale the locale in which dates are written
 */
export function renderMarkdown(text: string, locale: string): Html {
  const render = (source: string) => renderNodes(parse(source, 'extended') as Node[], locale);
  return html`${splitLists(text).map((block) =>
    typeof block === 'string' ? render(block) : renderList(block, render),
  )}`;
}

function renderList({ ordered, start, items }: ListItem, render: (source: string) => Html): Html {
  const entries = items.map(
    ({ text, list }) => html`<li>${render(text)}${list === null ? '' : renderList(list, render)}</li>`,
  );
  return ordered ? html`<ol start="${start}">${entries}</ol>` : html`<ul>${entries}</ul>`;
}

function renderNodes(nodes: readonly Node[], locale: string): Html {
  return html`${nodes.map((node) => renderNode(node, locale))}`;
}

function renderNode(node: Node, locale: string): Html {
  const text = typeof node.content === 'string' ? node.content : '';
  const inner = Array.isArray(node.content) ? renderNodes(node.content as Node[], locale) : text;
  switch (node.type) {
    case 'strong':
      return html`<strong>${inner}</strong>`;
    case 'em':
      return html`<em>${inner}</em>`;
    case 'underline':
      return html`<u>${inner}</u>`;
    case 'strikethrough':
      return html`<s>${inner}</s>`;
    case 'inlineCode':
      return html`<code>${text}</code>`;
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${text}</code></pre>`;
    case 'blockQuote':
      return html`<blockquote>${inner}</blockquote>`;
    case 'heading':
      // Not an <h2>: a screen reader would list it in the outline of the page.
      return html`<span class="${`heading-${Number(node.level)}`}">${inner}</span>`;
    case 'subtext':
      return html`<small>${inner}</small>`;
    case 'spoiler':
      return html`<details class="spoiler"><summary>…</summary>${inner}</details>`;
    case 'link':
    case 'url':
    case 'autolink':
      return renderLink(String(node.target), inner);
    case 'timestamp':
      return renderTimestamp(Number(node.timestamp), String(node.format ?? 'f'), locale);
    case 'br':
    case 'newline':
      return html`<br>`;
    case 'everyone':
    case 'here':
      return `@${node.type}`;
    case 'twemoji':
    case 'emoticon':
      return text === '' ? String(node.name ?? '') : text;
    default:
      return inner;
  }
}

/** A link to a web page; for any other address, only its text. */
export function renderLink(address: string, inner: Html): Html {
  if (!isWebAddress(address)) return inner;
  return html`<a href="${address}" target="_blank" rel="noopener noreferrer nofollow">${inner}</a>`;
}

/** Whether this is an absolute http(s) address. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}

const TIMESTAMPS: Record<string, Intl.DateTimeFormatOptions> & { f: Intl.DateTimeFormatOptions } = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  R: { dateStyle: 'medium', timeStyle: 'short' },
};

function renderTimestamp(seconds: number, format: string, locale: string): Html {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return '';
  const shown = dateFormat(locale, TIMESTAMPS[format] ?? TIMESTAMPS.f).format(date);
  return html`<time datetime="${date.toISOString()}">${shown}</time>`;
}
