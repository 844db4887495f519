import { randomBytes } from 'node:crypto';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/database/connection.ts';
import { migrateDatabase } from '../../src/database/migrations.ts';

/** A database for one test file, with the program's schema and no data set. */
export interface TestDatabase extends Database {
  url: string;
  /** The owner of all tables, for rows that answers may not write. */
  owner: PostgresJsDatabase;
  /** Closes its connections and drops it. */
  remove(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const server = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
  const name = `test_${randomBytes(6).toString('hex')}`;
  await server`create database ${server(name)}`;
  const address = new URL(inject('serverUrl'));
  address.pathname = `/${name}`;
  const url = address.href;
  // Answers are given by a role that may do no more than a real one, as on the embedded server.
  const answers = Object.assign(new URL(url), inject('answersAccount'));
  const database = await openDatabase({
    databaseUrl: answers.href,
    databaseDirectUrl: url,
    dataFolder: '/nowhere',
  });
  await migrateDatabase(url, { answersRole: database.answersRole });
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  return {
    ...database,
    url,
    owner: drizzle(owner),
    async remove() {
      await owner.end();
      await database.close();
      await server`drop database ${server(name)} with (force)`;
      await server.end();
    },
  };
}
