import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { PersonalData } from '../commands/contract/privacy.ts';
import { deleteModeratorActionsOf, moderatorActionsOf } from '../community/moderator-actions.ts';

/** What the database has of people who use the bot in Discord: docs/privacy.md says why it is no more than this. */
export function personalDataIn(database: PostgresJsDatabase): PersonalData {
  return {
    of: (userId) => moderatorActionsOf(database, userId),
    erase: (userId) => deleteModeratorActionsOf(database, userId),
  };
}
