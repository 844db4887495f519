import { about } from './about.ts';
import { admin } from './admin.ts';
import { answers } from './answers.ts';
import { errors } from './errors.ts';
import { page } from './page.ts';
import { pictures } from './pictures.ts';
import { recommending } from './recommending.ts';
import { report } from './report.ts';

const texts = {
  ...about,
  ...admin,
  ...answers,
  ...errors,
  ...page,
  ...pictures,
  ...recommending,
  ...report,
} as const;

/** The id of a text; its first word is mostly the question or the place that it belongs to. */
export type TextKey = keyof typeof texts;

/** The id of a text of a command's definition, as `src/commands/catalogue/localized-definition.ts` derives it. */
export type CommandTextKey = `${'command' | 'option' | 'choice'}.${string}`;

/** The texts and the properties of one language. */
export interface Language {
  /**
   * Discord's locales whose people read this language, with the name that the page shows for each. Numbers and dates are
   * written as in the locale. The first one stands for the language alone, such as `es`.
   */
  readonly locales: Readonly<Record<string, string>>;
  /** The locale of `locales` for regions that have none of their own, such as `es-MX`; left out, it is the first one. */
  readonly otherRegions?: string;
  /** The quotation marks around a name. */
  readonly quotes: readonly [opening: string, closing: string];
  /** Whether every text is translated: a test then names each that is missing. */
  readonly complete: boolean;
  /** Texts in ICU message format, by id. An id that is missing is read in English. */
  readonly texts: Readonly<Partial<Record<TextKey, string>>>;
  /** Ids of texts that are rightly the same in English, such as a sign, and therefore not in `texts`. */
  readonly asInEnglish: readonly TextKey[];
  /** Plain texts of the commands' definitions, by id. A missing one stays English, as the definition has it. */
  readonly commands: Readonly<Partial<Record<CommandTextKey, string>>>;
}

/** An area of the texts in another language: ids of the English area, and any of them may be missing. */
export type Translation<Area> = { readonly [Key in keyof Area]?: string };

/**
 * English, the reference: its ids are the ids of all texts. What commands say while they are typed is not here, since their
 * definitions in `src/commands` say it in English.
 */
export const en = {
  locales: { 'en-US': 'English (US)', 'en-GB': 'English (UK)' },
  quotes: ['“', '”'],
  complete: true,
  texts,
  asInEnglish: [],
  commands: {},
} as const satisfies Language;
