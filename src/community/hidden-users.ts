import { asc, eq, gt } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { z } from 'zod';
import { backupTable } from '../database/backup/backup-table.ts';
import { instant } from '../database/backup/format.ts';
import { hiddenUsers } from '../database/schema/community.ts';
import { dataSetSchema, dataSetTables } from '../database/schema/data-set.ts';
import { findReadableDataSet } from '../database/served-data-set.ts';
import { lastingTable } from './lasting-table.ts';

/**
 * A Steam user whom no answer may name. The SQL condition that keeps hidden users out of answers is in
 * `src/database/hidden-users.ts`.
 */
export interface HiddenUser {
  /** The user's Steam id. */
  userId: string;
  hiddenAt: Date;
}

/** All hidden users, the earliest first. */
export async function listHiddenUsers(database: PostgresJsDatabase): Promise<HiddenUser[]> {
  const { userId, hiddenAt } = hiddenUsers;
  // The condition is always true: a query to a pooler needs a parameter, and this gives it one.
  return database.select().from(hiddenUsers).where(gt(userId, '')).orderBy(asc(hiddenAt), asc(userId));
}

/** Hides a user: no answer names them from now on. @returns false where they were hidden already */
export async function hideUser(database: PostgresJsDatabase, userId: string): Promise<boolean> {
  const added = await database.insert(hiddenUsers).values({ userId }).onConflictDoNothing().returning();
  return added.length > 0;
}

/** Undoes the hiding of a user. @returns false where they were not hidden */
export async function unhideUser(database: PostgresJsDatabase, userId: string): Promise<boolean> {
  const removed = await database.delete(hiddenUsers).where(eq(hiddenUsers.userId, userId)).returning();
  return removed.length > 0;
}

/** Whether the served data set has a user with this Steam id. */
export async function isInServedData(database: PostgresJsDatabase, userId: string): Promise<boolean> {
  const served = await findReadableDataSet(database);
  if (served === null) return false;
  const { users } = dataSetTables(dataSetSchema(served.id));
  const found = await database.select({ key: users.key }).from(users).where(eq(users.userId, userId));
  return found.length > 0;
}

/**
 * The description of the hidden users. Its ids are Steam's, of users who need not be on Discord. So `/privacy` cannot
 * find or erase the rows; the operator does that with `npm run hide`.
 */
export const hiddenUsersTable = lastingTable(hiddenUsers, {
  holds: { userId: 'steam-user' },
  told: {
    what: 'Of **Steam users who asked not to be named**: Steam id, and the time of the request',
    purpose: 'never to name them',
    kept: 'until they ask to be named again',
    code: 'src/community/hidden-users.ts',
  },
  backup: backupTable(hiddenUsers, {
    label: 'hidden users',
    row: z.strictObject({ user_id: z.string().min(1).max(200), hidden_at: instant }),
    order: ['hidden_at', 'user_id'],
    isAddedTo: true,
  }),
});
