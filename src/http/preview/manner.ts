import { DEFAULT_LOCALE, matchLocale } from '../../../locales/locales.ts';
import type { Manner } from './sources.ts';

/**
 * How a visitor asks, from what the address says (`locale`, `age-restricted`), and, where it doesn't name a language,
 * from the browser's own.
 *
 * @param acceptLanguage the header, such as `es-MX,es;q=0.9,en;q=0.8`
 */
export function readManner(
  { locale, ageRestricted }: { locale: unknown; ageRestricted: unknown },
  acceptLanguage: string | undefined,
): Manner {
  const asked = typeof locale === 'string' && locale !== '' ? matchLocale(locale) : null;
  return {
    locale: asked ?? preferredLocale(acceptLanguage ?? ''),
    ageRestricted: ['1', 'true', 'on', 'yes'].includes(String(ageRestricted ?? '')),
  };
}

function preferredLocale(header: string): string {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
    return { tag, quality: Number(quality ?? 1) };
  });
  for (const { tag } of wishes.toSorted((a, b) => b.quality - a.quality)) {
    const locale = matchLocale(tag);
    if (locale !== null) return locale;
  }
  return DEFAULT_LOCALE;
}
