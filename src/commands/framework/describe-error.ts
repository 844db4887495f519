import { randomBytes } from 'node:crypto';
import type { Words } from '../../../locales/words.ts';
import { QuestionError } from '../../engine/question-error.ts';

/** What a program is told of a question that was not answered. */
export interface ErrorBody {
  error: { code: string; message: string; suggestions: readonly string[] };
}

const EXAMPLE = '{"command":"users-recommend","options":{"year":2015}}';

/**
 * An error in the asker's words. A failure of ours gets a reference that is logged with its cause; its own
 * message is not shown.
 */
export function describeError(
  error: unknown,
  words: Words,
  logFailure: (details: { reference: string; err: unknown }) => void,
): ErrorBody {
  if (error instanceof QuestionError) {
    const { code, values, suggestions }: QuestionError = error;
    const quoted =
      suggestions.length === 0 ? 'none' : words.choice(suggestions.map((text) => words.quoted(text)));
    const message = words.text(`error.${code}`, { ...values, suggestions: quoted, example: EXAMPLE });
    return { error: { code, message, suggestions } };
  }
  const reference = randomBytes(4).toString('hex');
  logFailure({ reference, err: error });
  return {
    error: { code: 'internal', message: words.text('error.internal', { reference }), suggestions: [] },
  };
}
