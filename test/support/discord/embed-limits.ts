import type { FieldErrors, FieldPath } from './field-errors.ts';
import { isObject, type JsonObject, objectsOf } from './json.ts';

/** The most characters in the titles, descriptions, fields, footers and authors of all embeds of a message together. */
const IN_ALL = 6000;

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export function checkEmbeds(
  path: FieldPath,
  value: unknown,
  attached: ReadonlySet<string>,
  errors: FieldErrors,
): void {
  errors.items(path, value, 0, 10);
  const embeds = objectsOf(value);
  for (const [index, embed] of embeds.entries()) checkEmbed([...path, index], embed, attached, errors);
  const characters = embeds.reduce((sum, embed) => sum + charactersOf(embed), 0);
  if (characters > IN_ALL) {
    errors.add(
      path,
      'MAX_EMBED_SIZE_EXCEEDED',
      `Embed size exceeds maximum size of ${IN_ALL} (${characters})`,
    );
  }
}

function checkEmbed(
  path: FieldPath,
  embed: JsonObject,
  attached: ReadonlySet<string>,
  errors: FieldErrors,
): void {
  errors.text([...path, 'title'], embed.title, 0, 256);
  errors.text([...path, 'description'], embed.description, 0, 4096);
  errors.items([...path, 'fields'], embed.fields, 0, 25);
  for (const [index, field] of objectsOf(embed.fields).entries()) {
    errors.text([...path, 'fields', index, 'name'], blankAsMissing(field.name), 1, 256);
    errors.text([...path, 'fields', index, 'value'], blankAsMissing(field.value), 1, 1024);
  }
  checkAddress([...path, 'url'], embed.url, null, errors);
  const { color, footer, author, image, thumbnail } = embed;
  if (typeof color === 'number' && !(Number.isInteger(color) && color >= 0 && color <= 0xffffff)) {
    errors.add([...path, 'color'], 'NUMBER_TYPE_MAX', 'A colour is 0 to 0xffffff.');
  }
  if (isObject(footer)) {
    errors.text([...path, 'footer', 'text'], footer.text, 0, 2048);
    checkAddress([...path, 'footer', 'icon_url'], footer.icon_url, attached, errors);
  }
  if (isObject(author)) {
    errors.text([...path, 'author', 'name'], author.name, 1, 256);
    checkAddress([...path, 'author', 'url'], author.url, null, errors);
    checkAddress([...path, 'author', 'icon_url'], author.icon_url, attached, errors);
  }
  if (isObject(image)) checkAddress([...path, 'image', 'url'], image.url, attached, errors);
  if (isObject(thumbnail)) checkAddress([...path, 'thumbnail', 'url'], thumbnail.url, attached, errors);
  if (charactersOf(embed) === 0 && !isObject(image) && !isObject(thumbnail)) {
    errors.add(path, 'EMBED_EMPTY', 'An embed shows nothing.');
  }
}

/** Discord trims texts, so a text of spaces alone counts as missing. */
function blankAsMissing(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? '' : value;
}

/** A picture may also be an attachment of the message itself; null for `attached` forbids that. */
function checkAddress(
  path: FieldPath,
  value: unknown,
  attached: ReadonlySet<string> | null,
  errors: FieldErrors,
): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || value.length > 2048) {
    errors.add(path, 'BASE_TYPE_MAX_LENGTH', 'Must be 2048 or fewer in length.');
    return;
  }
  const attachment = attached === null ? null : /^attachment:\/\/(.+)$/.exec(value);
  if (attached !== null && attachment !== null) {
    if (!attached.has(attachment[1]!)) {
      errors.add(path, 'ATTACHMENT_MISSING', `"${attachment[1]}" is not attached.`);
    }
  } else if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
    errors.add(path, 'URL_TYPE_INVALID_SCHEME', 'Not a well-formed http(s) address.');
  }
}

function charactersOf(embed: JsonObject): number {
  const { footer, author } = embed;
  const texts = [
    embed.title,
    embed.description,
    isObject(footer) ? footer.text : undefined,
    isObject(author) ? author.name : undefined,
    ...objectsOf(embed.fields).flatMap((field) => [field.name, field.value]),
  ];
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0);
}
