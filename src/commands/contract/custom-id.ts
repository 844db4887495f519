import type { AnyCommand } from './command.ts';
import { tokenOf } from './long-names.ts';
import { parseOptions } from './options.ts';
import { longOf, shortOf } from './short-words.ts';

/** What pressing a button, or choosing from a menu, asks. It is all in the component's `custom_id`, so it works after a restart. */
export interface Press {
  command: string;
  options: Record<string, string | number | boolean>;
  /** `update`: the message that it stands under becomes the answer, where the asker presses it; `new`: another message. */
  effect: 'update' | 'new';
  /** The option that the chosen value of a menu becomes. */
  choose?: string;
}

/** Discord's limit. */
const MOST = 100;

/** A name of the program's own, in short; `=` before one that has no short form. Ids under old messages have them: they are never changed. */
function shorten(name: string): string {
  return shortOf(name) ?? `=${encodeText(name)}`;
}

function lengthen(word: string): string | null {
  return word.startsWith('=') ? decodeText(word.slice(1)) : (longOf(word) ?? null);
}

/** What stands before a value and says how it is written. */
const KIND = { text: "'", number: '#', decimal: '%', id: '^', ids: '&', flag: '!', token: '*' } as const;

/**
 * What is pressed as a `custom_id`: at most 100 characters. Where the options do not fit, the longest texts become tokens
 * ({@link tokenOf}) that are looked for among the data set's names when they are asked.
 */
export function customId(press: Press): string {
  const { command, effect, choose, options } = press;
  const parts = Object.entries(options).map(([name, value]) => {
    const long = `${shorten(name)}${encodeValue(value)}`;
    const short =
      typeof value === 'string' ? `${shorten(name)}${KIND.token}${tokenOf(value).slice(1)}` : long;
    // What holds a half of a character would not come back as it was.
    return typeof value === 'string' && !value.isWellFormed() ? { long: short, short } : { long, short };
  });
  const head = `${shorten(command)};${effect === 'new' ? 'n' : 'u'}${choose === undefined ? '' : shorten(choose)}`;
  const join = () => [head, ...parts.map(({ long }) => long)].join(';');
  for (let id = join(); ; id = join()) {
    if (id.length <= MOST) return id;
    const saves = ({ long, short }: (typeof parts)[number]) => long.length - short.length;
    const longest = parts.reduce(
      (a, b) => (saves(b) > saves(a) ? b : a),
      parts[0] ?? { long: '', short: '' },
    );
    if (saves(longest) <= 0) throw new RangeError(`The options of ${command} fit in no custom_id.`);
    longest.long = longest.short;
  }
}

/** What a `custom_id` asks; null for one that isn't ours. */
export function parseCustomId(text: string): Press | null {
  if (text.length > MOST) return null;
  const [head = '', how = '', ...parts] = text.split(';');
  const command = lengthen(head);
  const effect = how[0] === 'n' ? 'new' : how[0] === 'u' ? 'update' : null;
  const choose = how.length > 1 ? lengthen(how.slice(1)) : undefined;
  if (command === null || effect === null || choose === null) return null;
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
  };
}

/**
 * The options that a press asks its command with, checked against the definition.
 *
 * @param chosen what was chosen, where a menu was used
 * @throws QuestionError where an option is not there any more
 */
export function pressedOptions(
  { options, choose }: Press,
  { definition, byCaller }: AnyCommand,
  chosen?: string,
): Record<string, unknown> {
  const choice = choose === undefined || chosen === undefined ? {} : { [choose]: chosen };
  return parseOptions(definition, { ...options, ...choice }, byCaller);
}

/** The greatest number that an id can be. */
const MAX_ID = 2 ** 31 - 1;

function isId(text: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) <= MAX_ID;
}

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

/** Ids in base 36, all as wide as the widest, after that width. */
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

/** What stands for signs that part an id, that have no width, or that Discord might take off its ends. */
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

/** A half of a character, which makes the text none of ours, where there is no such one. */
function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ud800';
}
