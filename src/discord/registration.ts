import { DiscordAPIError, type REST } from '@discordjs/rest';
import {
  type APIApplicationCommand,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as CommandJson,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { sameCommands } from './compare-commands.ts';
import { invitationOf } from './invitation.ts';

/** A command to register. */
export interface Registrable {
  scope: 'everywhere' | 'admin-guilds';
  json: CommandJson;
}

export interface RegistrationSettings {
  applicationId: string;
  /** The servers in which the commands are registered, and are there at once; empty: they are registered globally. */
  guildIds: readonly string[];
  /** The servers in which the commands of scope `admin-guilds` are registered. */
  adminGuildIds: readonly string[];
  /** All servers that the bot is in; commands left in them by earlier settings are removed. */
  knownGuildIds: readonly string[];
}

/** The places that were written, were right already, or were refused. A place is `global` or the id of a server. */
export interface RegistrationReport {
  written: string[];
  unchanged: string[];
  /** Servers that the bot is not in, or in which it may not have commands. */
  refused: string[];
  /** The ids of the commands by name, by place. A place without commands is left out. */
  ids: Map<string, ReadonlyMap<string, string>>;
}

/** The number of servers that are searched for commands left by earlier settings; a bot in more servers searches none. */
const MOST_KNOWN = 50;

/**
 * Brings the registered commands in line with the wanted ones. It writes only places that differ, each in one request, so
 * that a second run changes nothing. Places that lose all their commands come first, so that no command is ever shown twice.
 *
 * @param rest carries the bot's token
 * @throws @discordjs/rest's errors
 */
export async function register(
  rest: REST,
  commands: readonly Registrable[],
  settings: RegistrationSettings,
  log: Logger,
): Promise<RegistrationReport> {
  if (settings.adminGuildIds.length === 0 && commands.some(({ scope }) => scope === 'admin-guilds')) {
    log.warn('/admin is registered nowhere: set DISCORD_ADMIN_GUILD_IDS to the servers that may use it');
  }
  const wanted = wantedByPlace(commands, settings);
  const report = await registerPlaces(rest, settings.applicationId, wanted);
  for (const place of report.refused.filter((place) => wanted.get(place)!.length > 0)) {
    log.warn(
      { guild: place },
      'no commands in this server: the bot is not in it, or was invited without the scope applications.commands. ' +
        `To invite it: ${invitationOf(settings.applicationId)}`,
    );
  }
  return report;
}

/**
 * Registers the commands in servers that have refused them, which somebody may have invited the bot to since.
 *
 * @param refused the servers; those that are to have no commands are left out
 * @throws @discordjs/rest's errors
 */
export function registerRefused(
  rest: REST,
  commands: readonly Registrable[],
  settings: RegistrationSettings,
  refused: readonly string[],
): Promise<RegistrationReport> {
  const wanted = [...wantedByPlace(commands, settings)].filter(
    ([place, those]) => refused.includes(place) && those.length > 0,
  );
  return registerPlaces(rest, settings.applicationId, new Map(wanted));
}

async function registerPlaces(
  rest: REST,
  applicationId: string,
  wantedByPlace: ReadonlyMap<string, CommandJson[]>,
): Promise<RegistrationReport> {
  const report: RegistrationReport = { written: [], unchanged: [], refused: [], ids: new Map() };
  for (const [place, wanted] of [...wantedByPlace].toSorted(([, a], [, b]) => a.length - b.length)) {
    try {
      const { outcome, registered } = await registerIn(rest, applicationId, place, wanted);
      report[outcome].push(place);
      if (registered.length > 0) report.ids.set(place, new Map(registered.map(({ name, id }) => [name, id])));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      report.refused.push(place);
    }
  }
  return report;
}

/** The id of the application that the token belongs to. @throws @discordjs/rest's errors */
export async function applicationIdOf(rest: REST): Promise<string> {
  return ((await rest.get(Routes.currentApplication())) as { id: string }).id;
}

/** The commands that should be registered in each place, by place. */
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
): Promise<{ outcome: 'written' | 'unchanged'; registered: readonly APIApplicationCommand[] }> {
  const global = place === 'global';
  const route = global
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, place);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(route, { query })) as APIApplicationCommand[];
  if (sameCommands(wanted, registered, global ? 'global' : 'guild')) {
    return { outcome: 'unchanged', registered };
  }
  const written = (await rest.put(route, { body: wanted })) as APIApplicationCommand[];
  return { outcome: 'written', registered: written };
}

/** The command for one server: without the properties that say where it can be used, because that is the server. */
function ofGuild({ contexts: _, integration_types: __, ...json }: CommandJson): CommandJson {
  return json;
}

/** Whether an error means that the application is not in the server, or may not have commands there. */
export function isRefusal(error: unknown): boolean {
  const codes: readonly (string | number)[] = [
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.UnknownGuild,
  ];
  return error instanceof DiscordAPIError && codes.includes(error.code);
}
