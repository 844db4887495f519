import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../database/connection.ts';
import { migrateDatabase } from '../database/migrations.ts';

/**
 * Opens and migrates the database for one verb, and closes it after, whatever happens: also at SIGINT and SIGTERM,
 * so that the embedded server does not stay behind. A second signal ends the process at once.
 *
 * @param announce is told what the embedded server has to say
 */
export async function withDatabase<T>(
  config: Config,
  announce: (message: string) => void,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(config, announce);
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    stopping = true;
    process.once(signal, () => process.exit(SIGNAL_STATUS[signal]));
    database.close().finally(() => process.exit(SIGNAL_STATUS[signal]));
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    await migrateDatabase(database.directUrl);
    return await work(database);
  } catch (error) {
    // What was cut off fails; the process is about to end, and has nothing to say of it.
    if (stopping) await new Promise(() => {});
    throw error;
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, stop);
    await database.close();
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** 128 + the signal's number, as shells have it. */
const SIGNAL_STATUS: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 130, SIGTERM: 143 };
