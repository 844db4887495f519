import { asc, eq, gt } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { z } from 'zod';
import { backupTable } from '../database/backup/backup-table.ts';
import { instant } from '../database/backup/format.ts';
import { hiddenUsers } from '../database/schema/community.ts';
import { dataSetSchema, dataSetTables } from '../database/schema/data-set.ts';
import { findReadableDataSet } from '../database/served-data-set.ts';
import { lastingTable } from './lasting-table.ts';

/** A Steam user whom no answer names; the condition that keeps them out of answers is in `src/database`. */
export interface HiddenUser {
  userId: string;
  hiddenAt: Date;
}

/** All users who are hidden, the earliest first. */
export async function listHiddenUsers(database: PostgresJsDatabase): Promise<HiddenUser[]> {
  const { userId, hiddenAt } = hiddenUsers;
  // Behind a pooler a query needs a parameter.
  return database.select().from(hiddenUsers).where(gt(userId, '')).orderBy(asc(hiddenAt), asc(userId));
}

/** Never names this user again. @returns whether they could be named before */
export async function hideUser(database: PostgresJsDatabase, userId: string): Promise<boolean> {
  const added = await database.insert(hiddenUsers).values({ userId }).onConflictDoNothing().returning();
  return added.length > 0;
}

/** Names this user again. @returns whether they were hidden */
export async function unhideUser(database: PostgresJsDatabase, userId: string): Promise<boolean> {
  const removed = await database.delete(hiddenUsers).where(eq(hiddenUsers.userId, userId)).returning();
  return removed.length > 0;
}

/** Whether the data set that is being served has a user with this id. */
export async function isInServedData(database: PostgresJsDatabase, userId: string): Promise<boolean> {
  const served = await findReadableDataSet(database);
  if (served === null) return false;
  const { users } = dataSetTables(dataSetSchema(served.id));
  const found = await database.select({ key: users.key }).from(users).where(eq(users.userId, userId));
  return found.length > 0;
}

/** Its ids are those of Steam users in the data, who need not be on Discord: the operator hides them and undoes it. */
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
    row: z.strictObject({ user_id: z.string(), hidden_at: instant }),
    order: ['hidden_at', 'user_id'],
    isAddedTo: true,
  }),
});
