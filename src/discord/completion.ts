import type { APIApplicationCommandAutocompleteInteraction } from 'discord-api-types/v10';
import type { AnyCommand, Choice, CommandContext } from '../commands/contract/command.ts';
import { MOST_CHOICES } from '../commands/contract/command.ts';
import { QuestionError } from '../engine/data-set/question-error.ts';
import type { AgeRestriction } from './age-restriction.ts';
import { isAcknowledged, isGone } from './api-failure.ts';
import { askerOf, focusedOption, plainOptions } from './interaction.ts';
import type { Handling } from './interaction-event.ts';
import { RememberedDataSet } from './remembered-data-set.ts';
import type { Responses } from './responses.ts';

export interface CompletionParts {
  commands: ReadonlyMap<string, AnyCommand>;
  dataSet: CommandContext['dataSet'];
  ageRestriction: AgeRestriction;
}

/** Completes an option while a member types it: at once, from memory. A failure gives an empty list. */
export class Completion {
  readonly #parts: CompletionParts;
  readonly #dataSet: RememberedDataSet<Awaited<ReturnType<CommandContext['dataSet']>>>;

  constructor(parts: CompletionParts) {
    this.#parts = parts;
    this.#dataSet = new RememberedDataSet(parts.dataSet);
  }

  /**
   * Sends the choices for the option that is being typed.
   *
   * @throws @discordjs/rest's errors, except those that only mean that the member has typed on meanwhile
   */
  async answer(
    interaction: APIApplicationCommandAutocompleteInteraction,
    responses: Responses,
    handling: Handling,
  ): Promise<void> {
    const choices = await this.#choices(interaction).catch((err) => {
      if (err instanceof QuestionError) handling.became('refused', { code: err.code });
      else handling.became('failed', { err });
      return [];
    });
    try {
      await responses.offer(choices.slice(0, MOST_CHOICES));
      handling.acknowledged();
    } catch (err) {
      if (!isGone(err) && !isAcknowledged(err)) throw err;
      handling.became('too-late', { err });
    }
  }

  async #choices(interaction: APIApplicationCommandAutocompleteInteraction): Promise<Choice[]> {
    const { name, options } = interaction.data;
    const command = this.#parts.commands.get(name);
    const focused = focusedOption(options);
    if (command?.complete === undefined || focused === undefined) return [];
    const { [focused.name]: _, ...others } = plainOptions(options);
    const asker = askerOf(interaction, this.#parts.ageRestriction.known(interaction.channel));
    const typing = { option: focused.name, typed: focused.typed, others, asker };
    return command.complete(await this.#dataSet.latest(), typing);
  }
}
