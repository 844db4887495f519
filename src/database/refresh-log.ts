import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { LOCKS } from './locks.ts';
import { refreshes } from './schema/lasting.ts';

/** A refresh that has ended. */
export interface EndedRefresh {
  finishedAt: Date;
  outcome: 'published' | 'failed' | 'killed';
}

/** The refresh that ended last; null where none did, or only by being killed. */
export async function lastEndedRefresh(database: PostgresJsDatabase): Promise<EndedRefresh | null> {
  const [row] = await database
    .select({ finishedAt: refreshes.finishedAt, outcome: refreshes.outcome })
    .from(refreshes)
    .where(isNotNull(refreshes.finishedAt))
    .orderBy(desc(refreshes.finishedAt))
    .limit(1);
  return row === undefined ? null : (row as EndedRefresh);
}

/** When the refresh that runs now began, in whatever process; null where none runs. */
export async function runningRefreshSince(database: PostgresJsDatabase): Promise<Date | null> {
  const [row] = await database
    .select({ startedAt: refreshes.startedAt })
    .from(refreshes)
    .where(and(eq(refreshes.outcome, 'running'), lockIsHeld()))
    .orderBy(desc(refreshes.id))
    .limit(1);
  return row?.startedAt ?? null;
}

/** Whoever was killed left its entry as it was, but no lock. */
function lockIsHeld() {
  return sql`exists (
    select from pg_locks
    where locktype = 'advisory' and granted and objid = ${LOCKS.refresh}
      and database = (select oid from pg_database where datname = current_database()))`;
}

/** Seconds by phase of the refresh that was published last; empty where none was. */
export async function lastPhases(database: PostgresJsDatabase): Promise<Record<string, number>> {
  const [row] = await database
    .select({ report: refreshes.report })
    .from(refreshes)
    .where(eq(refreshes.outcome, 'published'))
    .orderBy(desc(refreshes.id))
    .limit(1);
  const { phases } = Object(row?.report) as { phases?: Record<string, number> };
  return phases ?? {};
}

/** The server's version, such as `17.2`. */
export async function postgresVersion(database: PostgresJsDatabase): Promise<string> {
  const [row] = await database.execute<{ version: string }>(
    sql`select current_setting(${'server_version'}) as version`,
  );
  // Debian adds where it was packaged.
  return row!.version.split(' ')[0]!;
}
