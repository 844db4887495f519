import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { DEFAULT_LOCALE, LOCALES, matchLocale } from '../../../locales/locales.ts';
import type { Manner } from './sources.ts';

/**
 * A visitor's settings, read from the request. `locale` and `ageRestricted` come from its address or body. A request that
 * names no language of ours gets the browser's (the header `Accept-Language`, such as `es-MX,es;q=0.9,en;q=0.8`).
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
    supports: [...LOCALES],
    default: DEFAULT_LOCALE,
    // The wishes are in order, the most wanted language first. A quality of 0 means "not this one" (RFC 9110, 12.4.2).
    match: (wishes) =>
      wishes.map(({ type, q }) => (q > 0 ? matchLocale(type) : null)).find((locale) => locale !== null) ??
      DEFAULT_LOCALE,
  });
}
