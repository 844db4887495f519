import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
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
  /** The message of the failure that was logged last; null after a completion that succeeded. */
  #failing: string | null = null;

  constructor(parts: CompletionParts) {
    this.#parts = parts;
    this.#dataSet = new RememberedDataSet(parts.dataSet);
  }

  /**
   * Sends the choices for the option that is being typed. A list that comes too late is dropped, because the member has
   * typed on meanwhile. Of failures in a row that are the same, only the first is logged as an error. Never throws.
   */
  async answer(
    interaction: APIApplicationCommandAutocompleteInteraction,
    responses: Responses,
    handling: Handling,
  ): Promise<void> {
    const choices = await this.#choices(interaction).catch((err) => {
      this.#failed(err, handling);
      return null;
    });
    try {
      await responses.offer((choices ?? []).slice(0, MOST_CHOICES).map(wellFormed));
      handling.acknowledged();
      if (choices !== null) this.#failing = null;
    } catch (err) {
      if (isGone(err) || isAcknowledged(err)) handling.became('too-late', { err });
      else this.#failed(err, handling);
    }
  }

  #failed(err: unknown, handling: Handling): void {
    if (err instanceof QuestionError) {
      handling.became('refused', { code: err.code });
      return;
    }
    const message = String(err);
    handling.became('failed', { err, repeated: message === this.#failing });
    this.#failing = message;
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

/** The choice without halves of characters, which Discord refuses: a list keeps what was typed before its last entry. */
function wellFormed({ name, value }: Choice): APIApplicationCommandOptionChoice {
  return { name: name.toWellFormed(), value: typeof value === 'string' ? value.toWellFormed() : value };
}
