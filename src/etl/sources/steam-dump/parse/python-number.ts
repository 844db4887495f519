import { LiteralSyntaxError } from './python-literal-error.ts';

/** A number literal without its sign: its value, and the position after it. */
export interface NumberBody {
  value: number | bigint;
  isInteger: boolean;
  end: number;
}

const UNDERSCORE = 0x5f;
const RADIX_DIGITS: Record<string, (unit: number) => boolean> = {
  x: (unit) => isDigit(unit) || isBetween(unit | 0x20, 'a', 'f'),
  o: (unit) => isBetween(unit, '0', '7'),
  b: (unit) => isBetween(unit, '0', '1'),
};

/**
 * Reads any number that Python can write ("Numeric literals" in the Python reference). Integers beyond
 * `Number.MAX_SAFE_INTEGER` become bigints. This is the complete but slow reader; `LiteralReader` reads short
 * plain integers itself.
 *
 * @throws LiteralSyntaxError `bad-number`, `complex-number`
 */
export function readNumber(text: string, start: number): NumberBody {
  const body = readRadixInteger(text, start) ?? readDecimal(text, start);
  const next = text.charAt(body.end);
  if (next === 'j' || next === 'J') throw new LiteralSyntaxError('complex-number', start + 1);
  if (isNameUnit(next.charCodeAt(0))) throw new LiteralSyntaxError('bad-number', start + 1);
  return body;
}

/** Reads a hexadecimal, octal or binary integer (`0x1f`, `0o17`, `0b1`); undefined if the text is none. */
function readRadixInteger(text: string, start: number): NumberBody | undefined {
  const isRadixDigit = text[start] === '0' ? RADIX_DIGITS[text.charAt(start + 1).toLowerCase()] : undefined;
  if (isRadixDigit === undefined) return undefined;
  const digits = text[start + 2] === '_' ? start + 3 : start + 2;
  const end = skipDigits(text, digits, isRadixDigit);
  if (end === digits) throw new LiteralSyntaxError('bad-number', start + 1);
  return { value: integerValue(text.slice(start, end)), isInteger: true, end };
}

function readDecimal(text: string, start: number): NumberBody {
  let end = skipDigits(text, start, isDigit);
  const hasWhole = end > start;
  let isInteger = true;
  if (text[end] === '.') {
    isInteger = false;
    const fraction = end + 1;
    end = skipDigits(text, fraction, isDigit);
    if (!hasWhole && end === fraction) throw new LiteralSyntaxError('bad-number', start + 1);
  }
  if (text[end] === 'e' || text[end] === 'E') {
    const digits = end + (text[end + 1] === '+' || text[end + 1] === '-' ? 2 : 1);
    const exponentEnd = skipDigits(text, digits, isDigit);
    if (exponentEnd === digits) throw new LiteralSyntaxError('bad-number', start + 1);
    isInteger = false;
    end = exponentEnd;
  }
  const written = text.slice(start, end);
  // Python 2 read 007 as octal. Python 3 accepts leading zeros only in zero itself and in floats.
  if (isInteger && written[0] === '0' && /[1-9]/.test(written)) {
    throw new LiteralSyntaxError('bad-number', start + 1);
  }
  const value = isInteger ? integerValue(written) : Number(written.replaceAll('_', ''));
  return { value, isInteger, end };
}

/** The position after a run of digits, which may have single underscores between them. */
function skipDigits(text: string, start: number, isOne: (unit: number) => boolean): number {
  let at = start;
  while (isOne(text.charCodeAt(at)) || isInnerUnderscore(text, at, start, isOne)) at++;
  return at;
}

function isInnerUnderscore(
  text: string,
  at: number,
  start: number,
  isOne: (unit: number) => boolean,
): boolean {
  return at > start && text.charCodeAt(at) === UNDERSCORE && isOne(text.charCodeAt(at + 1));
}

function integerValue(written: string): number | bigint {
  const digits = written.replaceAll('_', '');
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isBetween(unit: number, first: string, last: string): boolean {
  return unit >= first.charCodeAt(0) && unit <= last.charCodeAt(0);
}

/** Whether this UTF-16 unit can continue a name. A number with such a unit right after it is a mistake. */
export function isNameUnit(unit: number): boolean {
  return isDigit(unit) || isBetween(unit | 0x20, 'a', 'z') || unit === UNDERSCORE || unit >= 0x80;
}
