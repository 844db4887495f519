import { markdown, own } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import { QuestionError, severalErrors } from '../../engine/data-set/question-error.ts';
import type { Asker } from '../contract/asker.ts';
import { customId, type Press, parseCustomId } from '../contract/custom-id.ts';
import { VALUE_LENGTH, valueForName } from '../contract/long-names.ts';
import type { EmbedReply, Row } from '../contract/reply.ts';
import { menuRow } from './buttons.ts';
import { errorInMarkdown, type FailureLog, namesOf, newReference } from './describe-error.ts';
import { COLOURS } from './embed-colours.ts';
import { NAME_LENGTH, plainName } from './embed-text.ts';
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
): EmbedReply {
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
    components: isMistake && asked !== null ? menusOf(shown, asked, words) : [],
    files: [],
  });
}

/** The error without the names for adults, unless the channel is age-restricted. */
function withoutAdultNames(error: QuestionError, asker: Asker | null): QuestionError {
  const { code, values, suggestions, about, parts } = error;
  if (asker?.ageRestricted === true) return error;
  if (parts.length > 0) return severalErrors(parts.map((part) => withoutAdultNames(part, asker)));
  if (about === null) return error;
  const choices = about.choices.filter(({ adult }) => adult !== true);
  if (choices.length === about.choices.length) return error;
  const hidden = new Set(about.choices.filter(({ adult }) => adult).flatMap(({ named }) => named ?? []));
  for (const { named } of choices) if (named !== undefined) hidden.delete(named);
  const left = suggestions.filter((name) => !hidden.has(name));
  return new QuestionError(code, values, left, { ...about, choices });
}

/** The most menus under a message, by Discord's limits. */
const MOST_MENUS = 5;

/** The menu for an error, or one for each of its parts. Names after the fifth are asked for when the others are settled. */
function menusOf(error: QuestionError, asked: AskedQuestion, words: Words): Row[] {
  if (error.parts.length === 0) return menuOf(error, asked, words);
  return error.parts
    .filter(({ about }) => about !== null && about.choices.length > 0)
    .slice(0, MOST_MENUS)
    .flatMap((part, place) => menuOf(part, asked, words, place + 1));
}

/**
 * A menu of other values for the wrong option; each asks the question again with the other options as they were.
 *
 * @param place of one of several menus: its place from 1; it says which name it is about
 */
function menuOf(
  error: QuestionError,
  { command, options }: AskedQuestion,
  words: Words,
  place?: number,
): Row[] {
  const { about } = error;
  if (about === null) return [];
  const named = namesOf(error, words);
  const others: Press['options'] = {};
  for (const [name, value] of Object.entries(options)) {
    if (name === about.option || name === 'page') continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      others[name] = value;
    }
  }
  if (!comesBack({ command, options: others, effect: 'new' })) return [];
  const typed = 'name' in error.values ? plainName(error.values.name, NAME_LENGTH) : own('');
  return menuRow({
    placeholder:
      place === undefined ? words.plain('menu.instead') : words.plain('menu.which', { name: typed }),
    command,
    options: others,
    effect: 'new',
    choose: about.option,
    ...(place === undefined ? {} : { place }),
    choices: about.choices.map(({ name, value }) => ({
      label: plainName(named(name), VALUE_LENGTH),
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
