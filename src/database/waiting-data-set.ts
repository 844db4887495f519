import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type Concern, dataSets, waitingDataSet } from './schema/lasting.ts';

/** The data set that waits until somebody publishes or drops it, and why; null where none does. */
export async function findWaitingDataSet(
  database: PostgresJsDatabase,
): Promise<{ id: number; since: Date; concerns: Concern[] } | null> {
  const [row] = await database
    .select({ id: dataSets.id, since: dataSets.createdAt, concerns: waitingDataSet.concerns })
    .from(waitingDataSet)
    .innerJoin(dataSets, eq(dataSets.id, waitingDataSet.dataSetId));
  return row ?? null;
}
