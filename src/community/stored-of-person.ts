import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { LastingTable } from './lasting-table.ts';

/**
 * All that some tables hold about a person, by the kind that each calls its rows.
 *
 * @param userId Discord's id
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
 * Deletes a person from some tables, from all or from none.
 *
 * @param userId Discord's id
 * @returns the numbers of rows that have gone or changed, by kind
 * @throws the database's errors
 */
export async function erasePerson(
  database: PostgresJsDatabase,
  tables: readonly LastingTable[],
  userId: string,
): Promise<Record<string, number>> {
  return database.transaction(async (transaction) => {
    const erased: Record<string, number> = {};
    for (const { person } of tables) {
      if (person !== null) erased[person.kind] = await person.erase(transaction, userId);
    }
    return erased;
  });
}
