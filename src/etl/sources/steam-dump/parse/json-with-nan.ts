import { setEntry } from './set-entry.ts';
import { mixHash, POOLED_LENGTH, pooledSlice } from './string-pool.ts';
import { LineSyntaxError, MAX_DEPTH } from './syntax-error.ts';
import { unitsOf } from './text-units.ts';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const WORDS: readonly [word: string, value: unknown][] = [
  ['NaN', Number.NaN],
  ['null', null],
  ['true', true],
  ['false', false],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];

/** Thrown when a text is not JSON, not even in Python's variant. */
class JsonSyntaxError extends LineSyntaxError {}

/**
 * Reads JSON as Python's `json` module does with `strict=False`. That is RFC 8259 with two additions: the bare
 * words `NaN`, `Infinity` and `-Infinity`, which Python writes for floats, and raw control characters within
 * strings, because a stray NUL or tab should not cost a record. Every text that `JSON.parse` accepts has the
 * same value here.
 *
 * @throws JsonSyntaxError with the reason and the column
 */
export function parseJsonWithNaN(text: string): unknown {
  return new JsonReader(text).read();
}

class JsonReader {
  readonly #text: string;
  /** The UTF-16 units of the text, followed by a 0. */
  readonly #units: Uint16Array;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#units = unitsOf(text);
  }

  read(): unknown {
    this.#skipSpace();
    const value = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#error('trailing-text');
    return value;
  }

  /** Reads one value. The position is on its first character. */
  #value(): unknown {
    switch (this.#units[this.#at]) {
      case QUOTE:
        return this.#string();
      case OPEN_BRACE:
        return this.#object();
      case OPEN_BRACKET:
        return this.#array();
      default:
        return this.#word();
    }
  }

  #object(): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    let unit = this.#enter();
    if (unit === CLOSE_BRACE) return this.#leave(record);
    for (;;) {
      if (unit !== QUOTE) throw this.#unexpected();
      const key = this.#string();
      unit = this.#skipSpace();
      if (unit !== COLON) throw this.#unexpected();
      this.#at++;
      this.#skipSpace();
      setEntry(record, key, this.#value());
      if (!this.#goesOn(CLOSE_BRACE)) return this.#leave(record);
      unit = this.#skipSpace();
    }
  }

  #array(): unknown[] {
    const items: unknown[] = [];
    if (this.#enter() === CLOSE_BRACKET) return this.#leave(items);
    for (;;) {
      items.push(this.#value());
      if (!this.#goesOn(CLOSE_BRACKET)) return this.#leave(items);
      this.#skipSpace();
    }
  }

  /** Called after an item. Returns true after passing a comma, or false on the closing bracket, where it stays. */
  #goesOn(close: number): boolean {
    const unit = this.#skipSpace();
    if (unit === close) return false;
    if (unit !== COMMA) throw this.#unexpected();
    this.#at++;
    return true;
  }

  #string(): string {
    const text = this.#text;
    const units = this.#units;
    const open = this.#at;
    const start = open + 1;
    let at = start;
    let hash = 0;
    let isPlain = true;
    for (let unit = units[at]!; unit !== QUOTE; unit = units[++at]!) {
      hash = mixHash(hash, unit);
      if (unit === BACKSLASH) {
        isPlain = false;
        at++;
      }
      if (at >= text.length) throw this.#error('unterminated-string');
    }
    this.#at = at + 1;
    if (!isPlain) return this.#unescape(open, this.#at);
    return at - start <= POOLED_LENGTH ? pooledSlice(text, units, start, at, hash) : text.slice(start, at);
  }

  /**
   * The value of a string with escapes.
   *
   * @param start position of the opening quote
   * @param end position after the closing quote
   */
  #unescape(start: number, end: number): string {
    try {
      return JSON.parse(this.#text.slice(start, end).replace(CONTROL, escapeControl)) as string;
    } catch {
      throw this.#error('bad-escape', start);
    }
  }

  /** Reads a number or one of the bare words. */
  #word(): unknown {
    const text = this.#text;
    for (const [word, value] of WORDS) {
      if (text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    NUMBER.lastIndex = this.#at;
    if (!NUMBER.test(text)) throw this.#unexpected();
    const start = this.#at;
    this.#at = NUMBER.lastIndex;
    return Number(text.slice(start, this.#at));
  }

  /** Goes past an opening bracket and returns the next unit that is not white space. */
  #enter(): number {
    if (this.#depth === MAX_DEPTH) throw this.#error('too-deep');
    this.#depth++;
    this.#at++;
    return this.#skipSpace();
  }

  /** Goes past a closing bracket and returns the value that it ends. */
  #leave<T>(value: T): T {
    this.#depth--;
    this.#at++;
    return value;
  }

  /** Goes past white space and returns the unit after it. */
  #skipSpace(): number {
    const units = this.#units;
    let unit = units[this.#at]!;
    while (unit === SPACE || unit === LINE_FEED || unit === CARRIAGE_RETURN || unit === TAB) {
      unit = units[++this.#at]!;
    }
    return unit;
  }

  #unexpected(): JsonSyntaxError {
    return this.#error(this.#at === this.#text.length ? 'unexpected-end' : 'unexpected-character');
  }

  #error(reason: string, at = this.#at): JsonSyntaxError {
    return new JsonSyntaxError(reason, at + 1);
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
const CONTROL = /[\0-\x1f]/g;

function escapeControl(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
