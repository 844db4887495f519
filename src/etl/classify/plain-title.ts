import { withoutMarks } from '../../platform/plain-text.ts';

/** A title in small letters, without accents, apostrophes and trade marks. Other punctuation stays. */
export function plainTitle(title: string): string {
  return withoutMarks(title.replace(/[™®©]|\((?:tm|r|c)\)/gi, ''))
    .toLowerCase()
    .replace(/[’'`´]/g, '')
    .trim();
}
