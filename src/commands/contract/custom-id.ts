import type { AnyCommand } from './command.ts';
import { tokenOf } from './long-names.ts';
import { parseOptions } from './options.ts';
import { longOf, shortOf } from './short-words.ts';

/** The question behind a button or a menu. The component's `custom_id` holds all of it, so that it works after a restart. */
export interface Press {
  command: string;
  options: Record<string, string | number | boolean>;
  /** `update`: the answer replaces the component's message, if the original asker pressed it; `new`: it is a new message. */
  effect: 'update' | 'new';
  /** Of a menu: the option that gets the chosen value. */
  choose?: string;
  /** Of one of several menus for the same option: its place from 1, which does nothing but tell their ids apart. */
  place?: number;
}

/** The number of characters that Discord allows in a `custom_id`. */
const MOST = 100;

/**
 * The short form of a command's or an option's name; a name without one is written whole, after `=`. Ids under old messages
 * contain these forms, so they must never change.
 */
function shorten(name: string): string {
  return shortOf(name) ?? `=${encodeText(name)}`;
}

/** The name that {@link shorten} has written; null where no name has this short form. */
function lengthen(word: string): string | null {
  return word.startsWith('=') ? decodeText(word.slice(1)) : (longOf(word) ?? null);
}

/** The sign before a value, which says how the value is written. */
const KIND = { text: "'", number: '#', decimal: '%', id: '^', ids: '&', flag: '!', token: '*' } as const;

/** Whether all options of a press fit in a `custom_id` as they are, none of them as a token. */
export function fitsWhole({ command, effect, options }: Press): boolean {
  const parts = Object.entries(options).map(([name, value]) => `${shorten(name)}${encodeValue(value)}`);
  return [`${shorten(command)};${effect[0]}`, ...parts].join(';').length <= MOST;
}

/**
 * A press as a `custom_id` of at most 100 characters. Where the options do not fit, the longest texts become tokens
 * ({@link tokenOf}), which the command looks up among the data set's names when the button is pressed.
 *
 * @throws RangeError where the options do not fit even so
 */
export function customId(press: Press): string {
  const { command, effect, choose, place, options } = press;
  const parts = Object.entries(options).map(([name, value]) => {
    const long = `${shorten(name)}${encodeValue(value)}`;
    const short =
      typeof value === 'string' ? `${shorten(name)}${KIND.token}${tokenOf(value).slice(1)}` : long;
    // A text with half a character would not be read back unchanged, so only its token is used.
    return typeof value === 'string' && !value.isWellFormed() ? { long: short, short } : { long, short };
  });
  const chosen = `${choose === undefined ? '' : shorten(choose)}${place === undefined ? '' : `!${place}`}`;
  const head = `${shorten(command)};${effect === 'new' ? 'n' : 'u'}${chosen}`;
  const join = () => [head, ...parts.map(({ long }) => long)].join(';');
  for (let id = join(); ; id = join()) {
    if (id.length <= MOST) return id;
    const saves = ({ long, short }: (typeof parts)[number]) => long.length - short.length;
    const longest = parts.reduce(
      (a, b) => (saves(b) > saves(a) ? b : a),
      parts[0] ?? { long: '', short: '' },
    );
    if (saves(longest) <= 0) throw new RangeError(`The options of ${command} do not fit in a custom_id.`);
    longest.long = longest.short;
  }
}

/** The press that a `custom_id` stands for; null for an id that this program has not written. */
export function parseCustomId(text: string): Press | null {
  if (text.length > MOST) return null;
  const [head = '', how = '', ...parts] = text.split(';');
  const command = lengthen(head);
  const effect = how[0] === 'n' ? 'new' : how[0] === 'u' ? 'update' : null;
  const [word = '', place] = how.slice(1).split('!');
  const choose = word === '' ? undefined : lengthen(word);
  if (command === null || effect === null || choose === null || !/^\d?$/.test(place ?? '')) return null;
  const options: [string, string | number | boolean][] = [];
  for (const part of parts) {
    const written = /^(?<name>=?[^'#%^&!*]*)(?<value>.+)$/su.exec(part);
    const name = lengthen(written?.groups?.name ?? '');
    const value = decodeValue(written?.groups?.value ?? '');
    if (name === null || value === null) return null;
    options.push([name, value]);
  }
  return {
    command,
    options: Object.fromEntries(options),
    effect,
    ...(choose === undefined ? {} : { choose }),
    ...(place === undefined ? {} : { place: Number(place) }),
  };
}

/**
 * The options of a press, checked against the definition of its command.
 *
 * @param chosen the value chosen in a menu
 * @throws QuestionError where the command no longer has such an option
 */
export function pressedOptions(
  { options, choose }: Press,
  { definition, byCaller }: AnyCommand,
  chosen?: string,
): Record<string, unknown> {
  const choice = choose === undefined || chosen === undefined ? {} : { [choose]: chosen };
  return parseOptions(definition, { ...options, ...choice }, byCaller);
}

/** The greatest number that counts as an id: a game's id is a 32-bit integer. */
const MAX_ID = 2 ** 31 - 1;

function isId(text: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) <= MAX_ID;
}

/** A value with its sign before it. Game ids and numbers are in base 36, which is shorter. */
function encodeValue(value: string | number | boolean): string {
  if (typeof value === 'boolean') return `${KIND.flag}${value ? 1 : 0}`;
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0)
      ? `${KIND.number}${value.toString(36)}`
      : `${KIND.decimal}${Object.is(value, -0) ? '-0' : value}`;
  }
  if (isId(value)) return `${KIND.id}${Number(value).toString(36)}`;
  const ids = value.split(',');
  if (ids.length > 1 && ids.every(isId)) return `${KIND.ids}${encodeIds(ids)}`;
  return `${KIND.text}${encodeText(value)}`;
}

/** The value that {@link encodeValue} has written; null for any other text. */
function decodeValue(written: string): string | number | boolean | null {
  const text = written.slice(1);
  switch (written[0]) {
    case KIND.flag:
      return text === '1';
    case KIND.number:
      return /^-?[0-9a-z]{1,11}$/.test(text) ? Number.parseInt(text, 36) : null;
    case KIND.decimal:
      return Number(text);
    case KIND.id:
      return /^[0-9a-z]{1,6}$/.test(text) ? String(Number.parseInt(text, 36)) : null;
    case KIND.ids:
      return decodeIds(text);
    case KIND.token:
      return `#${text}`;
    case KIND.text:
      return decodeText(text);
    default:
      return null;
  }
}

/** The number of digits of the longest id, then all ids in base 36, padded with zeros to that width. */
function encodeIds(ids: readonly string[]): string {
  const written = ids.map((id) => Number(id).toString(36));
  const width = Math.max(...written.map(({ length }) => length));
  return width + written.map((id) => id.padStart(width, '0')).join('');
}

function decodeIds(text: string): string | null {
  const width = Number(text[0]);
  const written = text.slice(1);
  if (!(width >= 1) || !/^[0-9a-z]+$/.test(written) || written.length % width !== 0) return null;
  const ids = Array.from({ length: written.length / width }, (_, place) =>
    Number.parseInt(written.slice(place * width, (place + 1) * width), 36),
  );
  return ids.join(',');
}

/** The text with replacements for signs that separate the parts of an id, that have no width, or that Discord might trim. */
function encodeText(text: string): string {
  return text.replace(/[~;_'#%^&!*=\p{Cc}\p{Z}]/gu, (sign) =>
    sign === ' ' ? '_' : `~${sign.codePointAt(0)!.toString(36)}.`,
  );
}

function decodeText(text: string): string | null {
  const decoded = text.replace(/_|~(?<code>[0-9a-z]{1,4})\./g, (sign, code?: string) =>
    sign === '_' ? ' ' : characterOf(Number.parseInt(code!, 36)),
  );
  return decoded.isWellFormed() ? decoded : null;
}

/** The character with this code. A code that does not exist gives half a character, so that the caller rejects the text. */
function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ud800';
}
