import { parseJsonWithNaN } from './json-with-nan.ts';
import { parsePythonLiteral } from './python-literal.ts';
import { LineSyntaxError } from './syntax-error.ts';

export { LineSyntaxError };

/** A bracket, and then a string that only Python would write: '…', u'…', r'…'. */
const STARTS_AS_PYTHON = /^\s*[{[(]\s*['uUrR]/;

/**
 * The value of one line of a raw file, whichever of the two formats it is in.
 *
 * The rule: a line is JSON if it can be read as JSON, `NaN` and `Infinity` included; else it is a Python literal.
 * (`{"it's": None}` starts as JSON would and is Python.) A line that is neither fails where the reading that got
 * further stopped. JSON integers beyond `Number.MAX_SAFE_INTEGER` are rounded, as by `JSON.parse`; Python's are bigints.
 *
 * @throws LineSyntaxError with the reason and the column
 */
export function parseLine(text: string): unknown {
  if (STARTS_AS_PYTHON.test(text)) return parsePythonLiteral(text);
  // Looking for the words costs next to nothing; an exception from JSON.parse on each of 100,000 lines would not.
  if (!text.includes('NaN') && !text.includes('Infinity')) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // The readers below say where it went wrong.
    }
  }
  return firstReading(text, parseJsonWithNaN, parsePythonLiteral);
}

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
