import { parseJsonWithNaN } from './json-with-nan.ts';
import { parsePythonLiteral } from './python-literal.ts';
import { LineSyntaxError } from './syntax-error.ts';

export { LineSyntaxError };

/** Matches an opening bracket followed by a string that only Python writes: '…', u'…', r'…'. */
const STARTS_AS_PYTHON = /^\s*[{[(]\s*['uUrR]/;

/**
 * Reads one line of a raw file in either of its two formats.
 *
 * A line is JSON if it can be read as JSON, `NaN` and `Infinity` included; otherwise it is a Python literal.
 * (`{"it's": None}` begins like JSON and is Python.) If both readings fail, the error is that of the reading
 * that got further. JSON integers beyond `Number.MAX_SAFE_INTEGER` are rounded, as by `JSON.parse`; Python's
 * become bigints.
 *
 * @throws LineSyntaxError with the reason and the column
 */
export function parseLine(text: string): unknown {
  if (STARTS_AS_PYTHON.test(text)) return parsePythonLiteral(text);
  // Searching for the two words costs next to nothing. An exception from JSON.parse on each of 100,000 lines is slow.
  if (!text.includes('NaN') && !text.includes('Infinity')) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // The readers below find the place of the error.
    }
  }
  return firstReading(text, parseJsonWithNaN, parsePythonLiteral);
}

/**
 * The result of the first reader that succeeds.
 *
 * @throws LineSyntaxError the one with the greatest column, if no reader succeeds
 */
function firstReading(text: string, ...readers: ((text: string) => unknown)[]): unknown {
  let furthest: LineSyntaxError | undefined;
  for (const read of readers) {
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof LineSyntaxError)) throw error;
      if (furthest === undefined || error.column > furthest.column) furthest = error;
    }
  }
  throw furthest;
}
