import { markdown } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import { QuestionError } from '../../engine/data-set/question-error.ts';
import type { Asker } from '../contract/asker.ts';
import { customId, type Press, parseCustomId } from '../contract/custom-id.ts';
import { VALUE_LENGTH, valueForName } from '../contract/long-names.ts';
import type { Reply } from '../contract/reply.ts';
import { menuRow } from './buttons.ts';
import { errorInMarkdown, type FailureLog, newReference } from './describe-error.ts';
import { COLOURS } from './embed-colours.ts';
import { plainName } from './embed-text.ts';
import { fitReply } from './fit-reply.ts';

/** The question that led to an error. */
export interface AskedQuestion {
  command: string;
  options: Readonly<Record<string, unknown>>;
  asker: Asker;
}

/**
 * An error as a reply for the asker alone, in their language. Where another value of an option may have been meant, a menu
 * offers such values and asks the question again.
 *
 * @param asked the question; null where none was understood
 * @param reference the id of the request, where it has one
 */
export function errorReply(
  error: unknown,
  words: Words,
  logFailure: FailureLog,
  asked: AskedQuestion | null = null,
  reference: string = newReference(),
): Reply {
  const shown = error instanceof QuestionError ? withoutAdultNames(error, asked?.asker ?? null) : error;
  const message = errorInMarkdown(shown, words, logFailure, reference);
  const isMistake = shown instanceof QuestionError;
  return fitReply({
    embeds: [
      {
        color: isMistake ? COLOURS.mistake : COLOURS.bad,
        title: isMistake
          ? markdown`🤔 ${words.text('refused.mistake')}`
          : markdown`⚠️ ${words.text('refused.failure')}`,
        description: message,
      },
    ],
    components: isMistake && asked !== null ? menuOf(shown, asked, words) : [],
    files: [],
  });
}

/** The error without the names for adults, unless the channel is age-restricted. */
function withoutAdultNames(error: QuestionError, asker: Asker | null): QuestionError {
  const { code, values, suggestions, about } = error;
  if (about === null || asker?.ageRestricted === true) return error;
  const choices = about.choices.filter(({ adult }) => adult !== true);
  if (choices.length === about.choices.length) return error;
  const hidden = new Set(about.choices.filter(({ adult }) => adult).flatMap(({ named }) => named ?? []));
  for (const { named } of choices) if (named !== undefined) hidden.delete(named);
  const left = suggestions.filter((name) => !hidden.has(name));
  return new QuestionError(code, values, left, { ...about, choices });
}

/** A menu of other values for the wrong option; each asks the question again with the other options as they were. */
function menuOf(
  { about }: QuestionError,
  { command, options }: AskedQuestion,
  words: Words,
): Reply['components'] {
  if (about === null) return [];
  const others: Press['options'] = {};
  for (const [name, value] of Object.entries(options)) {
    if (name === about.option || name === 'page') continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      others[name] = value;
    }
  }
  if (!comesBack({ command, options: others, effect: 'new' })) return [];
  return menuRow({
    placeholder: words.plain('menu.instead'),
    command,
    options: others,
    effect: 'new',
    choose: about.option,
    choices: about.choices.map(({ name, value }) => ({
      label: plainName(name, VALUE_LENGTH),
      // A name that is too long becomes its token. A list of games has no token, so `fitReply` drops one that is too long.
      value: value === name ? valueForName(value) : value,
    })),
  });
}

/**
 * Whether the options come back unchanged from the menu's id. A long typed text would come back as a token, which stands for
 * no name.
 */
function comesBack(press: Press): boolean {
  const back = parseCustomId(customId(press))?.options ?? {};
  return Object.entries(press.options).every(([name, value]) => back[name] === value);
}
