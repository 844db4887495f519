import { randomBytes } from 'node:crypto';
import type { Words } from '../../../locales/words.ts';
import { QuestionError } from '../../engine/data-set/question-error.ts';

/** What a program is told of a question that was not answered. */
export interface ErrorBody {
  error: { code: string; message: string; suggestions: readonly string[] };
}

const EXAMPLE = '{"command":"users-recommend","options":{"year":2015}}';

/** Told of a failure of ours, whose cause nobody else is told. */
export type FailureLog = (details: { reference: string; err: unknown }) => void;

/** A code that a person can tell, and that stands in the log. */
export function newReference(): string {
  return randomBytes(4).toString('hex');
}

/**
 * An error in the asker's words. A failure of ours gets a reference that is logged with its cause; its own
 * message is not shown.
 *
 * @param show how what was typed, or comes from the data, is written: as it is, unless said
 * @param reference of the request, where it has one already
 */
export function describeError(
  error: unknown,
  words: Words,
  logFailure: FailureLog,
  show: (text: string) => string = (text) => text,
  reference: string = newReference(),
): ErrorBody {
  if (error instanceof QuestionError) {
    const { code, values, suggestions }: QuestionError = error;
    const quoted =
      suggestions.length === 0 ? 'none' : words.choice(suggestions.map((text) => words.quoted(show(text))));
    const shown = Object.entries(values).map(([name, value]: [string, string | number]) => [
      name,
      typeof value === 'string' && value !== '' ? show(value) : value,
    ]);
    const message = words.text(`error.${code}`, {
      ...Object.fromEntries(shown),
      suggestions: quoted,
      example: EXAMPLE,
    });
    return { error: { code, message, suggestions } };
  }
  logFailure({ reference, err: error });
  return {
    error: { code: 'internal', message: words.text('error.internal', { reference }), suggestions: [] },
  };
}
