import { isAscii } from 'node:buffer';

/** One line of a raw file, without its line end. Numbers start at 1. A line that is too long has only a number. */
export type Line = { number: number; text: string } | { number: number; tooLong: true };

/** The greatest length of a line, in bytes. The lines of the published files have a few megabytes at most. */
export const DEFAULT_MAX_LINE_BYTES = 64 * 1024 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/**
 * Splits bytes into lines. Each chunk that ends at least one line gives a batch. Lines end with `\n` or `\r\n`;
 * the last one may end with the file. U+2028 and a lone `\r` do not end a line. A byte-order mark at the start
 * is removed. Invalid UTF-8 becomes U+FFFD; NUL stays. The places where the chunks are cut have no influence on
 * the lines.
 *
 * A line of more than `maxLineBytes` (without its end) is skipped and never held in memory as a whole.
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  { maxLineBytes = DEFAULT_MAX_LINE_BYTES }: { maxLineBytes?: number } = {},
): AsyncGenerator<Line[], void, undefined> {
  const pending = new PendingLine(maxLineBytes);
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
  if (!pending.isEmpty) yield [pending.finish(Buffer.alloc(0))];
}

/** The beginning of a line whose end has not arrived yet. */
class PendingLine {
  readonly #maxBytes: number;
  #number = 1;
  #parts: Buffer[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
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
    return { number, text: content.toString(isAscii(content) ? 'latin1' : 'utf8') };
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
