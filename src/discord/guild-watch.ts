import type { REST } from '@discordjs/rest';
import { Cron } from 'croner';
import { Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { isRefusal } from './registration.ts';

/** What is kept of servers; made by whoever starts the program. */
export interface GuildRecords {
  /** The servers of which something is kept. */
  guildIds(): Promise<string[]>;
  /**
   * Told which of them the bot is in and which not; what is kept of one that it has left long ago is deleted.
   *
   * @returns how many rows were deleted
   */
  note(seen: { there: readonly string[]; gone: readonly string[] }): Promise<number>;
}

/** Every day, at a time at which little else begins. */
const DAILY = '23 4 * * *';

/**
 * Looks at once, and then every day, whether the bot is still in the servers of which something is kept. It asks Discord for
 * each of these few: GUILD_DELETE comes only with an intent that brings every server's channels and roles too, and no
 * shard has to know what others see.
 *
 * @param rest with the bot's token
 * @returns ends it; resolves when nothing runs any more
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
          log.warn({ err }, 'the servers of which something is kept were not looked at');
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

/** One look. A server that Discord says nothing about today is left for tomorrow. @throws the records' errors */
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
      log.warn({ err, guild: guildId }, 'whether the bot is in this server could not be looked up');
    }
  }
  signal.throwIfAborted();
  const deleted = await records.note({ there, gone });
  if (deleted > 0) log.info({ rows: deleted }, 'what was kept of servers that removed the bot is deleted');
}

/** Whether the application may have commands there, which ends when it is removed. @throws @discordjs/rest's errors */
async function isInstalledIn(
  rest: REST,
  applicationId: string,
  guildId: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await rest.get(Routes.applicationGuildCommands(applicationId, guildId), { signal });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
