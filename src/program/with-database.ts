import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { type Database, openDatabase } from '../database/connection.ts';
import type { Announce } from '../database/embedded/server.ts';
import { migrateDatabase } from '../database/migrations.ts';
import { NoDatabaseError } from '../database/place.ts';
import { onStopSignal, type StopSignal } from './stop-signals.ts';

/** The way in which a verb uses the database. */
export interface DatabaseUse {
  log: Logger;
  /**
   * The missing pieces that the verb makes: `all`, also the embedded server's files; `tables` in a database that the settings
   * name; or `nothing`, so that no verb that only asks or changes rows does so in a database that nobody else uses.
   */
  makes: 'all' | 'tables' | 'nothing';
  /** The level at which the log has the steps of the embedded server; unset: `debug`. */
  steps?: 'info' | 'debug';
  /** Milliseconds after the first signal in which the work may end by itself; unset: 0. */
  patienceMs?: number;
}

/**
 * Opens and migrates the database for one verb, and closes it when the work has ended or failed. It
 * also closes it at SIGINT and SIGTERM, so that the embedded server does not stay behind. A second
 * signal ends the process at once.
 *
 * @param work `stopped` is aborted at the first signal
 * @throws NoDatabaseError where the verb makes nothing and there is none; errors of `openDatabase`, `migrateDatabase` and the work
 */
export async function withDatabase<T>(
  config: Config,
  { log, makes, steps = 'debug', patienceMs = 0 }: DatabaseUse,
  work: (database: Database, stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const announce: Announce = (message, level) => log[level === 'info' ? steps : level](message);
  if (makes !== 'all' && config.databaseUrl === undefined) await requireCluster(config);
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
    const { directUrl, answersRole } = database;
    const isThere = await migrateDatabase(directUrl, {
      answersRole,
      announce,
      existing: makes === 'nothing',
    });
    if (!isThere) throw new NoDatabaseError(config);
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

/** Makes sure that the data folder has an embedded server's files. @throws NoDatabaseError */
async function requireCluster(config: Config): Promise<void> {
  const { lookAtEmbeddedServer } = await import('../database/embedded/look.ts');
  if ((await lookAtEmbeddedServer(config.dataFolder)).state === 'none') throw new NoDatabaseError(config);
}
