import type { Language } from './en/language.ts';
import * as languages from './languages.ts';

/** The code of a language: the name of its folder. */
export type LanguageCode = keyof typeof languages;

const BY_CODE: Readonly<Record<LanguageCode, Language>> = { ...languages };

/** The codes of all languages. */
export const LANGUAGES = Object.keys(BY_CODE) as LanguageCode[];

/** The locale for people whose language the program does not have. */
export const DEFAULT_LOCALE = 'en-US';

/** Every locale in which replies and pages are written, with its name in its own language. */
export const LOCALE_NAMES: Readonly<Record<string, string>> = Object.assign(
  {},
  ...LANGUAGES.map((code) => BY_CODE[code].locales),
);

/** All locales, in the order of their languages. */
export const LOCALES: readonly string[] = Object.keys(LOCALE_NAMES);

/** The texts and the properties of a language. */
export function languageOf(code: LanguageCode): Language {
  return BY_CODE[code];
}

/** The language of a locale: `es` for `es-419`, and `es` for `es`; null if the program does not have the language. */
export function codeOf(locale: string): LanguageCode | null {
  return LANGUAGES.find((code) => code === locale || Object.hasOwn(BY_CODE[code].locales, locale)) ?? null;
}

/** The locale for a language without a region: `es-ES` for `es`. */
export function localeOf(code: LanguageCode): string {
  return Object.keys(BY_CODE[code].locales)[0] ?? code;
}

/**
 * The locale for a language tag in any case: `es-ES` for `es`, and `es-419` for `es-mx`, because there is no locale for
 * Mexico. Null if the program does not have the language.
 */
export function matchLocale(tag: string): string | null {
  const lower = tag.toLowerCase();
  const same = LOCALES.find((locale) => locale.toLowerCase() === lower);
  if (same !== undefined) return same;
  const [language, region] = lower.split('-');
  const code = LANGUAGES.find((each) => each === language);
  if (code === undefined) return null;
  const { otherRegions } = languageOf(code);
  return region === undefined || otherRegions === undefined ? localeOf(code) : otherRegions;
}
