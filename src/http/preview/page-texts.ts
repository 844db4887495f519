import { type PageValues, type TextKey, Words } from '../../../locales/words.ts';

/** The keys of the pages' own texts, and of no reply's. */
export type PageKey = Extract<TextKey, `page.${string}`>;

/** A text of the pages in the language of a locale, with the values that it names. */
export function pageText(locale: string, key: PageKey, values?: PageValues): string {
  return Words.of(locale).forPage(key, values);
}
