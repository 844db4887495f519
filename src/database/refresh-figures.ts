import { count, desc, eq, max, ne } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { runningRefresh } from './refresh-log.ts';
import { refreshes } from './schema/lasting.ts';

/** Figures from the log of refreshes. They are the same in every process on the database. */
export interface RefreshFigures {
  /**
   * The number of refreshes that have ever ended, by outcome: `published`, `unchanged`, `waiting`, `failed`,
   * `cancelled` or `killed`.
   */
  ended: Record<string, number>;
  /** Whether a refresh is running, in this process or another. */
  running: boolean;
  /** Seconds that each phase of the last published refresh took, by phase; empty before the first. */
  phases: Record<string, number>;
  /** The end of the last refresh that found the sources unchanged; null where there was none. */
  confirmedAt: Date | null;
}

/** Reads the figures. The log has one row for each refresh, so this is quick. */
export async function refreshFigures(database: PostgresJsDatabase): Promise<RefreshFigures> {
  const [rows, running, phases, [unchanged]] = await Promise.all([
    database
      .select({ outcome: refreshes.outcome, count: count() })
      .from(refreshes)
      .where(ne(refreshes.outcome, 'running'))
      .groupBy(refreshes.outcome),
    runningRefresh(database),
    lastPhases(database),
    database
      .select({ at: max(refreshes.finishedAt) })
      .from(refreshes)
      .where(eq(refreshes.outcome, 'unchanged')),
  ]);
  return {
    ended: Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count])),
    running: running !== null,
    phases,
    confirmedAt: unchanged?.at ?? null,
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
