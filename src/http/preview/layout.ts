import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { html } from 'hono/html';
import { colourBar } from './colour-bar.ts';
import { renderButton, renderComponents } from './components.ts';
import { type Html, renderMarkdown } from './markdown.ts';
import { pageText } from './page-texts.ts';
import { renderFile, renderPicture, type ShownFile } from './pictures.ts';

/** A layout as Discord shows it: https://docs.discord.com/developers/components/reference */
export function renderLayout(
  layout: readonly APIMessageTopLevelComponent[],
  files: readonly ShownFile[],
  locale: string,
): Html {
  const inner = (component: APIComponentInContainer) => renderInner(component, files, locale);
  return html`${layout.map((component) =>
    component.type === ComponentType.Container
      ? html`<article class="container">${colourBar(component.accent_color ?? undefined)}<div class="container-content">${component.components.map(inner)}</div></article>`
      : inner(component),
  )}`;
}

function renderInner(component: APIComponentInContainer, files: readonly ShownFile[], locale: string): Html {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return renderText(component.content, locale);
    case ComponentType.Section:
      return renderSection(component, files, locale);
    case ComponentType.MediaGallery: {
      const pictures = component.items.map(({ media, description }) =>
        renderPicture(media.url, files, {
          className: 'gallery-picture',
          alt: description ?? pageText(locale, 'page.picture'),
        }),
      );
      return html`<div class="${`gallery of-${Math.min(pictures.length, 3)}`}">${pictures}</div>`;
    }
    case ComponentType.Separator: {
      const { divider = true, spacing } = component;
      const size = spacing === SeparatorSpacingSize.Large ? 'large' : 'small';
      return html`<div class="${`separator ${size}${divider ? ' divider' : ''}`}"${divider ? html` role="separator"` : ''}></div>`;
    }
    case ComponentType.File: {
      const file = files.find(({ name }) => component.file.url === `attachment://${name}`);
      return file === undefined ? '' : renderFile(file);
    }
    case ComponentType.ActionRow:
      return renderComponents([component], { menu: pageText(locale, 'page.menu') });
  }
}

/** A text; a heading at its beginning is one for screen readers, too, like the title of an embed. */
function renderText(content: string, locale: string): Html {
  const [, signs = '', title = '', rest = content] = HEADING.exec(content) ?? [];
  const heading =
    title === '' ? '' : html`<h3 class="${`heading-${signs.length}`}">${renderMarkdown(title, locale)}</h3>`;
  return html`<div class="text-display markdown">${heading}${renderMarkdown(rest, locale)}</div>`;
}

/** A heading in the first line of a text, and the lines after it. */
const HEADING = /^(#{1,3}) (.+)\n?([\s\S]*)$/;

function renderSection(
  { components, accessory }: APISectionComponent,
  files: readonly ShownFile[],
  locale: string,
): Html {
  const beside =
    accessory.type === ComponentType.Button
      ? renderButton(accessory)
      : renderPicture(accessory.media.url, files, {
          className: 'section-thumbnail',
          alt: accessory.description ?? pageText(locale, 'page.picture'),
        });
  return html`<div class="section"><div class="section-texts">${components.map(({ content }) => renderText(content, locale))}</div>${beside}</div>`;
}
