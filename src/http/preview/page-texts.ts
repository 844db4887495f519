import { type PageValues, type TextKey, Words } from '../../../locales/words.ts';

/** The keys of the pages' texts; texts of replies are not among them. */
export type PageKey = Extract<TextKey, `page.${string}`>;

/** A text of the pages in the language of a locale, with its values filled in. */
export function pageText(locale: string, key: PageKey, values?: PageValues): string {
  return Words.of(locale).forPage(key, values);
}
