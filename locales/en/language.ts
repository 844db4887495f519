import { about } from './about.ts';
import { admin } from './admin.ts';
import { answers } from './answers.ts';
import { errors } from './errors.ts';
import { type Labels, labels } from './labels.ts';
import { page } from './page.ts';
import { picks } from './picks.ts';
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
  ...picks,
  ...recommending,
  ...report,
} as const;

/** The id of a text. Its first word usually names the question or the place that the text belongs to. */
export type TextKey = keyof typeof texts;

/** The id of a text of a command's definition, as `src/commands/catalogue/localized-definition.ts` derives it. */
export type CommandTextKey = `${'command' | 'option' | 'choice'}.${string}`;

/** The texts and the properties of one language. */
export interface Language {
  /**
   * Discord's locales with this language, and the name that the page shows for each. Numbers and dates follow the locale.
   * The first locale also serves the language without a region, such as `es`.
   */
  readonly locales: Readonly<Record<string, string>>;
  /** The locale for regions without a locale of their own, such as `es-MX`; unset: the first of `locales`. */
  readonly otherRegions?: string;
  /** The quotation marks around a name. */
  readonly quotes: readonly [opening: string, closing: string];
  /** Whether every text is translated. If so, a test fails and names each text that is missing. */
  readonly complete: boolean;
  /** Texts in ICU message format, by id. An id that is missing is read in English. */
  readonly texts: Readonly<Partial<Record<TextKey, string>>>;
  /** Ids of texts that are rightly the same as in English, such as a sign, and therefore not in `texts`. */
  readonly asInEnglish: readonly TextKey[];
  /** Texts of the commands' definitions, by id. A text that is missing stays as the definition has it, in English. */
  readonly commands: Readonly<Partial<Record<CommandTextKey, string>>>;
  /** The genres and tags in this language; unset: as the data has them. */
  readonly labels?: Labels;
}

/** An area of texts in another language: it has ids of the English area, any of which may be missing. */
export type Translation<Area> = { readonly [Key in keyof Area]?: string };

/**
 * English, the reference: its ids are the ids of all texts. The texts of commands' definitions are missing here, because the
 * definitions in `src/commands` are in English.
 */
export const en = {
  locales: { 'en-US': 'English (US)', 'en-GB': 'English (UK)' },
  quotes: ['“', '”'],
  complete: true,
  texts,
  asInEnglish: [],
  commands: {},
  labels,
} as const satisfies Language;
