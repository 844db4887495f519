import { and, inArray, lte, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { z } from 'zod';
import { backupTable } from '../database/backup/backup-table.ts';
import { discordId, instant } from '../database/backup/format.ts';
import { leftGuilds } from '../database/schema/community.ts';
import { lastingTable } from './lasting-table.ts';

/** The number of days that rows about a server are kept after the bot's removal from it was noticed. */
export const DAYS_AFTER_LEAVING = 30;

/**
 * Notes the servers that have removed the bot, and takes back the note of those that have it again.
 *
 * @param seen `there`: the ids of servers that have the bot; `gone`: those of servers that have removed it. A server
 *   that was noted before keeps its day.
 */
export async function noteGuilds(
  database: PostgresJsDatabase,
  seen: { there: readonly string[]; gone: readonly string[] },
): Promise<void> {
  const { there, gone } = seen;
  if (there.length > 0) await deleteLeftGuilds(database, there);
  if (gone.length > 0) {
    await database
      .insert(leftGuilds)
      .values(gone.map((guildId) => ({ guildId })))
      .onConflictDoNothing();
  }
}

/**
 * Takes the servers that are due to be forgotten: it deletes the notes that are {@link DAYS_AFTER_LEAVING} days old.
 *
 * @param gone ids of servers that do not have the bot; other servers' notes are left alone
 * @returns the ids of the servers to forget
 */
export async function takeForgettable(
  database: PostgresJsDatabase,
  gone: readonly string[],
): Promise<string[]> {
  const { guildId, leftAt } = leftGuilds;
  const isDue = lte(leftAt, sql`now() - make_interval(days => ${DAYS_AFTER_LEAVING})`);
  const taken = await database
    .delete(leftGuilds)
    .where(and(inArray(guildId, gone), isDue))
    .returning({ guildId });
  return taken.map((row) => row.guildId);
}

async function deleteLeftGuilds(database: PostgresJsDatabase, guildIds: readonly string[]): Promise<number> {
  const { guildId } = leftGuilds;
  return (await database.delete(leftGuilds).where(inArray(guildId, guildIds)).returning({ guildId })).length;
}

/** The description of the servers that have removed the bot. */
export const leftGuildsTable = lastingTable(leftGuilds, {
  holds: { guildId: 'server' },
  server: { erase: deleteLeftGuilds },
  told: {
    what: "Of **servers that have removed the bot**, if moderators had used `/admin`: the server's id, and the day on which the removal was noticed",
    purpose: 'to delete the rows about these servers',
    kept: `${DAYS_AFTER_LEAVING} days`,
    code: 'src/discord/guild-watch.ts',
  },
  backup: backupTable(leftGuilds, {
    label: 'servers left',
    row: z.strictObject({ guild_id: discordId, left_at: instant }),
    order: ['left_at', 'guild_id'],
  }),
});
