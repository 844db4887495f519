/** The values that occur in the raw files. */
export type Literal = string | number | boolean | readonly Literal[] | { readonly [key: string]: Literal };

/** The value as Python's `repr` writes it, which is the format of lines in the reviews and libraries files. */
export function pythonLiteral(value: Literal): string {
  if (typeof value === 'string') return pythonString(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (isList(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, inner]) => `${pythonString(key)}: ${pythonLiteral(inner)}`);
  return `{${pairs.join(', ')}}`;
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}

/** A text in single quotes, or in double quotes if that saves an escape. Unprintable characters are escaped. */
function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const character of text) body += pythonCharacter(character, quote);
  return quote + body + quote;
}

const SHORT_ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function pythonCharacter(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  if (character === ' ' || !/[\p{C}\p{Z}]/u.test(character)) return character;
  const code = character.codePointAt(0)!;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
