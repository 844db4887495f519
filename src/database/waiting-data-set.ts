import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type Concern, dataSets, waitingDataSet } from './schema/lasting.ts';

/** The data set that waits for a moderator to publish or drop it, with the gate's concerns; null where none waits. */
export async function findWaitingDataSet(
  database: PostgresJsDatabase,
): Promise<{ id: number; since: Date; concerns: Concern[] } | null> {
  const [row] = await database
    .select({ id: dataSets.id, since: dataSets.createdAt, concerns: waitingDataSet.concerns })
    .from(waitingDataSet)
    .innerJoin(dataSets, eq(dataSets.id, waitingDataSet.dataSetId));
  return row ?? null;
}
