import type { FileFault } from '../../report/file-fault.ts';
import { Brackets } from './brackets.ts';

/**
 * The way in which a file holds its records: one on each `line`; `values` one after another in a list or without line
 * ends, over any number of lines; or `rows`, the values of one object, as pandas writes with orient='index'.
 */
export type Shape = 'lines' | 'values' | 'rows';

/** The finding about a file's shape: a fault, if it has one that cannot be read. */
export type FoundShape = { shape: Shape } | { fault: FileFault };

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const OPEN_BRACE = 0x7b;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/** The number of bytes in which the first keys of a file are looked for. */
const KEYS_BYTES = 4096;

const KEY = String.raw`("(?:[^"\\]|\\.)*"|u?'(?:[^'\\]|\\.)*'|-?\d+)\s*:\s*`;
/** Matches an object whose first value is an object, with the first keys of both. */
const NESTED = new RegExp(String.raw`^\{\s*${KEY}\{\s*(?:${KEY}|\})`);
/** Matches the objects that pandas writes with orient='split' and orient='table'. */
const SPLIT = /^\{\s*["'](?:columns|index)["']\s*:\s*\[/;
const TABLE = /^\{\s*["']schema["']\s*:\s*\{\s*["']fields["']/;
const NUMBER_KEY = /^["'u]*-?\d+["']?$/;

const AS_LINES = 'write it with to_json(path, orient="records", lines=True)';

/**
 * Finds out how a file holds its records.
 *
 * @param head the first bytes of the file as UTF-8
 * @param isWhole whether they are the whole file
 * @returns null if more bytes are needed
 */
export function shapeOf(head: Buffer, isWhole: boolean): FoundShape | null {
  const from = skipSpace(head, head.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0);
  if (from === head.length) return isWhole ? { shape: 'lines' } : null;
  if (head[from] === OPEN_BRACKET) return shapeOfList(head, from, isWhole);
  if (head[from] !== OPEN_BRACE) return { shape: 'lines' };

  const keys = head.toString('latin1', from, from + KEYS_BYTES);
  if (SPLIT.test(keys) || TABLE.test(keys)) {
    return { fault: { says: 'is a table by columns, as pandas writes it', cure: AS_LINES } };
  }
  const nested = NESTED.exec(keys);
  return nested === null
    ? shapeOfObjects(head, from, isWhole)
    : shapeOfNested(head, from, isWhole, nested[1]!, nested[2] ?? '');
}

/** The shape of a file that begins with a list: of records, if its first entry is one. */
function shapeOfList(head: Buffer, from: number, isWhole: boolean): FoundShape | null {
  const first = skipSpace(head, from + 1);
  if (first === head.length) return isWhole ? { shape: 'values' } : null;
  return { shape: head[first] === OPEN_BRACE ? 'values' : 'lines' };
}

/** The shape of a file whose first object holds an object first. */
function shapeOfNested(
  head: Buffer,
  from: number,
  isWhole: boolean,
  key: string,
  innerKey: string,
): FoundShape | null {
  const byColumn = NUMBER_KEY.test(innerKey) && !NUMBER_KEY.test(key);
  if (!byColumn && NUMBER_KEY.test(key)) return { shape: 'rows' };
  const end = new Brackets().close(head, from);
  const next = end === -1 ? head.length : skipSpace(head, end);
  if (next === head.length && !isWhole) return null;
  // Several objects are records, whatever is in them; and MongoDB writes a record's id as an object.
  if (next < head.length || innerKey.includes('$')) return shapeOfObjects(head, from, isWhole);
  return byColumn
    ? { fault: { says: 'is a table by columns, as pandas writes it', cure: AS_LINES } }
    : { shape: 'rows' };
}

/** The shape of a file that begins with an object. */
function shapeOfObjects(head: Buffer, from: number, isWhole: boolean): FoundShape | null {
  const lineEnd = head.indexOf(LINE_FEED, from);
  const line = lineEnd === -1 ? head : head.subarray(0, lineEnd);
  const brackets = new Brackets();
  const end = brackets.close(line, from);
  if (end !== -1) {
    const next = skipSpace(line, end);
    if (next === line.length) return lineEnd === -1 && !isWhole ? null : { shape: 'lines' };
    return { shape: line[next] === OPEN_BRACE || line[next] === COMMA ? 'values' : 'lines' };
  }
  if (lineEnd === -1) return isWhole ? { shape: 'lines' } : null;
  // A text that goes on in the next line is a damaged line, since neither JSON nor Python writes such texts.
  if (brackets.isInText) return { shape: 'lines' };
  return shapeOfOpenLine(head, from, lineEnd, isWhole);
}

/** The shape of a file whose first line ends with a bracket open: records over several lines, or a damaged line. */
function shapeOfOpenLine(head: Buffer, from: number, lineEnd: number, isWhole: boolean): FoundShape | null {
  const isBracket = skipSpace(head, from + 1) > lineEnd;
  const next = skipSpace(head, lineEnd);
  if (next === head.length) return isWhole ? { shape: isBracket ? 'values' : 'lines' } : null;
  const beginsRecord = head[next] === OPEN_BRACE && head[next - 1] === LINE_FEED;
  return { shape: beginsRecord && !isBracket ? 'lines' : 'values' };
}

/** The position of the first byte that is not white space. */
function skipSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && isSpace(bytes[at]!)) at++;
  return at;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === 0x09;
}
