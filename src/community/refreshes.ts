import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { backupTable } from '../database/backup/backup-table.ts';
import { instant } from '../database/backup/format.ts';
import { refreshes } from '../database/schema/lasting.ts';
import { lastingTable, type PrivacyRow } from './lasting-table.ts';

/** Also for the tables that belong to the log. */
export const REFRESHES_TOLD: PrivacyRow = {
  what: "Of **refreshes**: the counts of each, and nobody's name; while one runs, the Discord id of the moderator who started it; whether one waits, and the starts by the clock",
  purpose: 'to show the state of the data',
  kept: 'for good',
  code: 'src/etl/publish/refresh-report.ts',
};

/** The log of refreshes. It names the moderator who started a refresh until that ends, or for good where it was killed. */
export const refreshesTable = lastingTable(refreshes, {
  holds: { outcome: 'nobody', startedBy: 'person', phase: 'nobody', report: 'nobody' },
  person: {
    kind: 'refreshes',
    exported: (database, userId) =>
      database
        .select({ startedAt: refreshes.startedAt, outcome: refreshes.outcome })
        .from(refreshes)
        .where(eq(refreshes.startedBy, userId))
        .orderBy(asc(refreshes.id)),
    // The refresh goes on, and its entry stays.
    async erase(database, userId) {
      const unnamed = await database
        .update(refreshes)
        .set({ startedBy: 'moderator' })
        .where(eq(refreshes.startedBy, userId))
        .returning({ id: refreshes.id });
      return unnamed.length;
    },
  },
  told: REFRESHES_TOLD,
  // Left out: the id, which nothing refers to; how far a running refresh is; and its data set, which is not restored.
  backup: backupTable(refreshes, {
    label: 'refreshes',
    row: z.strictObject({
      started_at: instant,
      finished_at: instant.nullable(),
      outcome: z.string(),
      report: z.json(),
      started_by: z.string().nullable().default(null),
    }),
    order: ['id'],
    // No process is left that would end a refresh that ran when the back-up was made.
    restored: (row) => (row.outcome === 'running' ? { ...row, outcome: 'killed' } : row),
  }),
});
