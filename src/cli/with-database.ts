import { performance } from 'node:perf_hooks';
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
  const opening = openDatabase(config, announce);
  let since: number | undefined;
  const stop = (signal: NodeJS.Signals) => {
    // A terminal tells the whole group, and a parent may pass it on: within a second it is the same signal.
    if (since !== undefined && performance.now() - since < 1000) return;
    if (since !== undefined) process.exit(SIGNAL_STATUS[signal]);
    since = performance.now();
    opening
      .then((database) => database.close())
      .catch(() => {})
      .finally(() => process.exit(SIGNAL_STATUS[signal]));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  let database: Database | undefined;
  try {
    database = await opening;
    await migrateDatabase(database.directUrl);
    return await work(database);
  } catch (error) {
    // What was cut off fails; the process is about to end, and has nothing to say of it.
    if (since !== undefined) await new Promise(() => {});
    throw error;
  } finally {
    await database?.close();
    for (const signal of SIGNALS) process.removeListener(signal, stop);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** 128 + the signal's number, as shells have it. */
const SIGNAL_STATUS: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 130, SIGTERM: 143 };
