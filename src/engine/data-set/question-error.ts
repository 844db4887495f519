/** The mistakes that a person can make in a question, each with the values that its words need. */
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

/** The option that is wrong, and what it could be instead. */
export interface WrongOption {
  option: string;
  /** What can be asked instead, best first; `value` is what the option becomes. */
  choices: readonly OptionChoice[];
}

interface OptionChoice {
  name: string;
  value: string;
  /** The name is not to be said everywhere: it is of a game for adults. */
  adult?: boolean;
  /** The suggestion that it stands for, where that is another text. */
  named?: string;
}

export type QuestionErrorCode = keyof QuestionErrors;

/**
 * A question that cannot be answered as it was asked. It carries a key and values, and is put into words
 * in the asker's language at the edge.
 */
export class QuestionError<Code extends QuestionErrorCode = QuestionErrorCode> extends Error {
  readonly code: Code;
  readonly values: QuestionErrors[Code];
  /** What may have been meant, best first; each can be asked as it stands. */
  readonly suggestions: readonly string[];
  /** Null where no option alone is wrong. */
  readonly about: WrongOption | null;

  constructor(
    code: Code,
    values: QuestionErrors[Code],
    suggestions: readonly string[] = [],
    about: WrongOption | null = null,
  ) {
    super(code);
    this.name = 'QuestionError';
    this.code = code;
    this.values = values;
    this.suggestions = suggestions;
    this.about = about;
  }
}

/** A wrong option that could be one of these names. */
export function wrongName(option: string, names: readonly string[]): WrongOption {
  return { option, choices: names.map((name) => ({ name, value: name })) };
}
