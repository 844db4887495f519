import { LiteralSyntaxError } from './python-literal-error.ts';
import { isNameUnit, readNumber } from './python-number.ts';
import { readStringBody } from './python-string.ts';
import { setEntry } from './set-entry.ts';
import { mixHash, POOLED_LENGTH, pooledSlice } from './string-pool.ts';
import { MAX_DEPTH } from './syntax-error.ts';
import { unitsOf } from './text-units.ts';

export { LiteralSyntaxError };

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const OPEN_PARENTHESIS = 0x28;
const CLOSE_PARENTHESIS = 0x29;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** The greatest number of decimal digits that always fit a safe integer. */
const SAFE_DIGITS = 15;

/**
 * Reads a Python literal as `ast.literal_eval` does, without ever executing anything.
 *
 * A dict becomes a plain object; a list or tuple an array; a str a string; a float a number; None null. An int
 * becomes a number if it is a safe integer, otherwise a bigint. The bare names `nan` and `inf`, which Python
 * writes but does not read, become numbers too. A lone surrogate (`'\ud800'`) stays in the string as it is, and
 * so does a NUL, escaped or (unlike in Python) raw. The two halves of a pair (`'\ud83d\ude00'`) become one
 * character. The last of equal keys wins. A string longer than `POOLED_LENGTH` may keep the whole text in
 * memory while it lives.
 *
 * Some texts are refused although Python accepts them: bytes, sets, complex numbers, `...`, `\N{name}`, dict
 * keys that are not strings, tuples without parentheses, comments, and, outside of strings, form feeds, line
 * continuations and line ends before the value.
 *
 * @throws LiteralSyntaxError with the reason and the column
 */
export function parsePythonLiteral(text: string): unknown {
  return new LiteralReader(text).read();
}

class LiteralReader {
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
    // A line end outside of brackets ends the literal, and only line ends may follow. At depth 1 `#skipSpace`
    // passes them.
    this.#depth = 1;
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#error('trailing-text');
    return value;
  }

  /** Reads one value. The position is on its first character. */
  #value(): unknown {
    const unit = this.#units[this.#at]!;
    switch (unit) {
      case SINGLE_QUOTE:
      case DOUBLE_QUOTE:
        return this.#string(unit);
      case OPEN_BRACE:
        return this.#dict();
      case OPEN_BRACKET:
        return this.#list();
      case OPEN_PARENTHESIS:
        return this.#parenthesised();
      case PLUS:
      case MINUS:
        this.#at++;
        this.#skipSpace();
        return this.#signedNumber(unit === MINUS);
      default:
        if (isDigit(unit)) return this.#number(false);
        if (unit === DOT) return this.#dotted(false);
        if (isNameUnit(unit)) return this.#word();
        throw this.#unexpected();
    }
  }

  #dict(): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    this.#enter();
    let unit = this.#skipSpace();
    while (unit !== CLOSE_BRACE) {
      const keyStart = this.#at;
      const key = unit === SINGLE_QUOTE || unit === DOUBLE_QUOTE ? this.#string(unit) : this.#value();
      unit = this.#skipSpace();
      if (unit === COMMA || unit === CLOSE_BRACE) throw this.#error('set', keyStart);
      if (unit !== COLON) throw this.#unexpected();
      if (typeof key !== 'string') throw this.#error('key-not-a-string', keyStart);
      this.#at++;
      this.#skipSpace();
      setEntry(record, key, this.#value());
      unit = this.#separator(CLOSE_BRACE);
    }
    this.#leave();
    return record;
  }

  #list(): unknown[] {
    const items: unknown[] = [];
    this.#enter();
    let unit = this.#skipSpace();
    while (unit !== CLOSE_BRACKET) {
      items.push(this.#value());
      unit = this.#separator(CLOSE_BRACKET);
    }
    this.#leave();
    return items;
  }

  /** Reads parentheses: `()` and `(a,)` are tuples, `(a)` is just a. */
  #parenthesised(): unknown {
    const items: unknown[] = [];
    let commas = 0;
    this.#enter();
    let unit = this.#skipSpace();
    while (unit !== CLOSE_PARENTHESIS) {
      items.push(this.#value());
      if (this.#skipSpace() === COMMA) commas++;
      unit = this.#separator(CLOSE_PARENTHESIS);
    }
    this.#leave();
    return items.length === 1 && commas === 0 ? items[0] : items;
  }

  /** Called after an item. Goes past a comma, if there is one, and returns the next unit that is not white space. */
  #separator(close: number): number {
    const unit = this.#skipSpace();
    if (unit === COMMA) {
      this.#at++;
      return this.#skipSpace();
    }
    if (unit !== close) throw this.#unexpected();
    return unit;
  }

  /**
   * Reads a string and joins it with the strings right after it, as Python does. The position is on the opening
   * quote.
   */
  #string(quote: number): string {
    const units = this.#units;
    const start = this.#at + 1;
    const pooledEnd = start + POOLED_LENGTH;
    let at = start;
    let hash = 0;
    let unit = units[at]!;
    while (unit !== quote && unit !== BACKSLASH && unit >= SPACE && at < pooledEnd) {
      hash = mixHash(hash, unit);
      unit = units[++at]!;
    }
    while (unit !== quote && unit !== BACKSLASH && unit >= SPACE) unit = units[++at]!;

    let value: string;
    if (unit !== quote || (at === start && units[at + 1] === quote)) {
      // Left over are an escape, a line end, an empty string that may have three quotes, and a string without
      // an end.
      value = this.#thoroughString(false);
    } else {
      value = at <= pooledEnd ? pooledSlice(this.#text, units, start, at, hash) : this.#text.slice(start, at);
      this.#at = at + 1;
    }
    const next = units[this.#at];
    return next === COLON || next === COMMA || next === CLOSE_BRACE ? value : this.#joined(value);
  }

  /** Reads a string of any kind with the slow reader. */
  #thoroughString(raw: boolean): string {
    const body = readStringBody(this.#text, this.#at, raw);
    this.#at = body.end;
    return body.value;
  }

  /** Joins a string with the strings that follow it, with only white space between them. */
  #joined(first: string): string {
    let value = first;
    for (;;) {
      const unit = this.#skipSpace();
      if (unit === SINGLE_QUOTE || unit === DOUBLE_QUOTE) {
        value += this.#thoroughString(false);
      } else {
        const prefix = this.#stringPrefix();
        if (prefix === undefined) return value;
        value += this.#prefixed(prefix);
      }
    }
  }

  /**
   * The prefix of a string (`u`, `r`, `b` …) in lower case; undefined if the position is not on letters before
   * a quote.
   */
  #stringPrefix(): string | undefined {
    let end = this.#at;
    while (end < this.#at + 3 && isNameUnit(this.#units[end]!)) end++;
    const quote = this.#units[end]!;
    if (end === this.#at || (quote !== SINGLE_QUOTE && quote !== DOUBLE_QUOTE)) return undefined;
    return this.#text.slice(this.#at, end).toLowerCase();
  }

  /**
   * Reads a string behind its prefix.
   *
   * @throws LiteralSyntaxError for any prefix other than `u` and `r`
   */
  #prefixed(prefix: string): string {
    switch (prefix) {
      case 'u':
      case 'r':
        this.#at++;
        return this.#thoroughString(prefix === 'r');
      case 'b':
      case 'br':
      case 'rb':
        throw this.#error('bytes');
      case 'f':
      case 'fr':
      case 'rf':
        throw this.#error('f-string');
      default:
        throw this.#error('unknown-string-prefix');
    }
  }

  /** Reads a name that stands for a value, or a string with a prefix. */
  #word(): unknown {
    const first = this.#units[this.#at]!;
    const second = this.#units[this.#at + 1]!;
    if ((first | 0x20) === 0x75 && (second === SINGLE_QUOTE || second === DOUBLE_QUOTE)) {
      // Python 2 wrote u'…' for every string, so this path has to be as quick as the one for '…'.
      this.#at++;
      return this.#string(second);
    }
    const prefix = this.#stringPrefix();
    if (prefix !== undefined) return this.#joined(this.#prefixed(prefix));

    const start = this.#at;
    switch (this.#name()) {
      case 'None':
        return null;
      case 'True':
        return true;
      case 'False':
        return false;
      case 'nan':
        return Number.NaN;
      case 'inf':
        return Number.POSITIVE_INFINITY;
      default:
        throw this.#error('unknown-name', start);
    }
  }

  #name(): string {
    const start = this.#at;
    let end = start;
    while (isNameUnit(this.#units[end]!)) end++;
    this.#at = end;
    return this.#text.slice(start, end);
  }

  /** Reads the number after a sign. It may be in parentheses but must not have a second sign. */
  #signedNumber(negative: boolean): number | bigint {
    const unit = this.#units[this.#at]!;
    if (isDigit(unit)) return this.#number(negative);
    if (unit === DOT) return this.#dotted(negative);
    if (unit === OPEN_PARENTHESIS) {
      this.#enter();
      this.#skipSpace();
      const value = this.#signedNumber(negative);
      const close = this.#skipSpace();
      if (close !== CLOSE_PARENTHESIS) throw this.#unexpected();
      this.#leave();
      return value;
    }
    const start = this.#at;
    const name = this.#name();
    if (name === 'nan') return Number.NaN;
    if (name === 'inf') return negative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    throw this.#error('sign-without-number', start);
  }

  /** Reads a number that begins with a dot, such as `.5`. */
  #dotted(negative: boolean): number | bigint {
    if (this.#text.startsWith('...', this.#at)) throw this.#error('ellipsis');
    return this.#thoroughNumber(negative);
  }

  /** Reads a short plain integer here and leaves any other number to the slow reader. */
  #number(negative: boolean): number | bigint {
    const units = this.#units;
    const start = this.#at;
    const safeEnd = start + SAFE_DIGITS;
    let at = start;
    let value = 0;
    let unit = units[at]!;
    while (isDigit(unit) && at < safeEnd) {
      value = value * 10 + (unit - DIGIT_0);
      unit = units[++at]!;
    }
    const isPlain = unit === COMMA || unit === CLOSE_BRACE || unit === CLOSE_BRACKET;
    if (!isPlain || (units[start] === DIGIT_0 && at > start + 1)) return this.#thoroughNumber(negative);
    this.#at = at;
    // Python's integers have no negative zero.
    return negative && value !== 0 ? -value : value;
  }

  /** Reads a number of any kind with the slow reader. */
  #thoroughNumber(negative: boolean): number | bigint {
    const { value, isInteger, end } = readNumber(this.#text, this.#at);
    this.#at = end;
    return negative && !(isInteger && value === 0) ? -value : value;
  }

  /** Goes past an opening bracket. */
  #enter(): void {
    if (this.#depth === MAX_DEPTH) throw this.#error('too-deep');
    this.#depth++;
    this.#at++;
  }

  /** Goes past a closing bracket. */
  #leave(): void {
    this.#depth--;
    this.#at++;
  }

  /** Goes past white space (within brackets also past line ends) and returns the unit after it. */
  #skipSpace(): number {
    const units = this.#units;
    let unit = units[this.#at]!;
    while (
      unit === SPACE ||
      unit === TAB ||
      (this.#depth > 0 && (unit === LINE_FEED || unit === CARRIAGE_RETURN))
    ) {
      unit = units[++this.#at]!;
    }
    return unit;
  }

  #unexpected(): LiteralSyntaxError {
    return this.#error(this.#at === this.#text.length ? 'unexpected-end' : 'unexpected-character');
  }

  #error(reason: string, at = this.#at): LiteralSyntaxError {
    return new LiteralSyntaxError(reason, at + 1);
  }
}

function isDigit(unit: number): boolean {
  return unit >= DIGIT_0 && unit <= DIGIT_9;
}
