import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from './connection.ts';
import { databaseCodeOf } from './failures.ts';

/** The database's disk is full, and a change that has to be possible at any time could not be made. */
export class FullDiskError extends Error {
  constructor(options?: ErrorOptions) {
    super(
      "The database's disk is full, so nothing was changed. Free some space on it, and try again: a few megabytes are enough. " +
        'With the embedded server, everything in DATA_FOLDER/downloads may be deleted.',
      options,
    );
    this.name = 'FullDiskError';
  }
}

/** Postgres's code for a full disk. */
const DISK_FULL = '53100';

/**
 * The codes of postgres.js, Node and Postgres for a server that has gone: Postgres ends itself when it cannot write its
 * write-ahead log.
 */
const SERVER_GONE =
  /^(?:CONNECTION_(?:CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT|ECONNRE(?:FUSED|SET)|EPIPE|57P0[123])$/;

/** The milliseconds between two attempts while a server that has ended itself is started again. */
const PAUSE_MS = 1000;

/** The number of attempts. The embedded server is started again within a few seconds. */
const ATTEMPTS = 10;

/**
 * Makes a small change that people have a right to, such as hiding or erasing a person, also where the disk is full: then
 * the ballast of the embedded server is deleted, and the change is tried again.
 *
 * @param work is safe to be done twice
 * @throws FullDiskError where there is no ballast, or its room was not enough
 */
export async function evenOnFullDisk<T>(
  { makeRoom }: Pick<Database, 'makeRoom'>,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const code = databaseCodeOf(error);
      const isFull = code === DISK_FULL;
      // The server itself deletes the ballast when it is started again.
      const comesBack = SERVER_GONE.test(code) && makeRoom !== null;
      if (!isFull && !comesBack) throw error;
      const madeRoom = isFull && makeRoom !== null && (await makeRoom());
      if (attempt === ATTEMPTS || (isFull && !madeRoom)) {
        throw isFull ? new FullDiskError({ cause: error }) : error;
      }
      if (comesBack) await delay(PAUSE_MS);
    }
  }
}
