import { randomBytes } from 'node:crypto';
import {
  type Both,
  escapeMarkdown,
  inLines,
  joined,
  type Markdown,
  own,
  type Plain,
  plainLine,
} from '../../../locales/markdown.ts';
import type { TextKey, Words } from '../../../locales/words.ts';
import { QuestionError, type QuestionErrorCode } from '../../engine/data-set/question-error.ts';
import { NAME_LENGTH, plainName } from './embed-text.ts';

/** An error as `ask --json` prints it. */
export interface ErrorBody {
  error: { code: string; message: string; suggestions: readonly string[] };
}

const EXAMPLE = own('{"command":"users-recommend","options":{"year":2015}}');

/** Logs a failure of ours with its cause. People see only the reference. */
export type FailureLog = (details: { reference: string; err: unknown }) => void;

/** A new reference for a failure: people can quote it, and it stands in the log. Eight hexadecimal digits. */
export function newReference(): string {
  return randomBytes(4).toString('hex');
}

/** A way to put an error into words: plain or in Markdown. */
interface Writing<Text extends Markdown | Plain> {
  /** Makes a text that was typed, or that comes from the data, harmless. */
  show(text: string): Text;
  /** Puts the errors of several names together. */
  together(errors: readonly Text[]): Text;
  /** The text of a key. */
  say(key: TextKey, values: Readonly<Record<string, Text | Both | number>>, words: Words): Text;
}

const IN_PLAIN: Writing<Plain> = {
  show: plainLine,
  together: (errors) => joined(errors, ' '),
  say: (key, values, words) => words.plain(key, values),
};

const IN_MARKDOWN: Writing<Markdown> = {
  show: (text) => escapeMarkdown(plainName(text, NAME_LENGTH)),
  together: inLines,
  say: (key, values, words) => words.text(key, values),
};

/**
 * An error in the asker's language. A failure of ours shows only a reference, which is logged together with the cause.
 *
 * @param reference the id of the request, where it has one
 */
export function describeError(
  error: unknown,
  words: Words,
  logFailure: FailureLog,
  reference: string = newReference(),
): ErrorBody {
  const message = errorMessage(error, words, logFailure, reference, IN_PLAIN);
  return error instanceof QuestionError
    ? { error: { code: error.code, message, suggestions: error.suggestions } }
    : { error: { code: 'internal', message, suggestions: [] } };
}

/** The message of {@link describeError} in Markdown, for an embed. */
export function errorInMarkdown(
  error: unknown,
  words: Words,
  logFailure: FailureLog,
  reference: string,
): Markdown {
  return errorMessage(error, words, logFailure, reference, IN_MARKDOWN);
}

/** The errors whose suggestions are genres and tags. */
const ABOUT_LABELS: ReadonlySet<QuestionErrorCode> = new Set([
  'unknown-genre',
  'ambiguous-genre',
  'unknown-label',
  'ambiguous-label',
]);

/** A function from the names that an error suggests to those that people see: genres and tags are in their language. */
export function namesOf({ code }: QuestionError, words: Words): (name: string) => string {
  return ABOUT_LABELS.has(code) ? (name) => words.label(name) : (name) => name;
}

function errorMessage<Text extends Markdown | Plain>(
  error: unknown,
  words: Words,
  logFailure: FailureLog,
  reference: string,
  writing: Writing<Text>,
): Text {
  const { show, say, together } = writing;
  if (!(error instanceof QuestionError)) {
    logFailure({ reference, err: error });
    return say('error.internal', { reference: show(reference) }, words);
  }
  const { code, values, about, suggestions, parts }: QuestionError = error;
  if (parts.length > 0) {
    return together(parts.map((part) => errorMessage(part, words, logFailure, reference, writing)));
  }
  const named = namesOf(error, words);
  const offersAll = about?.offersAll === true;
  const list = suggestions.map((text) => words.quoted(show(named(text))));
  const quoted = list.length === 0 ? own('none') : offersAll ? words.all(list) : words.choice(list);
  const shown = Object.entries(values).map(([name, value]: [string, string | number]) => [
    name,
    typeof value === 'string' ? (value === '' ? own('') : show(value)) : value,
  ]);
  return say(
    `error.${code}`,
    {
      ...Object.fromEntries(shown),
      suggestions: quoted,
      offers: own(offersAll ? 'all' : 'some'),
      example: EXAMPLE,
    },
    words,
  );
}
