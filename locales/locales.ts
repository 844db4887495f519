import type { Language } from './en/language.ts';
import * as languages from './languages.ts';

/** A language by the name of its folder. */
export type LanguageCode = keyof typeof languages;

const BY_CODE: Readonly<Record<LanguageCode, Language>> = { ...languages };

/** The languages that there are. */
export const LANGUAGES = Object.keys(BY_CODE) as LanguageCode[];

/** The locale for people whose language is not among ours. */
export const DEFAULT_LOCALE = 'en-US';

/** Every locale that replies and pages are written in, with its name in its own language. */
export const LOCALE_NAMES: Readonly<Record<string, string>> = Object.assign(
  {},
  ...LANGUAGES.map((code) => BY_CODE[code].locales),
);

/** The locales by themselves, in the order of their languages. */
export const LOCALES: readonly string[] = Object.keys(LOCALE_NAMES);

/** The texts and the properties of a language. */
export function languageOf(code: LanguageCode): Language {
  return BY_CODE[code];
}

/** The language of a locale, `es` for `es-419`; null if it is not among ours. A language's own code counts as a locale, too. */
export function codeOf(locale: string): LanguageCode | null {
  return LANGUAGES.find((code) => code === locale || Object.hasOwn(BY_CODE[code].locales, locale)) ?? null;
}

/** The locale that stands for a language alone: `es-ES` for `es`. */
export function localeOf(code: LanguageCode): string {
  return Object.keys(BY_CODE[code].locales)[0] ?? code;
}

/**
 * The locale for a language tag of any case: `es-419` for `es-mx`, since there is none for Mexico, and `es-ES` for `es`.
 * Null where the language is none of ours.
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
