import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { z } from 'zod';
import { backupTable } from '../database/backup/backup-table.ts';
import { discordId, instant, ownWord } from '../database/backup/format.ts';
import { type ModeratorDeed, moderatorActions } from '../database/schema/community.ts';
import { lastingTable } from './lasting-table.ts';
import { DAYS_AFTER_LEAVING } from './left-guilds.ts';

/** An action that a moderator took on the data. */
export interface RecordedAction {
  at: Date;
  /** The moderator's Discord id. */
  by: string;
  /** The id of the server in which the action was taken; null where there was none. */
  guildId: string | null;
  action: ModeratorDeed;
}

/** Records an action of a moderator at the current time. @returns the number of its row */
export async function recordModeratorAction(
  database: PostgresJsDatabase,
  action: Omit<RecordedAction, 'at'>,
): Promise<number> {
  const { id } = moderatorActions;
  const [row] = await database.insert(moderatorActions).values(action).returning({ id });
  return row!.id;
}

/** Removes the record of an action that did not take place after all. */
export async function takeBackModeratorAction(database: PostgresJsDatabase, row: number): Promise<void> {
  await database.delete(moderatorActions).where(eq(moderatorActions.id, row));
}

/** The last actions of all moderators, the latest first. @param most the number of actions */
export async function recentModeratorActions(
  database: PostgresJsDatabase,
  most: number,
): Promise<RecordedAction[]> {
  const { at, by, guildId, action } = moderatorActions;
  return database
    .select({ at, by, guildId, action })
    .from(moderatorActions)
    .orderBy(desc(moderatorActions.id))
    .limit(most);
}

/** All actions of a person, the earliest first. */
async function moderatorActionsOf(database: PostgresJsDatabase, userId: string): Promise<RecordedAction[]> {
  const { id, at, by, guildId, action } = moderatorActions;
  return database
    .select({ at, by, guildId, action })
    .from(moderatorActions)
    .where(eq(by, userId))
    .orderBy(asc(id));
}

/** The description of the moderators' actions. */
export const moderatorActionsTable = lastingTable(moderatorActions, {
  holds: { by: 'person', guildId: 'server', action: 'nobody' },
  person: {
    kind: 'actions',
    exported: moderatorActionsOf,
    async erase(database, userId) {
      const { id, by } = moderatorActions;
      return (await database.delete(moderatorActions).where(eq(by, userId)).returning({ id })).length;
    },
  },
  server: {
    async erase(database, guildIds) {
      const { id, guildId } = moderatorActions;
      return (await database.delete(moderatorActions).where(inArray(guildId, guildIds)).returning({ id }))
        .length;
    },
  },
  told: {
    what: "Of **moderators who use `/admin`**: their Discord id, the server's id, each action and its time",
    purpose: 'to show moderators who did what with the data they share',
    kept: `until they delete it with \`/privacy\`, or until ${DAYS_AFTER_LEAVING} days after the server has removed the bot`,
    code: 'src/community/moderator-actions.ts',
  },
  // The id is left out, since no other table refers to it.
  backup: backupTable(moderatorActions, {
    label: 'moderator actions',
    row: z.strictObject({
      at: instant,
      by: discordId,
      guild_id: discordId.nullable(),
      action: ownWord,
    }),
    order: ['id'],
  }),
});
