import { isAscii, isUtf8 } from 'node:buffer';

/**
 * One line of a raw file, without its line end; or one value of a file whose records are not one on each line. Numbers
 * start at 1. A line that is too long has only a number. `notUtf8At` is the column, counted from 1, of the first letter
 * that is not UTF-8, in a line with one.
 */
export type Line = { number: number; text: string; notUtf8At?: number } | { number: number; tooLong: true };

/** The settings and listeners of a reading of lines. */
export interface LineOptions {
  /** The greatest length of a line, in bytes. */
  maxLineBytes?: number;
  /** Called with each line that has letters beyond ASCII. */
  onNonAscii?: ((line: Line) => void) | undefined;
  /** Called with the last line before it is given, if it has no line end. */
  onUnended?: ((line: Line) => void) | undefined;
}

/** The greatest length of a line, in bytes. The lines of the published files have a few megabytes at most. */
export const DEFAULT_MAX_LINE_BYTES = 64 * 1024 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/**
 * Splits bytes into lines. Each chunk that ends at least one line gives a batch. Lines end with `\n` or `\r\n`;
 * the last one may end with the file. U+2028 and a lone `\r` do not end a line. A byte-order mark at the start
 * is removed. Invalid UTF-8 becomes U+FFFD, and its place is noted; NUL stays. The places where the chunks are cut have no influence on
 * the lines.
 *
 * A line of more than `maxLineBytes` (without its end) is skipped and never held in memory as a whole.
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  { maxLineBytes = DEFAULT_MAX_LINE_BYTES, onNonAscii, onUnended }: LineOptions = {},
): AsyncGenerator<Line[], void, undefined> {
  const pending = new PendingLine(maxLineBytes, onNonAscii);
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    let end = chunk.indexOf(LINE_FEED);
    while (end !== -1) {
      lines.push(pending.finish(chunk.subarray(start, end)));
      start = end + 1;
      end = chunk.indexOf(LINE_FEED, start);
    }
    pending.add(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (pending.isEmpty) return;
  const last = pending.finish(Buffer.alloc(0));
  onUnended?.(last);
  yield [last];
}

/**
 * The line of these bytes. Invalid UTF-8 becomes U+FFFD, and its place is noted.
 *
 * @param onNonAscii called with the line if it has letters beyond ASCII
 */
export function lineOf(number: number, bytes: Buffer, onNonAscii?: (line: Line) => void): Line {
  if (isAscii(bytes)) return { number, text: bytes.toString('latin1') };
  const text = bytes.toString('utf8');
  const line: Line = isUtf8(bytes) ? { number, text } : { number, text, notUtf8At: columnOfDamage(bytes) };
  onNonAscii?.(line);
  return line;
}

/** The column, counted from 1 in UTF-16 units, of the first byte that is not UTF-8. */
function columnOfDamage(bytes: Buffer): number {
  let [valid, tested] = [0, bytes.length];
  // The text is valid up to `valid` and not up to `tested`, except for letters that are cut there.
  while (tested - valid > 1) {
    const middle = (valid + tested) >> 1;
    if (isUtf8(wholeLetters(bytes.subarray(0, middle)))) valid = middle;
    else tested = middle;
  }
  return wholeLetters(bytes.subarray(0, valid)).toString('utf8').length + 1;
}

/** The bytes without a letter at their end of which only the beginning is there. */
function wholeLetters(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? bytes.subarray(0, -back) : bytes;
  }
  return bytes;
}

/** The beginning of a line whose end has not arrived yet. */
class PendingLine {
  readonly #maxBytes: number;
  readonly #onNonAscii: LineOptions['onNonAscii'];
  #number = 1;
  #parts: Buffer[] = [];
  #bytes = 0;

  constructor(maxBytes: number, onNonAscii: LineOptions['onNonAscii']) {
    this.#maxBytes = maxBytes;
    this.#onNonAscii = onNonAscii;
  }

  get isEmpty(): boolean {
    return this.#bytes === 0;
  }

  add(part: Buffer): void {
    if (part.length === 0) return;
    this.#bytes += part.length;
    if (this.#isHopeless()) {
      this.#parts = [];
    } else {
      this.#parts.push(part);
    }
  }

  /** Completes the line with its last bytes, without `\n`, and gets ready for the next one. */
  finish(rest: Buffer): Line {
    const bytes = this.#bytes === 0 ? rest : this.#joinedWith(rest);
    const number = this.#number++;
    this.#parts = [];
    this.#bytes = 0;
    const content = bytes && withoutMarks(bytes, number === 1);
    if (content === undefined || content.length > this.#maxBytes) return { number, tooLong: true };
    return lineOf(number, content, this.#onNonAscii);
  }

  #joinedWith(rest: Buffer): Buffer | undefined {
    this.add(rest);
    return this.#isHopeless() ? undefined : Buffer.concat(this.#parts, this.#bytes);
  }

  /** Whether the line is too long even if a byte-order mark and a `\r` come off it. Its bytes are then dropped. */
  #isHopeless(): boolean {
    return this.#bytes > this.#maxBytes + BYTE_ORDER_MARK.length + 1;
  }
}

/** The line without a `\r` at its end and, if it is the first line, without a byte-order mark. */
function withoutMarks(line: Buffer, isFirst: boolean): Buffer {
  const start =
    isFirst && line.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const end =
    line.length > start && line[line.length - 1] === CARRIAGE_RETURN ? line.length - 1 : line.length;
  return line.subarray(start, end);
}
