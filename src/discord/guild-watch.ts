import type { REST } from '@discordjs/rest';
import { Cron } from 'croner';
import { Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { unlessAborted } from '../platform/time-limit.ts';
import { isRefusal } from './registration.ts';

/** The stored data about servers; `src/program` provides it. */
export interface GuildRecords {
  /** The ids of the servers about which something is stored. */
  guildIds(): Promise<string[]>;
  /**
   * Notes the servers that the bot is in (`there`) and those that it is not in (`gone`). Deletes the data of servers that
   * it left long ago.
   *
   * @returns the number of rows deleted
   */
  note(seen: { there: readonly string[]; gone: readonly string[] }): Promise<number>;
}

/** The time of the daily look, as a cron pattern: 4:23, when little else starts. */
const DAILY = '23 4 * * *';

/**
 * Checks at once, and then every day, whether the bot is still in the servers about which something is stored. It asks
 * Discord about each of these few servers. The event GUILD_DELETE is no alternative: it needs an intent that brings every
 * server's channels and roles too, and each shard receives only the events of its own servers.
 *
 * @param rest carries the bot's token
 * @returns a function that ends the watch; it resolves when no look is running any more
 */
export function watchGuilds(
  rest: REST,
  applicationId: string,
  records: GuildRecords,
  log: Logger,
): () => Promise<void> {
  const stopped = new AbortController();
  let looking = Promise.resolve();
  const look = () => {
    looking = looking
      .then(() => lookAtGuilds(rest, applicationId, records, log, stopped.signal))
      .catch((err) => {
        if (!stopped.signal.aborted)
          log.warn({ err }, 'could not check whether the bot is still in the servers with stored data');
      });
  };
  const daily = new Cron(DAILY, { unref: true }, look);
  look();
  return () => {
    daily.stop();
    stopped.abort();
    return looking;
  };
}

/**
 * Checks all servers once. A server about which Discord gives no answer waits for the next day.
 *
 * @throws the records' errors
 */
export async function lookAtGuilds(
  rest: REST,
  applicationId: string,
  records: GuildRecords,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const there: string[] = [];
  const gone: string[] = [];
  for (const guildId of await records.guildIds()) {
    try {
      ((await isInstalledIn(rest, applicationId, guildId, signal)) ? there : gone).push(guildId);
    } catch (err) {
      signal.throwIfAborted();
      log.warn({ err, guild: guildId }, 'could not find out whether the bot is still in this server');
    }
  }
  signal.throwIfAborted();
  const deleted = await records.note({ there, gone });
  if (deleted > 0) log.info({ rows: deleted }, 'deleted the data of servers that removed the bot');
}

/**
 * Whether the application may have commands in the server; it loses that right when it is removed.
 *
 * @throws @discordjs/rest's errors
 */
async function isInstalledIn(
  rest: REST,
  applicationId: string,
  guildId: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    // A request that waits for a rate limit does not hear of the signal.
    await unlessAborted(
      signal,
      rest.get(Routes.applicationGuildCommands(applicationId, guildId), { signal }),
    );
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
