import type { Config } from '../config/config.ts';
import { type Database, openDatabase } from '../database/connection.ts';
import type { Announce } from '../database/embedded/server.ts';
import { migrateDatabase } from '../database/migrations.ts';
import { onStopSignal, type StopSignal } from './stop-signals.ts';

/**
 * Opens and migrates the database for one verb, and closes it when the work has ended or failed. It
 * also closes it at SIGINT and SIGTERM, so that the embedded server does not stay behind. A second
 * signal ends the process at once.
 *
 * @param announce gets the messages of the embedded server
 * @param work `stopped` is aborted at the first signal
 * @param patienceMs milliseconds after the first signal in which the work may end by itself
 */
export async function withDatabase<T>(
  config: Config,
  announce: Announce,
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
    await migrateDatabase(database.directUrl, database.answersRole);
    return await Promise.race([work(database, stopped.signal), database.lost]);
  } catch (error) {
    // Work that was cut off by a signal fails. The process ends here, without a message about that.
    if (stopped.signal.aborted) await end();
    throw error;
  } finally {
    await database?.close();
    ignoreSignals();
  }
}

/** The exit statuses after a signal: 128 + its number, as in shells. */
const SIGNAL_STATUS: Record<StopSignal, number> = { SIGINT: 130, SIGTERM: 143 };
