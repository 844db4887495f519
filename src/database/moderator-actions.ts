import { desc } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type ModeratorDeed, moderatorActions } from './schema/lasting.ts';

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
