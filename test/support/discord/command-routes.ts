import { missingAccess, notFound } from './api-error.ts';
import { type CommandList, type RegisteredCommand, withoutLocalizations } from './registered-commands.ts';
import type { Route, RouteRequest } from './rest-server.ts';

/** All commands of the application, for tests and for the lists of members' clients. */
export interface Commands {
  readonly global: readonly RegisteredCommand[];
  guild(guildId: string): readonly RegisteredCommand[];
}

/** The routes for registering commands, globally and in a server. A server without the bot is refused. */
export function commandRoutes(
  applicationId: string,
  global: CommandList,
  guilds: ReadonlyMap<string, CommandList>,
): Route[] {
  const listOf = ({ params }: RouteRequest): CommandList => {
    if (params.application !== applicationId) throw notFound();
    if (params.guild === undefined) return global;
    const list = guilds.get(params.guild);
    if (list === undefined) throw missingAccess();
    return list;
  };
  const at = (base: string): Route[] => [
    {
      ...COMMON,
      method: 'GET',
      path: base,
      handle: (request) => {
        const all = listOf(request).all;
        const localized = request.query.with_localizations === 'true';
        return { status: 200, body: localized ? all : all.map(withoutLocalizations) };
      },
    },
    {
      ...COMMON,
      method: 'PUT',
      path: base,
      handle: (request) => ({ status: 200, body: listOf(request).replaceAll(request.payload) }),
    },
    {
      ...COMMON,
      method: 'POST',
      path: base,
      handle: (request) => {
        const { command, created } = listOf(request).create(request.payload);
        return { status: created ? 201 : 200, body: command };
      },
    },
    {
      ...COMMON,
      method: 'GET',
      path: `${base}/{command}`,
      handle: (request) => ({ status: 200, body: listOf(request).byId(request.params.command!) }),
    },
    {
      ...COMMON,
      method: 'PATCH',
      path: `${base}/{command}`,
      handle: (request) => ({
        status: 200,
        body: listOf(request).edit(request.params.command!, request.payload),
      }),
    },
    {
      ...COMMON,
      method: 'DELETE',
      path: `${base}/{command}`,
      handle: (request) => {
        listOf(request).delete(request.params.command!);
        return { status: 204 };
      },
    },
  ];
  return [
    ...at('/applications/{application}/commands'),
    ...at('/applications/{application}/guilds/{guild}/commands'),
  ];
}

const COMMON = { name: 'commands', authorized: true } as const;
