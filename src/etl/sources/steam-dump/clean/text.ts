import { decodeHTML } from 'entities';

/**
 * A text as it can be stored and shown: HTML entities decoded once, white space at the ends taken off,
 * NUL taken out (Postgres refuses it) and lone surrogates replaced by U+FFFD (UTF-8 cannot hold them).
 * An empty text is null.
 */
export function cleanText(raw: string): string | null {
  const decoded = raw.includes('&') ? decodeHTML(raw) : raw;
  const text = storable(decoded).trim();
  return text === '' ? null : text;
}

/** The text with what no Postgres text can hold taken out, and nothing else changed. */
export function storable(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '') : wellFormed;
}

/** Each text cleaned; empty ones and repetitions left out, in the order they came. */
export function cleanTexts(raw: readonly string[]): string[] {
  const texts = new Set<string>();
  for (const item of raw) {
    const text = cleanText(item);
    if (text !== null) texts.add(text);
  }
  return [...texts];
}
