import { decodeHTML } from 'entities';
import { isVisible } from '../validate/visible.ts';

/** White space that a text should not have within: anything but single spaces. */
const UNEVEN_SPACE = /\s\s|[^\S ]/;

/**
 * Cleans a text for storing and showing. HTML entities are decoded once, white space at the ends is removed, and any within
 * becomes one space, so that no two names look the same.
 * NUL is removed because Postgres refuses it, and lone surrogates become U+FFFD because UTF-8 cannot hold them.
 * A text of which nothing can be seen becomes null.
 */
export function cleanText(raw: string): string | null {
  const decoded = raw.includes('&') ? decodeHTML(raw) : raw;
  const trimmed = storable(decoded).trim();
  const text = UNEVEN_SPACE.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
  return isVisible(text) ? text : null;
}

/** Removes NUL and replaces lone surrogates, neither of which a Postgres text can hold. Nothing else changes. */
export function storable(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '') : wellFormed;
}

/** Cleans each text and leaves out empty ones and repetitions. The order stays. */
export function cleanTexts(raw: readonly string[]): string[] {
  const texts = new Set<string>();
  for (const item of raw) {
    const text = cleanText(item);
    if (text !== null) texts.add(text);
  }
  return [...texts];
}
