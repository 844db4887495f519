import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { DATA_SET_FORMAT } from './schema/data-set.ts';
import { type DataSetSummary, dataSets, servedDataSet } from './schema/lasting.ts';

/** The data set that answers are given from. */
export interface ServedDataSet {
  id: number;
  format: number;
  publishedAt: Date;
  summary: DataSetSummary;
}

/** The data set that is being served now, or null where none was ever published. */
export async function findServedDataSet(database: PostgresJsDatabase): Promise<ServedDataSet | null> {
  const [row] = await database
    .select({
      id: dataSets.id,
      format: dataSets.format,
      publishedAt: dataSets.publishedAt,
      summary: dataSets.summary,
    })
    .from(servedDataSet)
    .innerJoin(dataSets, eq(dataSets.id, servedDataSet.dataSetId))
    .where(eq(servedDataSet.singleton, 1));
  if (row === undefined || row.publishedAt === null || row.summary === null) return null;
  return { ...row, publishedAt: row.publishedAt, summary: row.summary };
}

/** The same where this program can read it; null too where another version of the program made it in another format. */
export async function findReadableDataSet(database: PostgresJsDatabase): Promise<ServedDataSet | null> {
  const served = await findServedDataSet(database);
  return served?.format === DATA_SET_FORMAT ? served : null;
}
