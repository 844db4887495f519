import { IntlMessageFormat } from 'intl-messageformat';
import { type CommandTextKey, en, type Language, type TextKey } from './en/language.ts';
import { codeOf, DEFAULT_LOCALE, languageOf } from './locales.ts';
import type { Both, Markdown, Plain } from './markdown.ts';

export type { TextKey };
/** The values of a text in Markdown: names that are escaped already, and numbers and dates, which ICU formats. */
export type MarkdownValues = Readonly<Record<string, Markdown | number | Date>>;
/** The values of a plain text: names on one line (`plainLine`, `plainName`), and numbers and dates, which ICU formats. */
export type PlainValues = Readonly<Record<string, Plain | number | Date>>;

/** The values of a text on a page: any strings, since the page escapes the text, and numbers and dates. */
export type PageValues = Readonly<Record<string, string | number | Date>>;

/** Writes texts, numbers and lists in one locale. */
export class Words {
  /** The locale, such as `es-ES`. */
  readonly locale: string;
  readonly #language: Language;
  readonly #formats = new Map<TextKey, IntlMessageFormat>();

  // Making a formatter takes a hundred times as long as using it, so each is made once.
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

  /** The words of a locale such as `es-ES`; English for a locale that the program does not have. */
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
   * The text of a key, for places where Discord reads Markdown; in English where the language lacks it. Values are inserted
   * as they are: ICU syntax in them means nothing.
   */
  text(key: TextKey, values: MarkdownValues = {}): Markdown {
    return this.#format(key, values) as Markdown;
  }

  /** The text of a key as plain text, for every other place in Discord and for the terminal. */
  plain(key: TextKey, values: PlainValues = {}): Plain {
    return this.#format(key, values) as Plain;
  }

  /** The text of a key for an HTML page, which escapes the whole text. No reply accepts this string. */
  forPage(key: TextKey, values: PageValues = {}): string {
    return this.#format(key, values);
  }

  #format(key: TextKey, values: PageValues): string {
    let format = this.#formats.get(key);
    if (format === undefined) {
      const own = this.#language.texts[key];
      // An English sentence needs English plurals and numbers.
      const locale = own === undefined ? DEFAULT_LOCALE : this.locale;
      format = new IntlMessageFormat(own ?? en.texts[key], locale, undefined, { ignoreTag: true });
      this.#formats.set(key, format);
    }
    return String(format.format(values));
  }

  /** A text of a command's definition: that of the first key that the language has; undefined if it has none of them. */
  commandText(keys: readonly CommandTextKey[]): string | undefined {
    const { commands } = this.#language;
    const key = keys.find((each) => Object.hasOwn(commands, each));
    return key === undefined ? undefined : commands[key];
  }

  /** The name of a genre or tag in this language; the data's own where the language has none. */
  label(name: string): string {
    const names = this.#language.labels?.names ?? {};
    return Object.hasOwn(names, name) ? names[name]! : name;
  }

  /** A number, rounded. @param decimals the greatest number of decimals */
  number(value: number, decimals = 0): Both {
    return this.#numbers(decimals).format(value) as Both;
  }

  /** Hours with their unit: `15,430 hr`; with one decimal below ten hours. */
  hours(value: number): Both {
    return this.#hours(value < 10 ? 1 : 0).format(value) as Both;
  }

  /** The text with its first letter in upper case. */
  sentence<Text extends string>(text: Text): Text {
    const [first = ''] = text;
    return (first.toLocaleUpperCase(this.locale) + text.slice(first.length)) as Text;
  }

  /** A share, 0 to 1, as a percentage with one decimal. */
  percent(share: number): Both {
    return this.#percents.format(share) as Both;
  }

  /** The text in the language's own quotation marks. */
  quoted<Text extends string>(text: Text): Text {
    const [opening, closing] = this.#language.quotes;
    return `${opening}${text}${closing}` as Text;
  }

  /** A list with “and”: `a, b and c`. */
  all<Text extends string>(items: readonly Text[]): Text {
    return this.#lists('conjunction').format(items) as Text;
  }

  /** A list with “or”: `a, b or c`. */
  choice<Text extends string>(items: readonly Text[]): Text {
    return this.#lists('disjunction').format(items) as Text;
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
