import { LiteralSyntaxError } from './python-literal-error.ts';

/** The value of a string literal or an escape, and the position after it. */
export interface StringBody {
  value: string;
  end: number;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BACKSLASH = 0x5c;

const SIMPLE_ESCAPES: Record<string, string> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
};

/** The number of hexadecimal digits after each of these letters. */
const HEX_ESCAPES: Record<string, number> = { x: 2, u: 4, U: 8 };

/**
 * Reads a Python string of any kind behind its prefix ("String and Bytes literals" in the Python reference).
 * This is the complete but slow reader; `LiteralReader` reads strings without escapes itself.
 *
 * @param open position of the opening quote
 * @param raw whether backslashes stay as they are
 * @throws LiteralSyntaxError `unterminated-string`, `bad-escape`, `named-escape`
 */
export function readStringBody(text: string, open: number, raw: boolean): StringBody {
  const quote = text.charCodeAt(open);
  const triple = isTriple(text, open, quote);
  let at = open + (triple ? 3 : 1);
  let value = '';
  let runStart = at;

  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === quote && (!triple || isTriple(text, at, quote))) {
      return { value: value + text.slice(runStart, at), end: at + (triple ? 3 : 1) };
    }
    if (unit === BACKSLASH) {
      const next = at + 1;
      const afterNext = next + (isCrlf(text, next) ? 2 : 1);
      if (raw) {
        // In a raw string the backslash and the character after it both stay: r'\'' has two characters.
        value += text.slice(runStart, next) + newlineAsPython(text.slice(next, afterNext));
        at = afterNext;
      } else {
        const escaped = readEscape(text, at, afterNext);
        value += text.slice(runStart, at) + escaped.value;
        at = escaped.end;
      }
      runStart = at;
    } else if (unit === LINE_FEED || unit === CARRIAGE_RETURN) {
      if (!triple) break;
      const end = at + (isCrlf(text, at) ? 2 : 1);
      value += `${text.slice(runStart, at)}\n`;
      at = end;
      runStart = end;
    } else {
      at++;
    }
  }
  throw new LiteralSyntaxError('unterminated-string', open + 1);
}

/**
 * Reads one escape of a string.
 *
 * @param afterNext position after the character behind the backslash; `\r\n` counts as one character
 */
function readEscape(text: string, backslash: number, afterNext: number): StringBody {
  const letter = newlineAsPython(text.slice(backslash + 1, afterNext));
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) return { value: simple, end: afterNext };

  const hexDigits = HEX_ESCAPES[letter];
  if (hexDigits !== undefined) {
    const end = afterNext + hexDigits;
    const digits = text.slice(afterNext, end);
    const code =
      digits.length === hexDigits && /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : -1;
    if (code < 0 || code > 0x10ffff) throw new LiteralSyntaxError('bad-escape', backslash + 1);
    return { value: String.fromCodePoint(code), end };
  }

  if (letter >= '0' && letter <= '7') {
    let end = afterNext;
    while (end < backslash + 4 && text[end]! >= '0' && text[end]! <= '7') end++;
    return { value: String.fromCharCode(Number.parseInt(text.slice(backslash + 1, end), 8)), end };
  }

  // `\N{name}` needs the names of the Unicode database, which Node does not have.
  if (letter === 'N') throw new LiteralSyntaxError('named-escape', backslash + 1);
  // Python keeps the backslash of an unknown escape.
  return { value: `\\${letter}`, end: afterNext };
}

function isTriple(text: string, at: number, quote: number): boolean {
  return at + 2 < text.length && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
}

function isCrlf(text: string, at: number): boolean {
  return text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED;
}

/** Turns any line end into a line feed, as Python does when it reads its source. */
function newlineAsPython(character: string): string {
  return character === '\r' || character === '\r\n' ? '\n' : character;
}
