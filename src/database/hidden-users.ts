import { eq, notExists } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { hiddenUsers } from './schema/community.ts';

/**
 * The SQL condition that the user of a row is not hidden. Each question has it in its own query, so a user who
 * is hidden is left out of the next answer of every process. `src/community/hidden-users.ts` hides users.
 *
 * @param userId the column that holds the user's Steam id
 */
export function mayBeNamed(database: PostgresJsDatabase, userId: PgColumn) {
  return notExists(database.select().from(hiddenUsers).where(eq(hiddenUsers.userId, userId)));
}
