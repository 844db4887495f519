/**
 * The two kinds of text that people read, as types. Each is made by the functions of this file, by `Words` and by the
 * functions that write names; a string from anywhere else is neither, so a name that nobody has escaped does not compile
 * where a reply takes a text.
 *
 * Names from the data can be anything: characters that steer text (bidi controls, zero-width characters, line ends) are
 * taken out, and in Markdown everything that Discord reads as markup, a mention, an emoji, a timestamp or a link is escaped.
 *
 * @see https://support.discord.com/hc/en-us/articles/210298617-Markdown-Text-101
 */

declare const markdownBrand: unique symbol;
declare const plainBrand: unique symbol;

/** Text for places where Discord reads Markdown: the titles, descriptions and fields of embeds. Its markup is ours alone. */
export type Markdown = string & { readonly [markdownBrand]: true };

/** Text for places that show every character as it is: footers, buttons, menus, pictures, a terminal. */
export type Plain = string & { readonly [plainBrand]: true };

/** Text that says the same in both: figures, and words of the program's own. */
export type Both = Markdown & Plain;

/** A literal type; `never` for `string` and for patterns such as `${string}!`, which can hold a name. */
type Literal<Text extends string> = Record<never, never> extends Record<Text, unknown> ? never : Text;

/** A text of the program's own, which stands in the code as a literal. */
export function own<const Text extends string>(text: Text & Literal<Text>): Both {
  return text as string as Both;
}

/** Markdown with markup of our own: the parts between the values stand in the code, the values are Markdown or whole numbers. */
export function markdown(parts: TemplateStringsArray, ...values: readonly (Markdown | number)[]): Markdown {
  return String.raw({ raw: parts }, ...values) as Markdown;
}

/** The same for plain text. */
export function plain(parts: TemplateStringsArray, ...values: readonly (Plain | number)[]): Plain {
  return String.raw({ raw: parts }, ...values) as Plain;
}

/** Texts of one kind, one after another. */
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

/** The text, several times. */
export function repeated<Text extends Markdown | Plain>(text: Text, times: number): Text {
  return text.repeat(times) as Text;
}

/** Stands for a name of which nothing can be seen. */
const NOTHING = '—';

/** Bidi controls, characters without width, and letters that look like nothing. */
const UNSEEN =
  /\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb]/g;
/** Joins two pictographs to one; anywhere else it is only unseen. */
const LOOSE_JOINER =
  /(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
/** Spells the flag of a region after a black flag; anywhere else it is only unseen. */
const LOOSE_TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/gu;
/** Variation selectors that do not follow something to vary. */
const LOOSE_VARIATION = /(?<![\p{L}\p{N}\p{P}\p{S}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** More marks on one letter than any language has reach into the lines around it. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;

/** Most names: nothing has to be taken out of them. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** The text on one line, without characters that cannot be seen. */
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

/** Signs that may begin markup, a mention, a channel, a custom emoji or a timestamp anywhere in a line. */
const ANYWHERE = /[\\*_~`|[\]<>@#]/g;
/** The colon of `:smile:`, and the one that makes a link of `https://…`. */
const EMOJI_OR_LINK = /:(?=\S)/g;
/** A list (`- a`, `1. a`) or small print (`-# a`) at the beginning of a line. */
const LINE_START = /^(?:[-+]|(?<number>\d+)\.)/;

/** The text on one line, with everything escaped that Discord would read as markup where a line has begun already. */
export function escapeWithin(text: string): Markdown {
  return plainLine(text).replace(ANYWHERE, '\\$&').replace(EMOJI_OR_LINK, '\\:') as Markdown;
}

/** The same for a text that may stand at the beginning of a line. */
export function escapeMarkdown(text: string): Markdown {
  return escapeWithin(text).replace(LINE_START, (start, digits?: string) =>
    digits === undefined ? `\\${start}` : `${digits}\\.`,
  ) as Markdown;
}

/** The text as it stands, in a typewriter's letters. */
export function code(text: string): Markdown {
  return `\`${plainLine(text).replaceAll('`', "'")}\`` as Markdown;
}
