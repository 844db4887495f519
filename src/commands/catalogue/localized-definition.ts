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

/** Where commands are there: in servers and in direct messages, for whoever has the app; what administers, in servers only. */
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
 * A command's definition as it is registered: in every language, and with where it is there. What a text is keyed by in the
 * other languages is derived from its place in the definition:
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
  return localize(command, [`command.${path}`], translate, {
    ...(command.options === undefined
      ? {}
      : {
          options: command.options.map((option) =>
            option.type === ApplicationCommandOptionType.Subcommand ||
            option.type === ApplicationCommandOptionType.SubcommandGroup
              ? localizeCommand(option, `${path}.${option.name}`, translate)
              : localizeOption(option, path, translate),
          ),
        }),
  });
}

function localizeOption(option: Named, path: string, translate: Translate): object {
  const places = [`${path}.${option.name}`, option.name];
  return localize(
    option,
    places.map((place) => `option.${place}` as const),
    translate,
    {
      ...(option.choices === undefined
        ? {}
        : {
            choices: option.choices.map((choice) => ({
              ...choice,
              ...localizations(
                'name',
                translate(
                  places.map((place) => `choice.${place}.${choice.value}` as const),
                  choice.name,
                ),
              ),
            })),
          }),
    },
  );
}

/** @param within what is in it, localized already */
function localize(named: Named, keys: CommandTextKey[], translate: Translate, within: object): object {
  const { description, options: _, choices: __, ...others } = named;
  const texts = (part: 'name' | 'description', english: string) =>
    localizations(
      part,
      translate(
        keys.map((key) => `${key}.${part}` as const),
        english,
      ),
    );
  return {
    ...others,
    ...texts('name', named.name),
    ...(description === undefined ? {} : { description, ...texts('description', description) }),
    ...within,
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
