import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../database/connection.ts';
import { migrateDatabase } from '../database/migrations.ts';
import { onStopSignal, type StopSignal } from './stop-signals.ts';

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
  const opening = openDatabase(config, announce);
  let stopping = false;
  const ignoreSignals = onStopSignal(
    (signal) => {
      stopping = true;
      opening
        .then((database) => database.close())
        .catch(() => {})
        .finally(() => process.exit(SIGNAL_STATUS[signal]));
    },
    (signal) => SIGNAL_STATUS[signal],
  );
  let database: Database | undefined;
  try {
    database = await opening;
    await migrateDatabase(database.directUrl);
    return await work(database);
  } catch (error) {
    // What was cut off fails; the process is about to end, and has nothing to say of it.
    if (stopping) await new Promise(() => {});
    throw error;
  } finally {
    await database?.close();
    ignoreSignals();
  }
}

/** 128 + the signal's number, as shells have it. */
const SIGNAL_STATUS: Record<StopSignal, number> = { SIGINT: 130, SIGTERM: 143 };
