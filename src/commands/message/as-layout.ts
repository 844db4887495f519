import { ComponentType } from 'discord-api-types/v10';
import { escapeWithin, linked, type Markdown, markdown, type Plain } from '../../../locales/markdown.ts';
import type {
  Container,
  Embed,
  FileShown,
  InContainer,
  LayoutReply,
  Reply,
  TextDisplay,
} from '../contract/reply.ts';
import { fitReply } from './fit-reply.ts';

/** A text of a layout. */
export function textDisplay(content: Markdown): TextDisplay {
  return { type: ComponentType.TextDisplay, content };
}

/** A line in small print, such as a footer. */
export function smallPrint(text: Plain): Markdown {
  return markdown`-# ${escapeWithin(text)}`;
}

/**
 * The reply as a layout: each embed becomes a container, and the rows follow. A message that shows a layout takes nothing
 * else, so every later state of it has to be one. A layout is not changed.
 */
export function asLayout(reply: Reply): LayoutReply {
  if ('layout' in reply) return reply;
  const { embeds, components, ...others } = reply;
  const shown = new Set(embeds.flatMap(({ thumbnail, image }) => [thumbnail?.url, image?.url]));
  // A layout shows no file that none of its components names.
  const files = others.files
    .map(({ name }) => `attachment://${name}`)
    .filter((url) => !shown.has(url))
    .map((url): FileShown => ({ type: ComponentType.File, file: { url } }));
  return fitReply({ ...others, layout: [...embeds.map(containerOf), ...files, ...components] });
}

function containerOf(embed: Embed): Container {
  const { color, title, url, description, fields = [], thumbnail, image, footer } = embed;
  const name = title !== undefined && url !== undefined ? linked(title, url) : title;
  const texts = [
    ...(name === undefined ? [] : [markdown`### ${name}`]),
    ...(description === undefined ? [] : [description]),
    ...fields.map((field) => markdown`**${field.name}**\n${field.value}`),
  ].map(textDisplay);
  const beside: InContainer[] =
    thumbnail === undefined || texts.length === 0
      ? texts
      : [
          {
            type: ComponentType.Section,
            components: texts.slice(0, TEXTS_IN_SECTION),
            accessory: { type: ComponentType.Thumbnail, media: { url: thumbnail.url } },
          },
          ...texts.slice(TEXTS_IN_SECTION),
        ];
  return {
    type: ComponentType.Container,
    ...(color === undefined ? {} : { accent_color: color }),
    components: [
      ...beside,
      ...(image === undefined
        ? []
        : [{ type: ComponentType.MediaGallery as const, items: [{ media: { url: image.url } }] }]),
      ...(footer === undefined ? [] : [textDisplay(smallPrint(footer.text))]),
    ],
  };
}

/** The number of texts that a section takes. */
const TEXTS_IN_SECTION = 3;
