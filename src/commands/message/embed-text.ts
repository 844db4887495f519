import { escapeMarkdown, type Markdown, type Plain, plainLine } from '../../../locales/markdown.ts';

const ELLIPSIS = '…';

/** The greatest length of a name among others in a text, in UTF-16 units, which Discord counts. */
export const NAME_LENGTH = 120;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A name for a text that Discord reads as Markdown. @param most the greatest length, escapes included, in UTF-16 units */
export function markdownName(name: string, most = NAME_LENGTH): Markdown {
  const plain = plainLine(name);
  for (let length = most; ; ) {
    const escaped = escapeMarkdown(cutText(plain, length));
    if (escaped.length <= most) return escaped;
    length -= escaped.length - most;
    // Nearly every sign needs an escape, so half as many signs fit.
    if (length <= ELLIPSIS.length) return escapeMarkdown(cutText(plain, Math.floor(most / 2)));
  }
}

/** A name for places without Markdown: a button, a menu, a choice. @param most the greatest length in UTF-16 units */
export function plainName(name: string, most: number): Plain {
  return cutText(plainLine(name), most) as Plain;
}

/**
 * The text, cut with an ellipsis where it is too long. The cut falls between characters as people see them: never within an
 * emoji, a letter with its accents, or an escape.
 *
 * @param most the greatest length in UTF-16 units, as Discord counts; at least 1
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  // Only the character under the ellipsis matters, so only the text up to a little past the limit is segmented.
  const near = graphemes.segment(text.slice(0, most + MOST_IN_A_GRAPHEME));
  const end = near.containing(most - ELLIPSIS.length)!.index;
  return `${text.slice(0, end).replace(OPEN_ESCAPE, '$<whole>').trimEnd()}${ELLIPSIS}`;
}

/** The number of UTF-16 units past the limit that are read for the end of a character that begins before it. */
const MOST_IN_A_GRAPHEME = 64;

/** A backslash at the end that would escape the ellipsis, because no other backslash escapes it. */
const OPEN_ESCAPE = /(?<!\\)(?<whole>(?:\\\\)*)\\$/;
