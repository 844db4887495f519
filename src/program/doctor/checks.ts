import type { Config } from '../../config/config.ts';
import { SOURCE_SETTING_LIST } from '../../config/source-settings.ts';
import { memoized } from '../../platform/memo.ts';
import { checkAdminServers } from './admin-servers.ts';
import { judgeApplication } from './application.ts';
import { type Check, ok, warning } from './check.ts';
import { aheadOfDiscord, type ClockDifferences, judgeClock } from './clock.ts';
import { judgeAnswers, judgeDatabase } from './database.ts';
import { checkDisk } from './disk.ts';
import { lookAtDatabase, lookAtServer } from './look-at-database.ts';
import { checkMemory } from './memory.ts';
import { judgeMigrations } from './migrations.ts';
import { checkNode } from './node-version.ts';
import { checkPort } from './port.ts';
import { checkSource } from './source.ts';
import { discordAs, judgeToken, lookUpApplication } from './token.ts';

/** The checks that need no settings. */
export const MACHINE_CHECKS: readonly Check[] = [
  { name: 'node', run: () => checkNode() },
  { name: 'memory', run: () => checkMemory() },
];

/**
 * All checks, in the order in which they are shown.
 *
 * @param limitMs milliseconds to wait for each answer from outside
 */
export function checksOf(config: Config, limitMs: number): Check[] {
  const database = memoized(() => lookAtDatabase(config, limitMs));
  return [
    ...MACHINE_CHECKS,
    { name: 'disk', run: () => checkDisk(config.dataFolder) },
    { name: 'database', run: async () => judgeDatabase(await database(), answersAsOwner(config)) },
    { name: 'migrations', run: async () => judgeMigrations(await database()) },
    ...poolerChecks(config, limitMs),
    ...sourceChecks(config, limitMs),
    ...discordChecks(config, limitMs),
    {
      name: 'clock',
      run: async () => judgeClock(await clockDifferences(config, database, limitMs)),
    },
    { name: 'port', run: () => checkPort(config.http, limitMs) },
  ];
}

function sourceChecks({ sources }: Config, limitMs: number): Check[] {
  return SOURCE_SETTING_LIST.flatMap(({ source, setting }) => {
    const place: string | undefined = sources[source];
    if (place === undefined) return [];
    return [{ name: `${source} source`, run: () => checkSource(place, source, setting, limitMs) }];
  });
}

function poolerChecks({ databaseUrl, databaseDirectUrl }: Config, limitMs: number): Check[] {
  if (databaseUrl === undefined || databaseDirectUrl === undefined || databaseUrl === databaseDirectUrl)
    return [];
  const look = () => lookAtServer(databaseUrl, 'DATABASE_URL', limitMs);
  return [{ name: 'pooler', run: async () => judgeAnswers(await look()) }];
}

/** Whether answers are given with the role that owns the tables; on the embedded server they have one of their own. */
function answersAsOwner({ databaseUrl, databaseDirectUrl = databaseUrl }: Config): boolean {
  return databaseUrl !== undefined && databaseUrl === databaseDirectUrl;
}

function discordChecks({ discord }: Config, limitMs: number): Check[] {
  const { token, adminGuildIds } = discord;
  if (token === undefined) {
    return [{ name: 'token', run: () => ok('DISCORD_TOKEN is not set: only the page is served') }];
  }
  const rest = discordAs(token, discord, limitMs);
  const lookedUp = memoized(() => lookUpApplication(rest));
  const unchecked = warning('not checked', 'Mend the token first');
  return [
    { name: 'token', run: async () => judgeToken(await lookedUp()) },
    {
      name: 'application',
      run: async () => {
        const found = await lookedUp();
        return 'finding' in found ? unchecked : judgeApplication(found.application);
      },
    },
    {
      name: 'admin servers',
      run: async () => {
        const found = await lookedUp();
        return 'finding' in found ? unchecked : checkAdminServers(rest, found.application.id, adminGuildIds);
      },
    },
  ];
}

/**
 * Compares this machine's clock with others. Discord is asked only where a token is set, since the bot connects
 * to it anyway. The database is left out where it is the embedded one, which has this machine's own clock.
 */
async function clockDifferences(
  { discord, databaseUrl }: Config,
  database: () => ReturnType<typeof lookAtDatabase>,
  limitMs: number,
): Promise<ClockDifferences> {
  const [ofDiscord, looked] = await Promise.all([
    discord.token === undefined ? null : aheadOfDiscord(discord.apiUrl, limitMs),
    databaseUrl === undefined ? null : database(),
  ]);
  return {
    ...(ofDiscord === null ? {} : { Discord: ofDiscord }),
    ...(looked !== null && 'state' in looked ? { 'the database': looked.state.clockAheadMs } : {}),
  };
}
