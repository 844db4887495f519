import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { backupTable } from '../database/backup/backup-table.ts';
import { discordId, instant, ownWord } from '../database/backup/format.ts';
import { refreshes } from '../database/schema/lasting.ts';
import { lastingTable, type PrivacyRow } from './lasting-table.ts';

/** The row of docs/privacy.md for the log of refreshes, which the program's own tables share. */
export const REFRESHES_TOLD: PrivacyRow = {
  what: "Of **refreshes**: the counts of each, and nobody's name; while one runs, the Discord id of the moderator who started it; whether one waits, and the starts by the clock",
  purpose: 'to show the state of the data',
  kept: 'for good',
  code: 'src/etl/publish/refresh-report.ts',
};

/**
 * The description of the log of refreshes. An entry has the Discord id of the moderator who started the refresh
 * until that ends. After a killed refresh the id stays until the next one begins.
 */
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
    // A running refresh goes on, so its entry stays and only loses the id.
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
  // These columns are left out: the id, to which no other table refers; the phase and progress of a running
  // refresh; and the data set, since data sets are not restored.
  backup: backupTable(refreshes, {
    label: 'refreshes',
    row: z.strictObject({
      started_at: instant,
      finished_at: instant.nullable(),
      outcome: ownWord,
      report: z.json(),
      started_by: z.union([ownWord, discordId]).nullable().default(null),
    }),
    order: ['id'],
    // A refresh that was running when the back-up was made has no process any more, so nothing would ever end its
    // entry, nor take its moderator's id out.
    restored: (row) =>
      row.outcome === 'running'
        ? { ...row, outcome: 'killed', started_by: row.started_by?.replace(/^\d+$/, 'moderator') ?? null }
        : row,
  }),
});
