import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { html } from 'hono/html';
import { dateFormat } from '../../platform/formats.ts';
import { colourBar } from './colour-bar.ts';
import { type Html, renderLink, renderMarkdown } from './markdown.ts';
import { pageText } from './page-texts.ts';
import { renderPicture, type ShownFile } from './pictures.ts';

/** The number of inline fields in one row of an embed. */
const INLINE_IN_A_ROW = 3;

/** An embed as Discord shows it: https://docs.discord.com/developers/resources/message#embed-object */
export function renderEmbed(embed: APIEmbed, files: readonly ShownFile[], locale: string): Html {
  const { author, title, description, fields = [], thumbnail, image, footer } = embed;
  const picture = (url: string | undefined, className: string) =>
    renderPicture(url, files, { className, alt: pageText(locale, 'page.picture') });
  const name = title === undefined ? '' : renderMarkdown(title, locale);
  return html`<article class="embed">${colourBar(embed.color)}<div class="embed-grid">
${
  author === undefined
    ? ''
    : html`<p class="embed-author">${picture(author.icon_url, 'icon')}<span>${
        author.url === undefined ? author.name : renderLink(author.url, author.name)
      }</span></p>`
}
${title === undefined ? '' : html`<h3 class="embed-title">${embed.url === undefined ? name : renderLink(embed.url, name)}</h3>`}
${description === undefined ? '' : html`<div class="embed-description markdown">${renderMarkdown(description, locale)}</div>`}
${fields.length === 0 ? '' : html`<div class="embed-fields">${rowsOf(fields).map((row) => renderRow(row, locale))}</div>`}
${picture(thumbnail?.url, 'embed-thumbnail')}
${picture(image?.url, 'embed-image')}
${footer === undefined && embed.timestamp === undefined ? '' : renderFooter(embed, files, locale)}
</div></article>`;
}

/** The addresses (`attachment://name`) of all files that embeds show. */
export function shownByEmbeds(embeds: readonly APIEmbed[]): Set<string> {
  const addresses = embeds.flatMap(({ author, thumbnail, image, footer }) => [
    author?.icon_url,
    thumbnail?.url,
    image?.url,
    footer?.icon_url,
  ]);
  return new Set(addresses.filter((address) => address !== undefined));
}

/** Fields in rows: up to three inline fields side by side, every other field in a row of its own. */
export function rowsOf(fields: readonly APIEmbedField[]): APIEmbedField[][] {
  const rows: APIEmbedField[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    const fits = field.inline === true && last?.[0]?.inline === true && last.length < INLINE_IN_A_ROW;
    if (fits) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

function renderRow(row: readonly APIEmbedField[], locale: string): Html {
  return html`<dl class="${`field-row of-${row.length}`}">${row.map(
    ({ name, value }) =>
      html`<div><dt>${renderMarkdown(name, locale)}</dt><dd class="markdown">${renderMarkdown(value, locale)}</dd></div>`,
  )}</dl>`;
}

function renderFooter({ footer, timestamp }: APIEmbed, files: readonly ShownFile[], locale: string): Html {
  const icon =
    footer === undefined ? '' : renderPicture(footer.icon_url, files, { className: 'icon', alt: '' });
  const date = timestamp === undefined ? null : new Date(timestamp);
  const shown =
    date === null
      ? ''
      : html`<time datetime="${date.toISOString()}">${dateFormat(locale, {
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(date)}</time>`;
  return html`<footer class="embed-footer">${icon}<span>${footer?.text ?? ''}${
    footer !== undefined && date !== null ? ' • ' : ''
  }${shown}</span></footer>`;
}
