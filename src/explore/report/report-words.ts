import { type LanguageCode, localeOf } from '../../../locales/locales.ts';
import { rejectReason } from '../../../locales/reject-reasons.ts';
import { type PageValues, type TextKey, Words } from '../../../locales/words.ts';
import { numberFormat } from '../../platform/formats.ts';

/** The keys of the report's texts. */
export type ReportKey = Extract<TextKey, `report.${string}`>;

/** The texts of the report in one language. The texts come from `Words`; numbers have formats of their own. */
export class ReportWords {
  readonly language: LanguageCode;
  readonly #locale: string;
  readonly #words: Words;
  readonly #languages: Intl.DisplayNames;

  constructor(language: LanguageCode) {
    this.language = language;
    this.#locale = localeOf(language);
    this.#words = Words.of(this.#locale);
    this.#languages = new Intl.DisplayNames(this.#locale, { type: 'language' });
  }

  /** A text with its values filled in. */
  text(key: ReportKey, values?: PageValues): string {
    return this.#words.forPage(key, values);
  }

  /** The reason why a line or a record was left out. @param code as the refresh counts it */
  reason(code: string): string {
    const { key, about } = rejectReason(code);
    return this.#words.forPage(key, { about });
  }

  /** A number with at most two decimals; larger numbers get fewer. */
  readonly number = (value: number): string => {
    const small = Math.abs(value) < 10 && !Number.isInteger(value);
    return numberFormat(this.#locale, {
      maximumFractionDigits: small ? 2 : Math.abs(value) < 100 ? 1 : 0,
    }).format(value);
  };

  /** A number in short form for an axis, such as `10K`. */
  readonly compact = (value: number): string =>
    numberFormat(this.#locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);

  /** A number with exactly three decimals. */
  readonly precise = (value: number): string =>
    numberFormat(this.#locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(value);

  /** A share, 0 to 1, in percent: with one decimal below 10 % and above 90 %, else whole. */
  readonly percent = (share: number): string =>
    numberFormat(this.#locale, {
      style: 'percent',
      maximumFractionDigits: share > 0 && (share < 0.1 || share > 0.9) && share < 1 ? 1 : 0,
    }).format(share);

  hours(value: number): string {
    return this.text('report.unit.hours', { value: this.number(value) });
  }

  dollars(value: number): string {
    const amount = numberFormat(this.#locale, { minimumFractionDigits: 2 }).format(value);
    return this.text('report.unit.dollars', { value: amount });
  }

  /** The name of a language. @param code ISO 639-1 */
  languageName(code: string): string {
    return this.#languages.of(code) ?? code;
  }
}
