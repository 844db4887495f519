import { count, desc, eq, ne } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { runningRefresh } from './refresh-log.ts';
import { refreshes } from './schema/lasting.ts';

/** What the log of refreshes says in figures; every process on the database says the same. */
export interface RefreshFigures {
  /** How many have ended, ever, by outcome: `published`, `unchanged`, `waiting`, `failed`, `cancelled` or `killed`. */
  ended: Record<string, number>;
  running: boolean;
  /** Seconds by phase of the one that was published last. */
  phases: Record<string, number>;
}

/** Reads them all. Few rows: one a refresh. */
export async function refreshFigures(database: PostgresJsDatabase): Promise<RefreshFigures> {
  const [rows, running, phases] = await Promise.all([
    database
      .select({ outcome: refreshes.outcome, count: count() })
      .from(refreshes)
      .where(ne(refreshes.outcome, 'running'))
      .groupBy(refreshes.outcome),
    runningRefresh(database),
    lastPhases(database),
  ]);
  return {
    ended: Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count])),
    running: running !== null,
    phases,
  };
}

async function lastPhases(database: PostgresJsDatabase): Promise<RefreshFigures['phases']> {
  const [row] = await database
    .select({ report: refreshes.report })
    .from(refreshes)
    .where(eq(refreshes.outcome, 'published'))
    .orderBy(desc(refreshes.id))
    .limit(1);
  return (row?.report as { phases?: RefreshFigures['phases'] } | undefined)?.phases ?? {};
}
