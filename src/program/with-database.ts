import type { Config } from '../config/config.ts';
import { type Database, openDatabase } from '../database/connection.ts';
import { migrateDatabase } from '../database/migrations.ts';
import { onStopSignal, type StopSignal } from './stop-signals.ts';

/**
 * Opens and migrates the database for one verb, and closes it after, whatever happens: also at SIGINT and SIGTERM,
 * so that the embedded server does not stay behind. A second signal ends the process at once.
 *
 * @param announce is told what the embedded server has to say
 * @param work its signal is aborted by the first signal
 * @param patienceMs so long after the first signal the work may take to end by itself
 */
export async function withDatabase<T>(
  config: Config,
  announce: (message: string) => void,
  work: (database: Database, stopped: AbortSignal) => Promise<T>,
  patienceMs = 0,
): Promise<T> {
  const opening = openDatabase(config, announce);
  const stopped = new AbortController();
  let status: number | undefined;
  let ending: Promise<void> | undefined;
  const end = () => {
    ending ??= opening
      .then((database) => database.close())
      .catch(() => {})
      .finally(() => process.exit(status));
    return ending;
  };
  const ignoreSignals = onStopSignal(
    (signal) => {
      status = SIGNAL_STATUS[signal];
      stopped.abort();
      if (patienceMs === 0) void end();
      else setTimeout(end, patienceMs);
    },
    (signal) => SIGNAL_STATUS[signal],
  );
  let database: Database | undefined;
  try {
    database = await opening;
    await migrateDatabase(database.directUrl);
    return await work(database, stopped.signal);
  } catch (error) {
    // What was cut off fails; the process is about to end, and has nothing to say of it.
    if (stopped.signal.aborted) await end();
    throw error;
  } finally {
    await database?.close();
    ignoreSignals();
  }
}

/** 128 + the signal's number, as shells have it. */
const SIGNAL_STATUS: Record<StopSignal, number> = { SIGINT: 130, SIGTERM: 143 };
