import {
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Asker } from '../commands/contract/asker.ts';
import { SUBCOMMAND } from '../commands/contract/options.ts';

type AutocompleteOption =
  APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>;
type AnyOption = APIApplicationCommandInteractionDataOption | AutocompleteOption;

/** Whether it is a slash command. */
export function isCommand(
  interaction: APIInteraction,
): interaction is APIChatInputApplicationCommandInteraction {
  return (
    interaction.type === InteractionType.ApplicationCommand &&
    interaction.data.type === ApplicationCommandType.ChatInput
  );
}

/** Discord's id of whoever caused it. */
export function userIdOf({ member, user }: APIInteraction): string {
  return (member?.user ?? user)!.id;
}

/** Who asks, and from where; that the channel is age-restricted is not always in the interaction itself. */
export function askerOf(interaction: APIInteraction, ageRestricted: boolean): Asker {
  const permissions = BigInt(interaction.member?.permissions ?? 0);
  const { ManageGuild, Administrator } = PermissionFlagsBits;
  return {
    userId: userIdOf(interaction),
    locale: 'locale' in interaction ? interaction.locale : 'en-US',
    guildId: interaction.guild_id ?? null,
    ageRestricted,
    mayManageGuild: (permissions & (ManageGuild | Administrator)) !== 0n,
  };
}

/** The options as a plain request has them; a sub-command is the option `subcommand`. */
export function plainOptions(options: readonly AnyOption[] = []): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const option of options) {
    if (option.type === ApplicationCommandOptionType.Subcommand) {
      Object.assign(plain, { [SUBCOMMAND]: option.name }, plainOptions(option.options));
    } else if ('value' in option) plain[option.name] = option.value;
  }
  return plain;
}

/** The option that is being typed, or undefined where none says so. */
export function focusedOption(
  options: readonly AnyOption[] = [],
): { name: string; typed: string } | undefined {
  for (const option of options) {
    if ('focused' in option && option.focused === true)
      return { name: option.name, typed: String(option.value) };
    if (option.type === ApplicationCommandOptionType.Subcommand) {
      const focused = focusedOption(option.options);
      if (focused !== undefined) return focused;
    }
  }
  return undefined;
}

/** Whether the message was made in answer to whoever uses its component. */
export function isOriginalAsker(interaction: APIMessageComponentInteraction): boolean {
  return interaction.message.interaction_metadata?.user.id === userIdOf(interaction);
}

/** The values that were chosen in a menu; none of a button. */
export function chosenValues({ data }: APIMessageComponentInteraction): readonly string[] {
  return 'values' in data ? data.values : [];
}
