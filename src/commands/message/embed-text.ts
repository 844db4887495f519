import { escapeMarkdown, type Markdown, type Plain, plainLine } from '../../../locales/markdown.ts';

/** Names from the data as Discord shows them: escaped or plain, and cut between characters as people see them. */

const ELLIPSIS = '…';

/** The most UTF-16 units, which Discord counts, that a name has where it stands among others. */
export const NAME_LENGTH = 120;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A name among others in a text that Discord reads as markdown, escaped and at most so long. */
export function markdownName(name: string, most = NAME_LENGTH): Markdown {
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
export function plainName(name: string, most: number): Plain {
  return cutText(plainLine(name), most) as Plain;
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
