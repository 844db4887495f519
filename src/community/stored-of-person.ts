import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { LastingTable } from './lasting-table.ts';

/**
 * Exports the rows about a person.
 *
 * @param tables the tables to read
 * @param userId the person's Discord id
 * @returns the rows of each table, by the kind that its description gives
 * @throws the database's errors
 */
export async function storedOfPerson(
  database: PostgresJsDatabase,
  tables: readonly LastingTable[],
  userId: string,
): Promise<Record<string, object[]>> {
  const stored: Record<string, object[]> = {};
  for (const { person } of tables) {
    if (person !== null) stored[person.kind] = await person.exported(database, userId);
  }
  return stored;
}

/**
 * Erases a person in one transaction: from all tables, or from none.
 *
 * @param tables the tables; they are changed from the last to the first
 * @param userId the person's Discord id
 * @returns the numbers of rows deleted or changed, by kind
 * @throws the database's errors
 */
export async function erasePerson(
  database: PostgresJsDatabase,
  tables: readonly LastingTable[],
  userId: string,
): Promise<Record<string, number>> {
  return database.transaction(async (transaction) => {
    const erased: Record<string, number> = {};
    // Later tables come first: the entry of a refresh gets its person from the log of actions, so that has to be empty by then.
    for (const { person } of tables.toReversed()) {
      if (person !== null) erased[person.kind] = await person.erase(transaction, userId);
    }
    return erased;
  });
}
