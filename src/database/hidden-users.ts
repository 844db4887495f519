import { asc, eq, gt, notExists } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { dataSetSchema, dataSetTables } from './schema/data-set.ts';
import { hiddenUsers } from './schema/lasting.ts';
import { findReadableDataSet } from './served-data-set.ts';

/** A Steam user who is never named. */
export interface HiddenUser {
  userId: string;
  hiddenAt: Date;
}

/**
 * That the user of a row may be named. A condition of the question itself, so that hiding somebody takes effect in every
 * process with the next one.
 *
 * @param userId the column that holds Steam's id
 */
export function mayBeNamed(database: PostgresJsDatabase, userId: PgColumn) {
  return notExists(database.select().from(hiddenUsers).where(eq(hiddenUsers.userId, userId)));
}

/** Everybody who is hidden, the earliest first. */
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
