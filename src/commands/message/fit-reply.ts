import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10';
import type { SentReply } from '../contract/reply.ts';
import { cutText } from './embed-text.ts';

type Component = APIButtonComponent | APIStringSelectComponent;
type Row = APIActionRowComponent<Component>;

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
  address: 2048,
  rows: 5,
  buttons: 5,
  label: 80,
  customId: 100,
  placeholder: 150,
  choices: 25,
  choice: 100,
  fileDescription: 1024,
} as const;

/**
 * The reply within Discord's limits, whatever the data holds. A text that is too long is cut between characters; parts that
 * are too many, or empty, are left out. A reply that keeps to the limits is not changed.
 */
export function fitReply<Fitting extends SentReply>(reply: Fitting): Fitting {
  const { embeds, components, files, picture } = reply;
  const fitting = embeds.slice(0, MOST.embeds).map(fitEmbed).filter(showsSomething);
  shorten(fitting);
  const seen = new Set<string>();
  // The types stay right: `cutText` never cuts within an escape.
  return {
    embeds: fitting,
    components: components
      .map((row) => fitRow(row, seen))
      .filter(hasComponents)
      .slice(0, MOST.rows),
    files: files.map((file) => ({ ...file, description: cutText(file.description, MOST.fileDescription) })),
    ...(picture === undefined
      ? {}
      : { picture: { ...picture, description: cutText(picture.description, MOST.fileDescription) } }),
  } as SentReply as Fitting;
}

function hasComponents({ components }: Row): boolean {
  return components.length > 0;
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

/** The text, cut to its limit; undefined where it is blank, because Discord refuses blank texts. */
function within(text: string | undefined, most: number): string | undefined {
  const trimmed = text?.toWellFormed().trim();
  return trimmed ? cutText(trimmed, most) : undefined;
}

/** An embed's property, or none where the value is undefined. */
function present<Key extends keyof APIEmbed>(key: Key, value: APIEmbed[Key]): Pick<APIEmbed, Key> | object {
  return value === undefined ? {} : { [key]: value };
}

/** Whether Discord accepts this as an address: http or https, and not too long. */
function isAddress(address: string | undefined): address is string {
  return (
    address !== undefined &&
    address.length <= MOST.address &&
    /^https?:\/\//.test(address) &&
    URL.canParse(address)
  );
}

function isPicture(address: string | undefined): boolean {
  return address !== undefined && (address.startsWith('attachment://') || isAddress(address));
}

function showsSomething(embed: APIEmbed): boolean {
  return textsOf(embed).length > 0 || embed.image !== undefined || embed.thumbnail !== undefined;
}

/** A text of an embed, and the way to replace it. */
interface EmbedText {
  text: string;
  set(text: string): void;
}

function textsOf(embed: APIEmbed): EmbedText[] {
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

function textAt<Key extends string>(owner: { [key in Key]?: string }, key: Key): EmbedText {
  return {
    text: owner[key] ?? '',
    set(text) {
      owner[key] = text;
    },
  };
}

/** Cuts the texts of all embeds to their common limit. Only the longest texts are cut, all of them to the same length. */
function shorten(embeds: APIEmbed[]): void {
  const texts = embeds.flatMap(textsOf).sort((a, b) => a.text.length - b.text.length);
  let left: number = MOST.inAll;
  for (const [place, { text, set }] of texts.entries()) {
    // Each remaining text may have an equal part of the remaining length. Later texts are no shorter, and take the rest.
    const most = Math.floor(left / (texts.length - place));
    const fitting = cutText(text, most);
    if (fitting !== text) set(fitting);
    left -= fitting.length;
  }
}

function fitRow(row: Row, seen: Set<string>): Row {
  const components = row.components.flatMap((component) => fitComponent(component, seen));
  return { ...row, components: components.slice(0, MOST.buttons) };
}

/** The component within its limits; none where its id is missing, too long or used already. */
function fitComponent(component: Component, seen: Set<string>): Component[] {
  if ('custom_id' in component) {
    const { custom_id: id } = component;
    if (id.length === 0 || id.length > MOST.customId || seen.has(id)) return [];
    seen.add(id);
  }
  if (component.type === ComponentType.StringSelect) return fitMenu(component);
  if (!('label' in component) || component.label === undefined) return [component];
  return [{ ...component, label: within(component.label, MOST.label) ?? '…' }];
}

function fitMenu(menu: APIStringSelectComponent): APIStringSelectComponent[] {
  const values = new Set<string>();
  const options = menu.options.flatMap((option) => {
    const label = within(option.label, MOST.choice);
    const description = within(option.description, MOST.choice);
    const { value } = option;
    if (label === undefined || value === '' || value.length > MOST.choice || values.has(value)) return [];
    values.add(value);
    const { description: _, ...others } = option;
    return [{ ...others, label, ...(description === undefined ? {} : { description }) }];
  });
  if (options.length === 0) return [];
  const { placeholder, ...others } = menu;
  const shownPlaceholder = within(placeholder, MOST.placeholder);
  return [
    {
      ...others,
      options: options.slice(0, MOST.choices),
      ...(shownPlaceholder === undefined ? {} : { placeholder: shownPlaceholder }),
    },
  ];
}
