import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { AnyCommand } from '../commands/contract/command.ts';
import { parseCustomId, pressedOptions } from '../commands/contract/custom-id.ts';
import { parseOptions } from '../commands/contract/options.ts';
import { QuestionError } from '../engine/data-set/question-error.ts';
import { chosenValues, isCommand, isOriginalAsker, plainOptions } from './interaction.ts';
import type { Acknowledgement } from './responses.ts';

/** The question of an interaction, checked against the command's definition. */
export interface Question {
  command: AnyCommand;
  options: Record<string, unknown>;
  /** The way in which the interaction is deferred. */
  acknowledgement: Acknowledgement;
}

/**
 * The question of a slash command, a button or a menu; null where the interaction is none of these.
 *
 * @throws QuestionError where the command does not exist, or the options do not match its definition: the command has
 *   changed since it was registered, or since the button was made
 */
export function questionOf(
  interaction: APIInteraction,
  commands: ReadonlyMap<string, AnyCommand>,
): Question | null {
  if (isCommand(interaction)) {
    const { name, options } = interaction.data;
    const command = commandOf(name, commands);
    return {
      command,
      options: parseOptions(command.definition, plainOptions(options)),
      acknowledgement: command.visibility,
    };
  }
  if (interaction.type !== InteractionType.MessageComponent) return null;
  const press = parseCustomId(interaction.data.custom_id);
  if (press === null) throw new QuestionError('unknown-button', {});
  const command = commandOf(press.command, commands);
  return {
    command,
    options: pressedOptions(press, command, chosenValues(interaction)[0]),
    acknowledgement:
      press.effect === 'new' ? command.visibility : isOriginalAsker(interaction) ? 'update' : 'ephemeral',
  };
}

function commandOf(name: string, commands: ReadonlyMap<string, AnyCommand>): AnyCommand {
  const command = commands.get(name);
  if (command === undefined) throw new QuestionError('unknown-command', { name }, [...commands.keys()]);
  return command;
}
