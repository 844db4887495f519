import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { z } from 'zod';
import { backupTable } from '../database/backup/backup-table.ts';
import { instant } from '../database/backup/format.ts';
import { type ModeratorDeed, moderatorActions } from '../database/schema/community.ts';
import { lastingTable } from './lasting-table.ts';
import { DAYS_AFTER_LEAVING } from './left-guilds.ts';

/** One thing that a moderator did with the data. */
export interface RecordedAction {
  at: Date;
  by: string;
  guildId: string | null;
  action: ModeratorDeed;
}

/** Writes down what a moderator has done now. */
export async function recordModeratorAction(
  database: PostgresJsDatabase,
  action: Omit<RecordedAction, 'at'>,
): Promise<void> {
  await database.insert(moderatorActions).values(action);
}

/** The last things that moderators did, the latest first. */
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

/** All that a person did, the earliest first. */
async function moderatorActionsOf(database: PostgresJsDatabase, userId: string): Promise<RecordedAction[]> {
  const { id, at, by, guildId, action } = moderatorActions;
  return database
    .select({ at, by, guildId, action })
    .from(moderatorActions)
    .where(eq(by, userId))
    .orderBy(asc(id));
}

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
  // Left out: the id, which nothing refers to.
  backup: backupTable(moderatorActions, {
    label: 'what moderators did',
    row: z.strictObject({
      at: instant,
      by: z.string(),
      guild_id: z.string().nullable(),
      action: z.string(),
    }),
    order: ['id'],
  }),
});
