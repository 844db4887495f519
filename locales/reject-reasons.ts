import type { TextKey } from './words.ts';

/** The reasons about a line as a whole, by their codes in `src/etl/sources`. */
const OF_LINES: Readonly<Record<string, TextKey>> = {
  'line-too-long': 'reason.too-long',
  'not-utf-8': 'reason.not-utf-8',
  'not-a-record': 'reason.not-a-record',
};

/** The beginnings of codes about a field, or about a line of another file, with their texts. */
const ABOUT: Readonly<Record<string, TextKey>> = {
  missing: 'reason.missing',
  invalid: 'reason.invalid',
  'looks-like': 'reason.other-file',
};

/**
 * The text for the reason why a line or a record was left out, and the field, file or place that the text names. A code that is
 * not known says where a line stopped being readable.
 */
export function rejectReason(code: string): { key: TextKey; about: string } {
  if (Object.hasOwn(OF_LINES, code)) return { key: OF_LINES[code]!, about: code };
  const [, what, about] = /^(missing|invalid|looks-like)-(.+)$/s.exec(code) ?? [];
  if (what !== undefined && about !== undefined) return { key: ABOUT[what]!, about };
  return { key: 'reason.unreadable', about: code };
}
