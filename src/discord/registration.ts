import { DiscordAPIError, type REST } from '@discordjs/rest';
import {
  type APIApplicationCommand,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as CommandJson,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { sameCommands } from './compare-commands.ts';

/** A command that is to be registered. */
export interface Registrable {
  scope: 'everywhere' | 'admin-guilds';
  json: CommandJson;
}

export interface RegistrationSettings {
  applicationId: string;
  /** Servers in which commands are there at once; none: they are global. */
  guildIds: readonly string[];
  adminGuildIds: readonly string[];
  /** Other servers that the bot is in, from which commands of another way of registering are removed. */
  knownGuildIds: readonly string[];
}

/** What was done; a place is `global` or a server's id. */
export interface RegistrationReport {
  written: string[];
  unchanged: string[];
  /** Servers that the bot is not in, or in which it may not have commands. */
  refused: string[];
}

/** More servers than these are not looked through for what another way of registering may have left in them. */
const MOST_KNOWN = 50;

/**
 * Makes the registered commands what they should be. Only places that differ are written, each in one request, so that
 * running it again changes nothing. What goes is removed first: no command is ever there twice.
 *
 * @param rest with the bot's token
 * @throws @discordjs/rest's errors
 */
export async function register(
  rest: REST,
  commands: readonly Registrable[],
  settings: RegistrationSettings,
  log: Logger,
): Promise<RegistrationReport> {
  const report: RegistrationReport = { written: [], unchanged: [], refused: [] };
  const places = [...wantedByPlace(commands, settings)];
  if (settings.adminGuildIds.length === 0 && commands.some(({ scope }) => scope === 'admin-guilds')) {
    log.warn('/admin is registered nowhere: set DISCORD_ADMIN_GUILD_IDS to the servers that may use it');
  }
  for (const [place, wanted] of places.toSorted(([, a], [, b]) => a.length - b.length)) {
    try {
      report[await registerIn(rest, settings.applicationId, place, wanted)].push(place);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      report.refused.push(place);
      if (wanted.length > 0) {
        log.warn(
          { guild: place },
          'no commands in this server: the bot is not in it, or not invited to have any',
        );
      }
    }
  }
  return report;
}

/** The application that a token is of. @throws @discordjs/rest's errors */
export async function applicationIdOf(rest: REST): Promise<string> {
  return ((await rest.get(Routes.currentApplication())) as { id: string }).id;
}

/** What should be registered in each place that is looked at. */
function wantedByPlace(
  commands: readonly Registrable[],
  { guildIds, adminGuildIds, knownGuildIds }: Omit<RegistrationSettings, 'applicationId'>,
): Map<string, CommandJson[]> {
  const of = (scope: Registrable['scope']) =>
    commands.filter((command) => command.scope === scope).map(({ json }) => json);
  const known = knownGuildIds.length <= MOST_KNOWN ? knownGuildIds : [];
  const wanted = new Map<string, CommandJson[]>([
    ['global', guildIds.length === 0 ? of('everywhere') : []],
    ...known.map((id): [string, CommandJson[]] => [id, []]),
  ]);
  for (const id of guildIds) wanted.set(id, of('everywhere').map(ofGuild));
  for (const id of adminGuildIds)
    wanted.set(id, [...(wanted.get(id) ?? []), ...of('admin-guilds').map(ofGuild)]);
  return wanted;
}

async function registerIn(
  rest: REST,
  applicationId: string,
  place: string,
  wanted: readonly CommandJson[],
): Promise<'written' | 'unchanged'> {
  const global = place === 'global';
  const route = global
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, place);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(route, { query })) as APIApplicationCommand[];
  if (sameCommands(wanted, registered, global ? 'global' : 'guild')) return 'unchanged';
  await rest.put(route, { body: wanted });
  return 'written';
}

/** Where a guild's command is used is said by the guild. */
function ofGuild({ contexts: _, integration_types: __, ...json }: CommandJson): CommandJson {
  return json;
}

/** Whether Discord says that the application is not in the server, or may not have commands there. */
export function isRefusal(error: unknown): boolean {
  const codes: readonly (string | number)[] = [
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.UnknownGuild,
  ];
  return error instanceof DiscordAPIError && codes.includes(error.code);
}
