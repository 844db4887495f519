import { eq, notExists } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { hiddenUsers } from './schema/community.ts';

/**
 * The condition that the user of a row may be named. It is part of the question itself, so that hiding somebody takes effect
 * in every process with the next one. `src/community/hidden-users.ts` hides users.
 *
 * @param userId the column that holds Steam's id
 */
export function mayBeNamed(database: PostgresJsDatabase, userId: PgColumn) {
  return notExists(database.select().from(hiddenUsers).where(eq(hiddenUsers.userId, userId)));
}
