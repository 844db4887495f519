const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;

/** Classes of bytes outside a text in quotes: those of no class are letters, digits, signs and commas. */
const OPENS = 1;
const CLOSES = 2;
const QUOTES = 3;

const CLASSES = new Uint8Array(256);
for (const byte of Buffer.from('{[(')) CLASSES[byte] = OPENS;
for (const byte of Buffer.from('}])')) CLASSES[byte] = CLOSES;
CLASSES[QUOTE] = QUOTES;
CLASSES[APOSTROPHE] = QUOTES;

/**
 * Follows the brackets and quotation marks of JSON or a Python literal through bytes of UTF-8, so that the end of a
 * value is found without reading it.
 */
export class Brackets {
  /** The number of brackets that are open. */
  depth = 0;
  /** The quotation mark of the text that is open; 0 if none is. */
  #quote = 0;
  #escaped = false;

  get isInText(): boolean {
    return this.#quote !== 0;
  }

  /** Whether a bracket or a text is open. */
  get isOpen(): boolean {
    return this.depth > 0 || this.#quote !== 0;
  }

  /**
   * Follows the bytes until the last bracket that is open is closed.
   *
   * @returns the position after that bracket; -1 if it is not closed
   */
  close(bytes: Buffer, from: number): number {
    let at = from;
    while (at < bytes.length) {
      if (this.#quote !== 0) {
        at = this.#leaveText(bytes, at);
        continue;
      }
      const kind = CLASSES[bytes[at]!];
      if (kind === QUOTES) this.#quote = bytes[at]!;
      else if (kind === OPENS) this.depth++;
      else if (kind === CLOSES && --this.depth <= 0) {
        this.depth = 0;
        return at + 1;
      }
      at++;
    }
    return -1;
  }

  /** Follows a text to its end. @returns the position after its quotation mark, or the end of the bytes */
  #leaveText(bytes: Buffer, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (this.#escaped) this.#escaped = false;
      else if (byte === BACKSLASH) this.#escaped = true;
      else if (byte === this.#quote) {
        this.#quote = 0;
        return at + 1;
      }
    }
    return bytes.length;
  }
}

/** Whether a line begins like a record or a list and ends before its last bracket is closed. */
export function isUnfinished(line: string): boolean {
  if (!/^\ufeff?\s*[{[]/.test(line)) return false;
  const brackets = new Brackets();
  return brackets.close(Buffer.from(line), 0) === -1;
}
