import { cleanTexts } from './text.ts';

/**
 * The developers named in one field, each once. Several are joined by a comma with no space after it,
 * outside parentheses: `xropi,stev3ns` are two, `Making Fun, Inc.` and `Aspyr (Mac, Linux)` are one.
 */
export function splitDevelopers(field: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < field.length; i++) {
    const character = field[i];
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === ',' && depth === 0 && !/\s/.test(field.charAt(i + 1))) {
      parts.push(field.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(field.slice(start));
  return cleanTexts(parts);
}
