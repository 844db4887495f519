import type { APIEmbed } from 'discord-api-types/v10';
import { isAddress, isPicture, within } from './fit-components.ts';
import { type ShownText, shortenTexts, textAt } from './shorten-texts.ts';

/**
 * Discord's limits, in UTF-16 units or in numbers of things.
 *
 * @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
const MOST = {
  embeds: 10,
  /** Of all texts in all embeds together. */
  inAll: 6000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
} as const;

/** The embeds within Discord's limits. Texts that are too long are cut, and embeds that show nothing are left out. */
export function fitEmbeds(embeds: readonly APIEmbed[]): APIEmbed[] {
  const fitting = embeds.slice(0, MOST.embeds).map(fitEmbed).filter(showsSomething);
  shortenTexts(fitting.flatMap(textsOf), MOST.inAll);
  return fitting;
}

function fitEmbed(embed: APIEmbed): APIEmbed {
  const { title, description, url, fields, footer, author, image, thumbnail, ...others } = embed;
  const footerText = within(footer?.text, MOST.footer);
  const authorName = within(author?.name, MOST.author);
  const fitFields = (fields ?? []).slice(0, MOST.fields).flatMap((field) => {
    const name = within(field.name, MOST.fieldName);
    const value = within(field.value, MOST.fieldValue);
    return name === undefined || value === undefined ? [] : [{ ...field, name, value }];
  });
  return {
    ...others,
    ...present('title', within(title, MOST.title)),
    ...present('description', within(description, MOST.description)),
    ...present('url', isAddress(url) ? url : undefined),
    ...present('fields', fitFields.length > 0 ? fitFields : undefined),
    ...present('footer', footerText === undefined ? undefined : { ...footer, text: footerText }),
    ...present('author', authorName === undefined ? undefined : { ...author, name: authorName }),
    ...present('image', isPicture(image?.url) ? image : undefined),
    ...present('thumbnail', isPicture(thumbnail?.url) ? thumbnail : undefined),
  };
}

/** An embed's property, or none where the value is undefined. */
function present<Key extends keyof APIEmbed>(key: Key, value: APIEmbed[Key]): Pick<APIEmbed, Key> | object {
  return value === undefined ? {} : { [key]: value };
}

function showsSomething(embed: APIEmbed): boolean {
  return textsOf(embed).length > 0 || embed.image !== undefined || embed.thumbnail !== undefined;
}

function textsOf(embed: APIEmbed): ShownText[] {
  const { fields = [], footer, author } = embed;
  const texts = [
    textAt(embed, 'description'),
    textAt(embed, 'title'),
    ...fields.flatMap((field) => [textAt(field, 'value'), textAt(field, 'name')]),
    ...(footer === undefined ? [] : [textAt(footer, 'text')]),
    ...(author === undefined ? [] : [textAt(author, 'name')]),
  ];
  return texts.filter(({ text }) => text !== '');
}
