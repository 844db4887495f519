import { asc, desc, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type ModeratorDeed, moderatorActions, refreshes } from '../database/schema/lasting.ts';

/** What a moderator did with the data. */
export interface RecordedAction {
  at: Date;
  by: string;
  guildId: string | null;
  action: ModeratorDeed;
}

/** Writes down who did what, now. */
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
export async function moderatorActionsOf(
  database: PostgresJsDatabase,
  userId: string,
): Promise<RecordedAction[]> {
  const { id, at, by, guildId, action } = moderatorActions;
  return database
    .select({ at, by, guildId, action })
    .from(moderatorActions)
    .where(eq(by, userId))
    .orderBy(asc(id));
}

/** Deletes all that a person did. @returns how much it was */
export async function deleteModeratorActionsOf(
  database: PostgresJsDatabase,
  userId: string,
): Promise<number> {
  const deleted = await database
    .delete(moderatorActions)
    .where(eq(moderatorActions.by, userId))
    .returning({ id: moderatorActions.id });
  // One that runs, or was killed, names them still.
  await database.update(refreshes).set({ startedBy: 'moderator' }).where(eq(refreshes.startedBy, userId));
  return deleted.length;
}
