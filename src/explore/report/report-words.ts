import { IntlMessageFormat } from 'intl-messageformat';
import { type ExploreKey, exploreEn } from '../../../locales/explore.en.ts';
import { exploreEs } from '../../../locales/explore.es.ts';

/** The languages of the report. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

const TEXTS = { en: exploreEn, es: exploreEs };
const LOCALES = { en: 'en-US', es: 'es-ES' };

/** Puts the report's keys and numbers into words of one language. */
export class ReportWords {
  readonly language: Language;
  readonly #locale: string;

  constructor(language: Language) {
    this.language = language;
    this.#locale = LOCALES[language];
  }

  /** A text, with the values that it names. */
  text(key: ExploreKey, values: Record<string, string | number> = {}): string {
    const message = new IntlMessageFormat(TEXTS[this.language][key], this.#locale, undefined, {
      ignoreTag: true,
    });
    return String(message.format(values));
  }

  /** A number, with as many decimals as it needs to tell it from its neighbours, two at most. */
  readonly number = (value: number): string => {
    const small = Math.abs(value) < 10 && !Number.isInteger(value);
    return new Intl.NumberFormat(this.#locale, {
      maximumFractionDigits: small ? 2 : Math.abs(value) < 100 ? 1 : 0,
    }).format(value);
  };

  /** A number on an axis: `10K`. */
  readonly compact = (value: number): string =>
    new Intl.NumberFormat(this.#locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);

  /** A number with exactly three decimals. */
  readonly precise = (value: number): string =>
    new Intl.NumberFormat(this.#locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(value);

  /** A share, 0 to 1, in percent: whole, or with one decimal where it is small. */
  readonly percent = (share: number): string =>
    new Intl.NumberFormat(this.#locale, {
      style: 'percent',
      maximumFractionDigits: share > 0 && (share < 0.1 || share > 0.9) && share < 1 ? 1 : 0,
    }).format(share);

  hours(value: number): string {
    return this.text('unit.hours', { value: this.number(value) });
  }

  dollars(value: number): string {
    const amount = new Intl.NumberFormat(this.#locale, { minimumFractionDigits: 2 }).format(value);
    return this.text('unit.dollars', { value: amount });
  }

  /** A language by its ISO 639-1 code. */
  languageName(code: string): string {
    return new Intl.DisplayNames(this.#locale, { type: 'language' }).of(code) ?? code;
  }
}
