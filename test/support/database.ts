import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/database/connection.ts';
import { migrateDatabase } from '../../src/database/migrations.ts';

/** A database for one test file, with the program's schema and no data set. */
export interface TestDatabase extends Database {
  url: string;
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
  await migrateDatabase(url);
  const database = await openDatabase({ databaseUrl: url, dataFolder: '/nowhere' });
  return {
    ...database,
    url,
    async remove() {
      await database.close();
      await server`drop database ${server(name)} with (force)`;
      await server.end();
    },
  };
}
