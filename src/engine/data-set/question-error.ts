/** The reasons why a question has no answer, each with the values that its message needs. */
export interface QuestionErrors {
  'no-data-set': Record<string, never>;
  'unknown-genre': { name: string };
  'ambiguous-genre': { name: string };
  'unknown-developer': { name: string };
  'ambiguous-developer': { name: string };
  'unknown-game': { name: string; to: string };
  'ambiguous-game': { name: string };
  'unknown-label': { name: string };
  'ambiguous-label': { name: string };
  'unknown-user': { userId: string };
  'user-or-likes': Record<string, never>;
  'too-many-likes': { most: number };
  'no-hours-in-genre': { genre: string };
  'no-reviews-of-year': { year: number; from: number; to: number };
  'year-after-data': { year: number; to: number };
  'unknown-command': { name: string };
  'missing-option': { option: string };
  'unknown-option': { option: string };
  'option-not-a-number': { option: string; value: string };
  'option-not-a-choice': { option: string; value: string };
  'not-a-question': Record<string, never>;
  'may-not-administer': Record<string, never>;
  'too-many-questions': { questions: number; seconds: number };
  'unknown-button': Record<string, never>;
  stopping: Record<string, never>;
}

/** A wrong option, and the values that it could have instead. */
export interface WrongOption {
  option: string;
  /** The values to offer, best first. */
  choices: readonly OptionChoice[];
  /** Set where these are all values that there are, because none is close to the wrong one. */
  offersAll?: true;
}

interface OptionChoice {
  /** The text that the asker sees. */
  name: string;
  /** The value that the option takes when this choice is made. */
  value: string;
  /** Whether the name is of a game or tag for adults, so that only age-restricted channels may show it. */
  adult?: boolean;
  /**
   * The entry of {@link QuestionError.suggestions} that this choice belongs to. It is left out when its
   * choices are hidden.
   */
  named?: string;
}

/** The code of a {@link QuestionError}, by which its message is found. */
export type QuestionErrorCode = keyof QuestionErrors;

/**
 * The error of a question that cannot be answered as it was asked. It carries a code and values, no wording.
 * The reply puts it into words in the asker's language.
 */
export class QuestionError<Code extends QuestionErrorCode = QuestionErrorCode> extends Error {
  readonly code: Code;
  readonly values: QuestionErrors[Code];
  /** The texts that may have been meant, best first. Each can be asked as it stands. */
  readonly suggestions: readonly string[];
  /** The wrong option; null where no single option is wrong. */
  readonly about: WrongOption | null;
  /**
   * Where several names of one option are wrong: an error for each of them, all of which are told. The error itself has the
   * code and the values of the first, and the suggestions of all.
   */
  readonly parts: readonly QuestionError[];

  constructor(
    code: Code,
    values: QuestionErrors[Code],
    suggestions: readonly string[] = [],
    about: WrongOption | null = null,
    parts: readonly QuestionError[] = [],
  ) {
    super(code);
    this.name = 'QuestionError';
    this.code = code;
    this.values = values;
    this.suggestions = suggestions;
    this.about = about;
    this.parts = parts;
  }
}

/** Several errors about one option as one: see {@link QuestionError.parts}. @param errors one at least */
export function severalErrors(errors: readonly QuestionError[]): QuestionError {
  const [first] = errors;
  if (errors.length === 1) return first!;
  const suggestions = [...new Set(errors.flatMap((error) => error.suggestions))];
  return new QuestionError(first!.code, first!.values, suggestions, null, errors);
}

/** A wrong option that could have one of these names as its value. */
export function wrongName(option: string, names: readonly string[]): WrongOption {
  return { option, choices: names.map((name) => ({ name, value: name })) };
}
