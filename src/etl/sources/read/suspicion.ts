import { isUtf8 } from 'node:buffer';
import type { FileFault } from '../../report/file-fault.ts';

/** The number of bytes that are looked at. */
const LOOKED_AT = 16 * 1024;

/** The share of bytes, 0 to 1, that no text has as control characters. */
const CONTROL_SHARE = 0.02;

/** The share of bytes, 0 to 1, that no text without brackets at its start has as invalid UTF-8. */
const DAMAGED_SHARE = 0.1;

const AS_LINES = 'write it as JSON lines (pandas: to_json(path, orient="records", lines=True))';
const DELIMITERS: readonly [delimiter: string, name: string][] = [
  ['\t', 'a table with tabs (TSV)'],
  [';', 'a table with semicolons (CSV)'],
  ['|', 'a table with vertical bars (CSV)'],
  [',', 'a table with commas (CSV)'],
];

/** Matches the first key of the object that a server sends with an error in place of a file. */
const SERVER_ERROR =
  /^\{\s*["'](?:(?:errors?|message|detail|status(?:_?code)?|fault|code|success|request_?id)["']\s*:|type["']\s*:\s*"(?:about:|https?:))/i;

/**
 * Guesses what a file is that may hold no record at all, by its beginning. The guess is used only if none is found,
 * since a few lines in front of the records cost no more than themselves.
 *
 * @param head the first bytes of the file as UTF-8
 * @returns null if it looks like records, or like nothing that is known
 */
export function suspicionOf(head: Buffer): FileFault | null {
  const bytes = head.subarray(0, LOOKED_AT);
  const text = bytes.toString('utf8').replace(/^\ufeff?\s+|^\ufeff/, '');
  if (text === '') return null;
  if (isBinary(bytes, text)) {
    return {
      says: 'holds binary data of no known format',
      cure: 'if it is encrypted, decrypt it; otherwise download or copy it again',
    };
  }
  if (head.length < LOOKED_AT && SERVER_ERROR.test(text)) {
    return { says: "holds a server's message, not data", cure: 'download it again' };
  }
  if (/^\[\s*\]\s*$/.test(text)) return { says: 'has no records: it is an empty list', cure: null };
  if (/^\[\s*[[\d"'\-tfn]/.test(text)) {
    return { says: 'holds a list of values without the names of their columns', cure: AS_LINES };
  }
  if (/^[{[(]/.test(text)) return null;
  const table = tableName(text);
  return table === null
    ? { says: 'holds text that is neither JSON nor Python literals', cure: AS_LINES }
    : { says: `is ${table}`, cure: AS_LINES };
}

/** Whether bytes are no text: too many of them are control characters or no UTF-8. */
function isBinary(bytes: Buffer, text: string): boolean {
  const controls = bytes.reduce(
    (sum, byte) => (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) ? sum + 1 : sum),
    0,
  );
  if (controls > CONTROL_SHARE * bytes.length) return true;
  const damaged = /^[{[(]/.test(text) || isUtf8(bytes) ? 0 : text.split('\ufffd').length - 1;
  return damaged > DAMAGED_SHARE * bytes.length;
}

/** The name of the kind of table whose head line and first row are at the beginning; null if it is none. */
function tableName(text: string): string | null {
  const [head = '', row = ''] = text.split(/\r?\n|\r/);
  const found = DELIMITERS.find(([delimiter]) => {
    const columns = head.split(delimiter).length;
    return columns >= 3 && row.split(delimiter).length >= columns;
  });
  return found?.[1] ?? null;
}
