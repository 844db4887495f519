import { LiteralSyntaxError } from './python-literal-error.ts';

/** The text of a string literal, and the position after its closing quotes. */
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

const HEX_ESCAPES: Record<string, number> = { x: 2, u: 4, U: 8 };

/**
 * Reads a Python string of any kind, once its prefix is known ("String and Bytes literals" in the Python reference).
 * This is the thorough way; strings without escapes are read by a quicker one before it comes to this.
 *
 * @param open position of the opening quote
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
        // The backslash stays, and so does what it protects: r'\'' is two characters.
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

/** @param afterNext position after the character that follows the backslash, `\r\n` being one */
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

  // The names are those of the Unicode database, which Node does not carry.
  if (letter === 'N') throw new LiteralSyntaxError('named-escape', backslash + 1);
  // Python keeps the backslash of an escape that it does not know.
  return { value: `\\${letter}`, end: afterNext };
}

function isTriple(text: string, at: number, quote: number): boolean {
  return at + 2 < text.length && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
}

function isCrlf(text: string, at: number): boolean {
  return text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED;
}

/** Python reads every kind of line end in its source as a line feed. */
function newlineAsPython(character: string): string {
  return character === '\r' || character === '\r\n' ? '\n' : character;
}
