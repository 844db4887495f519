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

/** Whether the interaction is a slash command. */
export function isCommand(
  interaction: APIInteraction,
): interaction is APIChatInputApplicationCommandInteraction {
  return (
    interaction.type === InteractionType.ApplicationCommand &&
    interaction.data.type === ApplicationCommandType.ChatInput
  );
}

/** The Discord id of the person behind the interaction. */
export function userIdOf({ member, user }: APIInteraction): string {
  return (member?.user ?? user)!.id;
}

/** The asker of an interaction. @param ageRestricted is passed in because the interaction does not always carry it */
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

/** The options as a plain object, by name; a sub-command becomes the option `subcommand`. */
export function plainOptions(options: readonly AnyOption[] = []): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const option of options) {
    if (option.type === ApplicationCommandOptionType.Subcommand) {
      Object.assign(plain, { [SUBCOMMAND]: option.name }, plainOptions(option.options));
    } else if ('value' in option) plain[option.name] = option.value;
  }
  return plain;
}

/** The option that is being typed; undefined where no option is marked as focused. */
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

/** Whether the user of a component is the asker whom its message answered. */
export function isOriginalAsker(interaction: APIMessageComponentInteraction): boolean {
  return interaction.message.interaction_metadata?.user.id === userIdOf(interaction);
}

/** The values chosen in a menu; empty for a button. */
export function chosenValues({ data }: APIMessageComponentInteraction): readonly string[] {
  return 'values' in data ? data.values : [];
}
