/**
 * Names from the data as Discord shows them. They are anyone's: what steers text (bidi controls, zero-width characters,
 * line ends) is taken out, what Discord reads as markdown, mentions, emoji, timestamps or links is escaped, and nothing
 * is cut inside what people see as one character.
 *
 * @see https://support.discord.com/hc/en-us/articles/210298617-Markdown-Text-101
 */

const ELLIPSIS = '…';

/** Stands for a name of which nothing can be seen. */
const NOTHING = '—';

/** So long is a name at most where it stands among others, in UTF-16 units, as Discord counts. */
export const NAME_LENGTH = 120;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Bidi controls, what has no width, and what looks like nothing although it counts as a letter. */
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

/** Most names: nothing in them is to be taken out. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** The text on one line, without anything that cannot be seen: for where Discord reads no markdown. */
export function plainLine(text: string): string {
  if (PLAIN.test(text)) return text;
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
  return line === '' ? NOTHING : line;
}

/** What may begin markdown, a mention, a channel, a custom emoji or a timestamp anywhere in a line. */
const ANYWHERE = /[\\*_~`|[\]<>@#]/g;
/** `:smile:`, and what makes a link of `https://…`. */
const EMOJI_OR_LINK = /:(?=\S)/g;
/** A list (`- a`, `1. a`) or small print (`-# a`) at the beginning of a line. */
const LINE_START = /^(?:[-+]|(?<number>\d+)\.)/;

/** The text with everything that Discord would read as markdown escaped; on one line. */
export function escapeMarkdown(text: string): string {
  return plainLine(text)
    .replace(ANYWHERE, '\\$&')
    .replace(EMOJI_OR_LINK, '\\:')
    .replace(LINE_START, (start, digits?: string) => (digits === undefined ? `\\${start}` : `${digits}\\.`));
}

/** A name among others in a text that Discord reads as markdown, escaped and at most so long. */
export function markdownName(name: string, most = NAME_LENGTH): string {
  const plain = plainLine(name);
  for (let length = most; ; ) {
    const escaped = escapeMarkdown(cutText(plain, length));
    if (escaped.length <= most) return escaped;
    length -= escaped.length - most;
    // So many signs that each needs an escape: half of them fit.
    if (length <= ELLIPSIS.length) return escapeMarkdown(cutText(plain, Math.floor(most / 2)));
  }
}

/** A name where Discord reads no markdown: a button, a menu, a choice. */
export function plainName(name: string, most: number): string {
  return cutText(plainLine(name), most);
}

/**
 * The text, or as much of its beginning as fits, with an ellipsis; whole characters as people see them, never a part of
 * an emoji, of a letter with its accents, or of an escape.
 *
 * @param most UTF-16 units, as Discord counts; at least 1
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  // The work is bounded by the limit's surroundings: only the character on which the ellipsis would fall is looked for.
  const near = graphemes.segment(text.slice(0, most + MOST_IN_A_GRAPHEME));
  const end = near.containing(most - ELLIPSIS.length)!.index;
  return `${text.slice(0, end).replace(OPEN_ESCAPE, '$<whole>').trimEnd()}${ELLIPSIS}`;
}

/** So far behind the limit a character that begins before it is looked at. */
const MOST_IN_A_GRAPHEME = 64;

/** A backslash at the end that would escape the ellipsis: one that no other escapes. */
const OPEN_ESCAPE = /(?<!\\)(?<whole>(?:\\\\)*)\\$/;
