import { Memo } from './memo.ts';

/** The number of formats of one kind that are kept: more than the program's locales and options together. */
const MOST = 200;

const numbers = new Memo<string, Intl.NumberFormat>({ max: MOST });
const dates = new Memo<string, Intl.DateTimeFormat>({ max: MOST });

/**
 * The number format of a locale. Making a format takes a hundred times as long as using it, and the collector frees the
 * memory behind each format by itself: ten thousand of them hold up everyone for 100 ms. So each is made once.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return numbers.once(keyOf(locale, options), () => new Intl.NumberFormat(locale, options));
}

/** The date format of a locale; see {@link numberFormat}. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dates.once(keyOf(locale, options), () => new Intl.DateTimeFormat(locale, options));
}

function keyOf(locale: string, options: object): string {
  return `${locale} ${JSON.stringify(options)}`;
}
