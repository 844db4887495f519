import { isAscii } from 'node:buffer';

/** One line of a raw file, without its end; `number` counts from 1. Of a line that is too long only the number is known. */
export type Line = { number: number; text: string } | { number: number; tooLong: true };

/** No line of the published files is longer than a few megabytes. */
export const DEFAULT_MAX_LINE_BYTES = 64 * 1024 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/**
 * Splits bytes into lines, a batch for each chunk that ends some. Lines end with `\n` or `\r\n`, and the last one may
 * end with the file; U+2028 and a lone `\r` are no line ends. A byte-order mark at the start is left out. UTF-8 that is
 * not valid becomes U+FFFD; NUL stays. Where the chunks are cut makes no difference to the lines.
 *
 * A line of more than `maxLineBytes` (without its end) is passed over without being kept in memory.
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

/** The start of a line whose end has not come yet. */
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

  /** Too long even if it begins with a byte-order mark and ends with `\r`. */
  #isHopeless(): boolean {
    return this.#bytes > this.#maxBytes + BYTE_ORDER_MARK.length + 1;
  }
}

function withoutMarks(line: Buffer, isFirst: boolean): Buffer {
  const start =
    isFirst && line.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const end =
    line.length > start && line[line.length - 1] === CARRIAGE_RETURN ? line.length - 1 : line.length;
  return line.subarray(start, end);
}
