import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { LANGUAGES } from './page-texts.ts';
import type { Manner } from './sources.ts';

const DEFAULT_LOCALE = 'en-US';

/**
 * How a visitor asks, from what the address says (`locale`, `age-restricted`), and, where it doesn't name a language,
 * from the browser's own (the header `Accept-Language`, such as `es-MX,es;q=0.9,en;q=0.8`).
 */
export function readManner(
  context: Context,
  { locale, ageRestricted }: { locale: unknown; ageRestricted: unknown },
): Manner {
  const asked = typeof locale === 'string' && locale !== '' ? matchLocale(locale) : null;
  return {
    locale: asked ?? browserLocale(context),
    ageRestricted: ['1', 'true', 'on', 'yes'].includes(String(ageRestricted ?? '')),
  };
}

function browserLocale(context: Context): string {
  return accepts(context, {
    header: 'Accept-Language',
    supports: Object.keys(LANGUAGES),
    default: DEFAULT_LOCALE,
    // The wishes are in order: the dearest comes first. A quality of 0 means "not this one" (RFC 9110, 12.4.2).
    match: (wishes) =>
      wishes.map(({ type, q }) => (q > 0 ? matchLocale(type) : null)).find((locale) => locale !== null) ??
      DEFAULT_LOCALE,
  });
}

/** One of the languages that there are: `es-MX` is Latin American, `es` Spain's. */
function matchLocale(tag: string): string | null {
  const known = Object.keys(LANGUAGES).find((locale) => locale.toLowerCase() === tag.toLowerCase());
  if (known !== undefined) return known;
  const [language, region] = tag.toLowerCase().split('-');
  if (language === 'es') return region === undefined ? 'es-ES' : 'es-419';
  return language === 'en' ? DEFAULT_LOCALE : null;
}
