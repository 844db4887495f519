import {
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { commandsInSpanish } from '../../../locales/commands.es.ts';
import type { AnyCommand } from '../contract/command.ts';

const SPANISH = ['es-ES', 'es-419'] as const;

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
  description?: string;
  options?: readonly Named[];
  choices?: readonly { name: string }[];
}

/** A command's definition as it is registered: in every language, and with where it is there. */
export function localizedDefinition({
  definition,
  scope,
}: Pick<AnyCommand, 'definition' | 'scope'>): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const { contexts, integration_types, ...permissions } = REACH[scope];
  const localized = localize(definition as Named) as RESTPostAPIChatInputApplicationCommandsJSONBody;
  return {
    ...localized,
    contexts: [...contexts],
    integration_types: [...integration_types],
    ...permissions,
  };
}

function localize(named: Named): object {
  const { description, options, choices, ...others } = named;
  return {
    ...others,
    ...present('name_localizations', commandsInSpanish.names[named.name]),
    ...(description === undefined
      ? {}
      : { description, ...present('description_localizations', commandsInSpanish.texts[description]) }),
    ...(options === undefined ? {} : { options: options.map(localize) }),
    ...(choices === undefined
      ? {}
      : {
          choices: choices.map((choice) => ({
            ...choice,
            ...present('name_localizations', commandsInSpanish.texts[choice.name]),
          })),
        }),
  };
}

function present(key: string, spanish: string | undefined): Record<string, LocalizationMap> {
  if (spanish === undefined) return {};
  return { [key]: Object.fromEntries(SPANISH.map((locale) => [locale, spanish])) };
}
