import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteGuilds } from '../community/left-guilds.ts';
import { forgetGuilds, keptGuilds } from '../community/stored-of-servers.ts';
import { LASTING_TABLES } from '../community/tables.ts';
import type { GuildRecords } from '../discord/guild-watch.ts';

/** The database's rows about servers, for the daily check of the servers that have removed the bot. */
export function guildRecordsIn(database: PostgresJsDatabase): GuildRecords {
  return {
    guildIds: () => keptGuilds(database, LASTING_TABLES),
    async note(seen) {
      await noteGuilds(database, seen);
      return forgetGuilds(database, LASTING_TABLES, seen.gone);
    },
  };
}
