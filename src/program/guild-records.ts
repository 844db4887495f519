import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { forgetGuilds, keptGuilds, noteGuilds } from '../community/left-guilds.ts';
import type { GuildRecords } from '../discord/guild-watch.ts';

/** What the database has of servers. */
export function guildRecordsIn(database: PostgresJsDatabase): GuildRecords {
  return {
    guildIds: () => keptGuilds(database),
    async note(seen) {
      await noteGuilds(database, seen);
      return forgetGuilds(database, seen.gone);
    },
  };
}
