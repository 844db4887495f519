import { Brackets } from './brackets.ts';
import { DEFAULT_MAX_LINE_BYTES, type Line, type LineOptions, lineOf } from './lines.ts';

const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const QUOTES: readonly number[] = [0x22, 0x27];
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/** Thrown when the bytes end within a value or a list. */
export class CutValueError extends Error {
  /** The number of the value in which they end, counted from 1. */
  readonly number: number;

  constructor(number: number) {
    super(`cut in value ${number}`);
    this.number = number;
  }
}

/**
 * Splits bytes into the values of lists, of one object (`rows`), or values in a row, over any number of lines. Each
 * becomes a {@link Line} with the number of the value, counted from 1. Words between values become lines of their own,
 * which no parser accepts. A value of more than `maxLineBytes` is skipped and never held in memory as a whole.
 *
 * @param rows whether the records are the values of an object
 * @throws CutValueError if the bytes end within a value, a list or the object
 */
export async function* readValues(
  chunks: AsyncIterable<Buffer>,
  rows: boolean,
  { maxLineBytes = DEFAULT_MAX_LINE_BYTES, onNonAscii }: LineOptions = {},
): AsyncGenerator<Line[], void, undefined> {
  const splitter = new Splitter(rows, maxLineBytes, onNonAscii);
  for await (const chunk of chunks) {
    const lines = splitter.add(chunk);
    if (lines.length > 0) yield lines;
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
}

class Splitter {
  readonly #rows: boolean;
  readonly #maxBytes: number;
  readonly #onNonAscii: LineOptions['onNonAscii'];
  #lines: Line[] = [];
  #number = 1;
  #isFirst = true;
  /** Whether the list or the object around the values is open. */
  #isInside = false;
  /** The kind of the current value: one in brackets, or a word; null between values. */
  #value: 'bracketed' | 'word' | null = null;
  /** The quotation mark that is open in a word; 0 if none is. */
  #quote = 0;
  #escaped = false;
  #brackets = new Brackets();
  #parts: Buffer[] = [];
  #bytes = 0;

  constructor(rows: boolean, maxBytes: number, onNonAscii: LineOptions['onNonAscii']) {
    this.#rows = rows;
    this.#maxBytes = maxBytes;
    this.#onNonAscii = onNonAscii;
  }

  /** The values that end in the chunk. */
  add(chunk: Buffer): Line[] {
    this.#lines = [];
    let at = this.#isFirst && chunk.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    this.#isFirst = false;
    while (at < chunk.length) {
      if (this.#value === 'bracketed') at = this.#bracketed(chunk, at);
      else if (this.#value === 'word') at = this.#word(chunk, at);
      else at = this.#between(chunk, at);
    }
    return this.#lines;
  }

  /** The last value, if it is a word. */
  end(): Line[] {
    this.#lines = [];
    if (this.#value === 'bracketed' || this.#isInside) throw new CutValueError(this.#number);
    if (this.#value === 'word') this.#finish();
    return this.#lines;
  }

  /** Goes on between values. @returns the position of the next byte */
  #between(chunk: Buffer, at: number): number {
    const byte = chunk[at]!;
    if (byte <= 0x20 || byte === COMMA || (byte === COLON && this.#rows)) return at + 1;
    if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) {
      if (!this.#isInside) this.#stray(chunk, at);
      this.#isInside = false;
      return at + 1;
    }
    const opens = byte === OPEN_BRACE || byte === OPEN_BRACKET;
    if (opens && !this.#isInside && (byte === OPEN_BRACKET || this.#rows)) {
      this.#isInside = true;
      return at + 1;
    }
    this.#value = opens ? 'bracketed' : 'word';
    this.#brackets = new Brackets();
    return at;
  }

  /** Gives a closing bracket that closes nothing as a line of its own. */
  #stray(chunk: Buffer, at: number): void {
    this.#keep(chunk.subarray(at, at + 1));
    this.#finish();
  }

  /** Goes on within a value in brackets. @returns the position of the next byte */
  #bracketed(chunk: Buffer, at: number): number {
    const end = this.#brackets.close(chunk, at);
    this.#keep(chunk.subarray(at, end === -1 ? chunk.length : end));
    if (end === -1) return chunk.length;
    this.#finish();
    return end;
  }

  /** Goes on within a number, a text or anything else without brackets. @returns the position of the next byte */
  #word(chunk: Buffer, from: number): number {
    let at = from;
    for (; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.#quote !== 0) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === 0x5c) this.#escaped = true;
        else if (byte === this.#quote) this.#quote = 0;
      } else if (QUOTES.includes(byte)) this.#quote = byte;
      else if (byte === COLON && this.#rows) {
        // The word was a key of the object.
        this.#drop();
        return at;
      } else if (isDelimiter(byte)) break;
    }
    this.#keep(chunk.subarray(from, at));
    if (at < chunk.length) this.#finish();
    return at;
  }

  #keep(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes > this.#maxBytes) this.#parts = [];
    else this.#parts.push(part);
  }

  #finish(): void {
    const number = this.#number++;
    this.#lines.push(
      this.#bytes > this.#maxBytes
        ? { number, tooLong: true }
        : lineOf(number, Buffer.concat(this.#parts, this.#bytes), this.#onNonAscii),
    );
    this.#drop();
  }

  #drop(): void {
    this.#value = null;
    this.#quote = 0;
    this.#escaped = false;
    this.#parts = [];
    this.#bytes = 0;
  }
}

function isDelimiter(byte: number): boolean {
  return (
    byte === COMMA ||
    byte === LINE_FEED ||
    byte === OPEN_BRACE ||
    byte === CLOSE_BRACE ||
    byte === OPEN_BRACKET ||
    byte === CLOSE_BRACKET
  );
}
