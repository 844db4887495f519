import { IntlMessageFormat } from 'intl-messageformat';
import { type CommandTextKey, en, type Language, type TextKey } from './en/language.ts';
import { codeOf, DEFAULT_LOCALE, languageOf } from './locales.ts';

export type { TextKey };
export type TextValues = Record<string, string | number | Date>;

/** Puts keys, numbers and dates into words of one locale. */
export class Words {
  readonly locale: string;
  readonly #language: Language;
  readonly #formats = new Map<TextKey, IntlMessageFormat>();

  // To make one of these takes a hundred times as long as to use it.
  readonly #numbers = onceForEach(
    (maximumFractionDigits: number) => new Intl.NumberFormat(this.locale, { maximumFractionDigits }),
  );
  readonly #hours = onceForEach(
    (maximumFractionDigits: number) =>
      new Intl.NumberFormat(this.locale, {
        style: 'unit',
        unit: 'hour',
        unitDisplay: 'short',
        maximumFractionDigits,
      }),
  );
  readonly #lists = onceForEach(
    (type: 'conjunction' | 'disjunction') => new Intl.ListFormat(this.locale, { type }),
  );

  readonly #percents: Intl.NumberFormat;

  private constructor(locale: string, language: Language) {
    this.locale = locale;
    this.#percents = new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    this.#language = language;
  }

  static readonly #byLocale = new Map<string, Words>();

  /** The words of a locale such as `es-ES`; those of English where it has none. */
  static of(locale: string): Words {
    const code = codeOf(locale);
    const known = code === null ? DEFAULT_LOCALE : locale;
    let words = Words.#byLocale.get(known);
    if (words === undefined) {
      words = new Words(known, languageOf(code ?? 'en'));
      Words.#byLocale.set(known, words);
    }
    return words;
  }

  /**
   * The text of a key, with the values that it names; in English where the language lacks it. Values are put in as they are,
   * never read as a message.
   */
  text(key: TextKey, values: TextValues = {}): string {
    let format = this.#formats.get(key);
    if (format === undefined) {
      const own = this.#language.texts[key];
      // An English sentence takes English plurals and numbers.
      const locale = own === undefined ? DEFAULT_LOCALE : this.locale;
      format = new IntlMessageFormat(own ?? en.texts[key], locale, undefined, { ignoreTag: true });
      this.#formats.set(key, format);
    }
    return String(format.format(values));
  }

  /** A text of a command's definition, under the first of these keys that the language has; undefined if it has none of them. */
  commandText(keys: readonly CommandTextKey[]): string | undefined {
    const { commands } = this.#language;
    const key = keys.find((each) => Object.hasOwn(commands, each));
    return key === undefined ? undefined : commands[key];
  }

  /** A number, rounded to so many decimals at most. */
  number(value: number, decimals = 0): string {
    return this.#numbers(decimals).format(value);
  }

  /** Hours with their unit: `15,430 hr`; fewer than ten with one decimal. */
  hours(value: number): string {
    return this.#hours(value < 10 ? 1 : 0).format(value);
  }

  /** The text with its first letter in upper case. */
  sentence(text: string): string {
    const [first = ''] = text;
    return first.toLocaleUpperCase(this.locale) + text.slice(first.length);
  }

  /** A share, 0 to 1, in percent with one decimal. */
  percent(share: number): string {
    return this.#percents.format(share);
  }

  /** The text in the language's own quotation marks. */
  quoted(text: string): string {
    const [opening, closing] = this.#language.quotes;
    return `${opening}${text}${closing}`;
  }

  /** `a, b and c`. */
  all(items: readonly string[]): string {
    return this.#lists('conjunction').format(items);
  }

  /** `a, b or c`. */
  choice(items: readonly string[]): string {
    return this.#lists('disjunction').format(items);
  }
}

function onceForEach<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    let kept = made.get(key);
    if (kept === undefined) {
      kept = make(key);
      made.set(key, kept);
    }
    return kept;
  };
}
