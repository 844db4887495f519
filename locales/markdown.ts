/**
 * The two kinds of text that people read, as types. Only the functions of this file, `Words`, and the functions that write
 * names produce them. A string from anywhere else is neither, so an unescaped name does not compile where a reply takes a
 * text.
 *
 * A name from the data can hold any character. Characters that steer text (bidi controls, zero-width characters, line ends)
 * are removed. In Markdown, everything that Discord reads as markup, a mention, an emoji, a timestamp or a link is escaped.
 *
 * @see https://support.discord.com/hc/en-us/articles/210298617-Markdown-Text-101
 */

declare const markdownBrand: unique symbol;
declare const plainBrand: unique symbol;

/** Text for places where Discord reads Markdown: titles, descriptions, fields. All markup in it is the program's own. */
export type Markdown = string & { readonly [markdownBrand]: true };

/** Text for places that show every character as it is: footers, buttons, menus, pictures, a terminal. */
export type Plain = string & { readonly [plainBrand]: true };

/** Text that is the same as Markdown and as plain text: figures, and the program's own words. */
export type Both = Markdown & Plain;

/** A literal type of a string; `never` for `string` and for patterns such as `${string}!`, which could hold a name. */
type Literal<Text extends string> = Record<never, never> extends Record<Text, unknown> ? never : Text;

/** A text of the program's own, which must stand in the code as a literal. */
export function own<const Text extends string>(text: Text & Literal<Text>): Both {
  return text as string as Both;
}

/** Markdown with the program's own markup, as a template: its values are Markdown already, or whole numbers. */
export function markdown(parts: TemplateStringsArray, ...values: readonly (Markdown | number)[]): Markdown {
  return String.raw({ raw: parts }, ...values) as Markdown;
}

/** Plain text as a template: its values are plain text already, or whole numbers. */
export function plain(parts: TemplateStringsArray, ...values: readonly (Plain | number)[]): Plain {
  return String.raw({ raw: parts }, ...values) as Plain;
}

/** Texts of one kind, put together with a literal between them. */
export function joined<Text extends Markdown | Plain, const Between extends string>(
  texts: readonly Text[],
  between: Between & Literal<Between>,
): Text {
  return texts.join(between) as Text;
}

/** Texts of one kind, a line each. */
export function inLines<Text extends Markdown | Plain>(texts: readonly Text[]): Text {
  return texts.join('\n') as Text;
}

/** The text, repeated. */
export function repeated<Text extends Markdown | Plain>(text: Text, times: number): Text {
  return text.repeat(times) as Text;
}

/** The text in place of a name without a visible character. */
const NOTHING = '—';

/** Bidi controls, characters without width, and letters that are blank. */
const UNSEEN =
  /\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb]/g;
/** A zero-width joiner that does not join two pictographs, and is only invisible. */
const LOOSE_JOINER =
  /(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
/** Tag characters that do not spell a region after a black flag, and are only invisible. */
const LOOSE_TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/gu;
/** Variation selectors after a character that has no variations. */
const LOOSE_VARIATION = /(?<![\p{L}\p{N}\p{P}\p{S}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** More marks on one letter than any language uses. They would reach into the lines above and below. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;

/** A name of printable ASCII characters, as most are: nothing has to be removed from it. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** The text on one line, without invisible characters; `—` where nothing is left. */
export function plainLine(text: string): Plain {
  if (PLAIN.test(text)) return text as Plain;
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(LOOSE_TAGS, '')
    .replace(LOOSE_JOINER, '')
    .replace(LOOSE_VARIATION, '')
    .replace(PILED_MARKS, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return (line === '' ? NOTHING : line) as Plain;
}

/** Signs that can begin markup, a mention, a channel, a custom emoji or a timestamp anywhere in a line. */
const ANYWHERE = /[\\*_~`|[\]<>@#]/g;
/** The colon of `:smile:`, and the colon that makes `https://…` a link. */
const EMOJI_OR_LINK = /:(?=\S)/g;
/** The sign of a list (`- a`, `1. a`) or of small print (`-# a`) at the beginning of a line. */
const LINE_START = /^(?:[-+]|(?<number>\d+)\.)/;

/** The text on one line, escaped for a place within a line. */
export function escapeWithin(text: string): Markdown {
  return plainLine(text).replace(ANYWHERE, '\\$&').replace(EMOJI_OR_LINK, '\\:') as Markdown;
}

/** The text on one line, escaped for any place, the beginning of a line included. */
export function escapeMarkdown(text: string): Markdown {
  return escapeWithin(text).replace(LINE_START, (start, digits?: string) =>
    digits === undefined ? `\\${start}` : `${digits}\\.`,
  ) as Markdown;
}

/** The text as inline code, in a monospaced font. A backtick becomes an apostrophe. */
export function code(text: string): Markdown {
  return `\`${plainLine(text).replaceAll('`', "'")}\`` as Markdown;
}

/**
 * A text that leads to a web page. Square brackets in it become round ones: Discord reads them as those of the link, even
 * where they are escaped.
 *
 * @param address an address of the program's own, such as that of a game in the store
 */
export function linked(text: Markdown, address: string): Markdown {
  const label = text.replaceAll('\\[', '(').replaceAll('\\]', ')');
  const target = address.replace(/[()\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${label}](${target})` as Markdown;
}
