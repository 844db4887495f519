import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { CommandTextKey } from '../../../locales/en/language.ts';
import { LOCALES } from '../../../locales/locales.ts';
import { Words } from '../../../locales/words.ts';
import type { AnyCommand } from '../contract/command.ts';

/**
 * The places of a command by its scope: servers and direct messages, for everyone with the app; for a command that
 * administers, servers alone.
 */
const REACH = {
  everywhere: {
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  },
  'admin-guilds': {
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  },
} as const;

/** A part of a definition with a name: the command or an option. */
interface Named {
  name: string;
  type?: ApplicationCommandOptionType;
  description?: string;
  options?: readonly Named[];
  choices?: readonly { name: string; value: string | number }[];
}

/**
 * Finds the translations of one English text of a definition, by locale; undefined where no language has one.
 *
 * @param keys the keys under which a language may have the text: the command's own, then the one that commands share
 */
export type Translate = (keys: CommandTextKey[], english: string) => LocalizationMap | undefined;

/**
 * A command's definition for registration: in every language, and with the places where the command can be used. The keys of
 * its translated texts follow from the names in the definition:
 *
 * - `command.admin.name` and `command.admin.description` for a command; `command.admin.refresh.name` for a sub-command
 * - `option.genre.name` and `option.genre.description` for all options called `genre`; a command's own text goes first:
 *   `option.recommend-game.genre.description`
 * - `choice.year-of.reviewed` for the choice `reviewed` of all options called `year-of`; a command's own text goes first:
 *   `choice.users-recommend.year-of.reviewed`
 */
export function localizedDefinition(
  { definition, scope }: Pick<AnyCommand, 'definition' | 'scope'>,
  translate: Translate = inEveryLanguage,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const { contexts, integration_types, ...permissions } = REACH[scope];
  const localized = localizeCommand(definition as unknown as Named, definition.name, translate);
  return {
    ...(localized as RESTPostAPIChatInputApplicationCommandsJSONBody),
    contexts: [...contexts],
    integration_types: [...integration_types],
    ...permissions,
  };
}

/** Localizes a command or a sub-command. @param path the names that lead to it, such as `admin.refresh` */
function localizeCommand(command: Named, path: string, translate: Translate): object {
  const options = command.options?.map((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
      ? localizeCommand(option, `${path}.${option.name}`, translate)
      : localizeOption(option, path, translate),
  );
  const localized = localizeNamed(command, [`command.${path}`], translate);
  return options === undefined ? localized : { ...localized, options };
}

/** Localizes an option and its choices. @param path the names that lead to its command */
function localizeOption(option: Named, path: string, translate: Translate): object {
  const places = [`${path}.${option.name}`, option.name];
  const choices = option.choices?.map((choice) => {
    const keys = places.map((place) => `choice.${place}.${choice.value}` as const);
    return { ...choice, ...localizations('name', translate(keys, choice.name)) };
  });
  const keys = places.map((place) => `option.${place}` as const);
  const localized = localizeNamed(option, keys, translate);
  return choices === undefined ? localized : { ...localized, choices };
}

/** Localizes the name and the description. The options and choices within are left out of the result. */
function localizeNamed(named: Named, keys: CommandTextKey[], translate: Translate): object {
  const { description, options: _, choices: __, ...others } = named;
  const localized = (part: 'name' | 'description', english: string) => {
    const keysOfPart = keys.map((key) => `${key}.${part}` as const);
    return localizations(part, translate(keysOfPart, english));
  };
  return {
    ...others,
    ...localized('name', named.name),
    ...(description === undefined ? {} : { description, ...localized('description', description) }),
  };
}

function localizations(part: 'name' | 'description', texts: LocalizationMap | undefined): object {
  return texts === undefined ? {} : { [`${part}_localizations`]: texts };
}

function inEveryLanguage(keys: CommandTextKey[]): LocalizationMap | undefined {
  const texts = LOCALES.flatMap((locale) => {
    const text = Words.of(locale).commandText(keys);
    return text === undefined ? [] : [[locale, text] as const];
  });
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}
