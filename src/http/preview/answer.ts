import { Words } from '../../../locales/words.ts';
import type { AnyCommand, Choice } from '../../commands/contract/command.ts';
import { parseCustomId, pressedOptions } from '../../commands/contract/custom-id.ts';
import { parseOptions } from '../../commands/contract/options.ts';
import type { Reply, Visibility } from '../../commands/contract/reply.ts';
import { type AskedQuestion, errorReply } from '../../commands/message/error-reply.ts';
import { withPlace } from '../../commands/message/illustrated.ts';
import type { SentPress } from './components.ts';
import type { PagePictures } from './page-pictures.ts';
import type { ShownFile } from './pictures.ts';
import { type Manner, type PreviewSources, VISITOR, visitorAsker } from './sources.ts';

/** The sources of answers on the page. */
export type AnswerSources = PreviewSources & { pictures: PagePictures };

/** The reply to a question, and its audience. */
export interface Said {
  /** The reply, with a place for its picture. */
  reply: Reply;
  /** The picture of the reply, which the browser asks for under its own address; empty where it has none. */
  files: ShownFile[];
  visibility: Visibility;
  /** Whether the question could not be answered; `reply` then says why. */
  refused: boolean;
}

/** The outcome of a press on a component. */
export interface Pressed extends Said {
  /** Whether the answer replaces the component's message (`update`) or follows it as another message (`new`). */
  effect: 'update' | 'new';
  command: AnyCommand;
  /** The options of the question behind the component. */
  options: Record<string, unknown>;
}

/**
 * Asks a command as Discord's router does. A mistake, or a failure of ours, becomes a reply that only the asker sees.
 *
 * @param given options by name, as the visitor typed them
 */
export function answer(
  sources: AnswerSources,
  command: AnyCommand,
  given: Record<string, unknown>,
  manner: Manner,
): Promise<Said> {
  return ask(sources, command, () => parseOptions(command.definition, given), manner);
}

/**
 * Asks the question behind a pressed button or a choice from a menu. As in Discord, only the asker of a message can change
 * it; anybody else gets an answer of their own.
 *
 * @param asker the user id of the person whose question the message answers
 * @returns null for a component that is not ours, or whose command cannot be asked here
 */
export async function press(
  sources: AnswerSources,
  { customId, values: [chosen] }: SentPress,
  asker: string,
  manner: Manner,
): Promise<Pressed | null> {
  const parsed = parseCustomId(customId);
  const command = parsed === null ? undefined : await findOpenCommand(sources, parsed.command);
  if (parsed === null || command === undefined) return null;
  let options: Record<string, unknown> = parsed.options;
  const said = await ask(
    sources,
    command,
    () => {
      options = pressedOptions(parsed, command, chosen);
      return options;
    },
    manner,
  );
  const isStrangers = asker !== VISITOR;
  return {
    ...said,
    visibility: parsed.effect === 'update' && isStrangers ? 'ephemeral' : said.visibility,
    effect: parsed.effect === 'update' && !isStrangers && !said.refused ? 'update' : 'new',
    command,
    options,
  };
}

/** The suggestions for an option that is being typed; none if the command has no completion or if it fails. */
export async function complete(
  sources: AnswerSources,
  command: AnyCommand,
  typing: { option: string; typed: string; others: Record<string, unknown> },
  manner: Manner,
): Promise<Choice[]> {
  const asker = visitorAsker(manner);
  try {
    const dataSet = await sources.context(asker).dataSet();
    return (await command.complete?.(dataSet, { ...typing, asker })) ?? [];
  } catch (error) {
    // The visitor sees no error while typing, but a failure of ours is logged.
    errorReply(error, Words.of(manner.locale), (details) => sources.onFailure(details));
    return [];
  }
}

/** The command of this name, if anybody may ask it; commands for moderators are not found. */
export async function findOpenCommand(
  sources: PreviewSources,
  name: string,
): Promise<AnyCommand | undefined> {
  const commands = await sources.commands();
  return commands.find(({ definition, scope }) => definition.name === name && scope === 'everywhere');
}

async function ask(
  sources: AnswerSources,
  command: AnyCommand,
  parse: () => Record<string, unknown>,
  manner: Manner,
): Promise<Said> {
  const words = Words.of(manner.locale);
  const asker = visitorAsker(manner);
  let asked: AskedQuestion | null = null;
  try {
    const options = parse();
    asked = { command: command.definition.name, options, asker };
    const answered = await command.answer(sources.context(asker), options);
    const reply = answered.reply(words);
    const files = sources.pictures.filesOf(reply);
    return { reply: withPlace(reply), files, visibility: command.visibility, refused: false };
  } catch (error) {
    const reply = errorReply(error, words, (details) => sources.onFailure(details), asked);
    return { reply, files: [], visibility: 'ephemeral', refused: true };
  }
}
