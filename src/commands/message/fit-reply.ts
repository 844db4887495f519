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

/** @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const MOST = {
  embeds: 10,
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
 * The reply as Discord takes it, whatever the data says: what is too long is cut between characters, what is too many or
 * empty is left out. A reply that keeps to the limits is not changed.
 */
export function fitReply<Fitting extends SentReply>(reply: Fitting): Fitting {
  const { embeds, components, files, picture } = reply;
  const fitting = embeds.slice(0, MOST.embeds).map(fitEmbed).filter(showsSomething);
  shorten(fitting);
  const seen = new Set<string>();
  // Text that was escaped stays so where it is cut.
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

/** The text, cut; undefined where it shows nothing, which Discord would refuse. */
function within(text: string | undefined, most: number): string | undefined {
  const trimmed = text?.toWellFormed().trim();
  return trimmed ? cutText(trimmed, most) : undefined;
}

function present<Key extends keyof APIEmbed>(key: Key, value: APIEmbed[Key]): Pick<APIEmbed, Key> | object {
  return value === undefined ? {} : { [key]: value };
}

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

/** A text of an embed, and how it is replaced. */
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

/** Brings all embeds together to their limit: the longest texts give way first, all of them to the same length. */
function shorten(embeds: APIEmbed[]): void {
  const texts = embeds.flatMap(textsOf).sort((a, b) => a.text.length - b.text.length);
  let left: number = MOST.inAll;
  for (const [place, { text, set }] of texts.entries()) {
    // An equal part of what is left for each of the texts that are left: none that comes later is shorter.
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
  const said = within(placeholder, MOST.placeholder);
  return [
    {
      ...others,
      options: options.slice(0, MOST.choices),
      ...(said === undefined ? {} : { placeholder: said }),
    },
  ];
}
