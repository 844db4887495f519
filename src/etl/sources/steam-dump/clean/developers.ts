import { cleanTexts } from './text.ts';

/**
 * Splits the developer field of a game into its developers, each listed once. A comma separates two developers
 * if no space follows it and it stands outside parentheses: `xropi,stev3ns` names two, `Making Fun, Inc.` and
 * `Aspyr (Mac, Linux)` name one each.
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
