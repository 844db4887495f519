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

/** The places of a command: servers and direct messages, for everybody with the app; servers alone, for a command that administers. */
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

/** Anything of a definition that has a name: the command, an option, a choice. */
interface Named {
  name: string;
  type?: ApplicationCommandOptionType;
  description?: string;
  options?: readonly Named[];
  choices?: readonly { name: string; value: string | number }[];
}

/**
 * Finds one English text of a definition in the other languages, by locale; undefined where it stays English everywhere.
 *
 * @param keys under which a language may have the text: the one of this command alone, then the one that it shares with others
 */
export type Translate = (keys: CommandTextKey[], english: string) => LocalizationMap | undefined;

/**
 * A command's definition as it is registered: in every language, and with the places of the command. The keys of its texts in
 * the other languages follow from the names in the definition:
 *
 * - `command.admin.name` and `command.admin.description`; of a sub-command, `command.admin.refresh.name`
 * - `option.genre.name` and `option.genre.description` for all options called `genre`, but for those of a command that has
 *   texts of its own: `option.recommend-game.genre.description`
 * - `choice.year-of.reviewed` for the choice with this value of all options called `year-of`, or
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

/** @param path of names, such as `admin.refresh` for a sub-command */
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

/** The name and the description, without the options and choices within. */
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
