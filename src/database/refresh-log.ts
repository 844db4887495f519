import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { LOCKS } from './locks.ts';
import { type RefreshState, refreshes } from './schema/lasting.ts';

/** The channel that tells a running refresh to stop; the payload is the refresh's number in the log. */
export const CANCEL_CHANNEL = 'steamscope_cancel';

/**
 * The starter of a refresh. A moderator is given by the id of their action in `moderator_actions`: if the moderator has that
 * deleted before the refresh begins, nothing leads to them any more.
 */
export type Starter = (typeof STARTERS)[number] | { moderatorAction: number };

/** The starters that are nobody in particular. */
export const STARTERS = ['terminal', 'schedule', 'start'] as const;

/** A refresh that has ended and has noted its end itself; a killed one notes none. */
export interface EndedRefresh {
  finishedAt: Date;
  outcome: Exclude<RefreshState, 'running' | 'killed'>;
  /** Why it failed, as a sentence for the operator; null if it did not, or if nobody foresaw the failure. */
  failure: string | null;
}

/** The refresh that runs now, in this process or another. */
export interface RunningRefresh {
  /** Its number in the log. */
  id: number;
  since: Date;
  /**
   * The Discord id of the moderator who started it, or `terminal`, `schedule`, `start`; null where that was not
   * noted. An erased moderator's id becomes `moderator`.
   */
  startedBy: string | null;
  /** Its current phase; null before the first. */
  phase: string | null;
  /** The share that is done, 0 to 1. */
  progress: number;
}

/** The last refresh that ended by itself or was cancelled; null where there is none. */
export async function lastEndedRefresh(database: PostgresJsDatabase): Promise<EndedRefresh | null> {
  const [row] = await database
    .select({
      finishedAt: refreshes.finishedAt,
      outcome: refreshes.outcome,
      failure: sql<string | null>`nullif(${refreshes.report} ->> 'failure', 'unexpected')`,
    })
    .from(refreshes)
    .where(isNotNull(refreshes.finishedAt))
    .orderBy(desc(refreshes.finishedAt))
    .limit(1);
  return row === undefined ? null : (row as EndedRefresh);
}

/** The refresh that is running; null where there is none. */
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

/** Asks the running refresh, in this process or another, to stop. @returns whether there was one to ask */
export async function requestCancel(database: PostgresJsDatabase): Promise<boolean> {
  const running = await runningRefresh(database);
  if (running === null) return false;
  await database.execute(sql`select pg_notify(${CANCEL_CHANNEL}, ${String(running.id)})`);
  return true;
}

/**
 * The SQL condition that some session holds the refresh lock. A killed refresh is still
 * `running` in the log, without it.
 */
function lockIsHeld() {
  return sql`exists (
    select from pg_locks
    where locktype = 'advisory' and granted and objid = ${LOCKS.refresh}
      and database = (select oid from pg_database where datname = current_database()))`;
}

/** The version of the Postgres server, such as `17.2`. */
export async function postgresVersion(database: PostgresJsDatabase): Promise<string> {
  const [row] = await database.execute<{ version: string }>(
    sql`select current_setting(${'server_version'}) as version`,
  );
  // Debian's packages add their own version after a space.
  return row!.version.split(' ')[0]!;
}
