import type postgres from 'postgres';
import { openClient, POOLED } from './driver/open-client.ts';
import { TRANSACTION_POOLER } from './failures.ts';

/** The address that should be that of the server itself leads to a pooler in transaction mode. */
export class PoolerError extends Error {
  /** @param setting the setting that has the address */
  constructor(setting: string) {
    super(`${setting} ${LEADS_TO_POOLER}. ${TRANSACTION_POOLER}.`);
    this.name = 'PoolerError';
  }
}

/** The fault of such an address, as the end of a sentence. */
export const LEADS_TO_POOLER =
  'leads to a pooler in transaction mode, where locks and notifications get lost';

/** The number of times that two connections are compared: the pooler may have given the session to somebody else meanwhile. */
const ATTEMPTS = 3;

/**
 * Whether a pooler in transaction mode stands at an address: two open connections are given one session of the server, in turn.
 * A pooler that spreads its clients over all sessions is not recognised.
 *
 * @param options for both connections
 * @throws postgres.js's errors where it cannot connect
 */
export async function sharesSessions(
  address: string,
  options: postgres.Options<Record<string, never>> = {},
): Promise<boolean> {
  const clients = [0, 1].map(() =>
    openClient(address, { ...options, ...POOLED, max: 1, fetch_types: false, onnotice: () => {} }),
  );
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const sessions = new Set<number>();
      for (const client of clients) {
        const [row] = await client<{ session: number }[]>`select pg_backend_pid() as session`;
        sessions.add(row!.session);
      }
      if (sessions.size < clients.length) return true;
    }
    return false;
  } finally {
    await Promise.all(clients.map((client) => client.end({ timeout: 1 })));
  }
}
