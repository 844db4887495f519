import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { PersonalData } from '../commands/framework/privacy.ts';
import { deleteModeratorActionsOf, moderatorActionsOf } from '../database/moderator-actions.ts';

/** What the database has of people who use the bot in Discord: docs/privacy.md says why it is no more than this. */
export function personalDataIn(database: PostgresJsDatabase): PersonalData {
  return {
    of: (userId) => moderatorActionsOf(database, userId),
    erase: (userId) => deleteModeratorActionsOf(database, userId),
  };
}
