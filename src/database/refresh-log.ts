import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { LOCKS } from './locks.ts';
import { type RefreshState, refreshes } from './schema/lasting.ts';

/** The refresh process hears on it that it is to stop; the payload is its number in the log. */
export const CANCEL_CHANNEL = 'steamscope_cancel';

/** A refresh that has ended. */
export interface EndedRefresh {
  finishedAt: Date;
  outcome: Exclude<RefreshState, 'running' | 'killed'>;
}

/** The refresh that runs now, in whatever process. */
export interface RunningRefresh {
  id: number;
  since: Date;
  /** Discord's id of who started it, `terminal`, `schedule` or `start`. */
  startedBy: string | null;
  phase: string | null;
  /** 0 to 1. */
  progress: number;
}

/** The refresh that ended last, by itself or by being stopped; null where none did. */
export async function lastEndedRefresh(database: PostgresJsDatabase): Promise<EndedRefresh | null> {
  const [row] = await database
    .select({ finishedAt: refreshes.finishedAt, outcome: refreshes.outcome })
    .from(refreshes)
    .where(isNotNull(refreshes.finishedAt))
    .orderBy(desc(refreshes.finishedAt))
    .limit(1);
  return row === undefined ? null : (row as EndedRefresh);
}

/** Null where none runs. */
export async function runningRefresh(database: PostgresJsDatabase): Promise<RunningRefresh | null> {
  const [row] = await database
    .select({
      id: refreshes.id,
      since: refreshes.startedAt,
      startedBy: refreshes.startedBy,
      phase: refreshes.phase,
      progress: refreshes.progress,
    })
    .from(refreshes)
    .where(and(eq(refreshes.outcome, 'running'), lockIsHeld()))
    .orderBy(desc(refreshes.id))
    .limit(1);
  return row === undefined ? null : { ...row, progress: row.progress ?? 0 };
}

/** Asks the refresh that runs, in whatever process, to stop. @returns whether one runs */
export async function requestCancel(database: PostgresJsDatabase): Promise<boolean> {
  const running = await runningRefresh(database);
  if (running === null) return false;
  await database.execute(sql`select pg_notify(${CANCEL_CHANNEL}, ${String(running.id)})`);
  return true;
}

/** Whoever was killed left its entry as it was, but no lock. */
function lockIsHeld() {
  return sql`exists (
    select from pg_locks
    where locktype = 'advisory' and granted and objid = ${LOCKS.refresh}
      and database = (select oid from pg_database where datname = current_database()))`;
}

/** The server's version, such as `17.2`. */
export async function postgresVersion(database: PostgresJsDatabase): Promise<string> {
  const [row] = await database.execute<{ version: string }>(
    sql`select current_setting(${'server_version'}) as version`,
  );
  // Debian adds where it was packaged.
  return row!.version.split(' ')[0]!;
}
