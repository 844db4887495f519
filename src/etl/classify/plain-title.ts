import { withoutMarks } from '../../platform/plain-text.ts';

/** A title without case, accents, apostrophes and trade marks; its other punctuation stays. */
export function plainTitle(title: string): string {
  return withoutMarks(title.replace(/[™®©]|\((?:tm|r|c)\)/gi, ''))
    .toLowerCase()
    .replace(/[’'`´]/g, '')
    .trim();
}
