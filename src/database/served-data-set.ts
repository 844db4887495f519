import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { DATA_SET_FORMAT } from './schema/data-set.ts';
import { type DataSetSummary, dataSets, servedDataSet } from './schema/lasting.ts';

/** The data set that answers are given from. */
export interface ServedDataSet {
  /** Its number, which is also in the name of its schema. */
  id: number;
  /** The format of its tables; see {@link DATA_SET_FORMAT}. */
  format: number;
  publishedAt: Date;
  summary: DataSetSummary;
}

/** The served data set, whatever its format; null before the first is published. */
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

/** The served data set; null before the first is published, and where its format is not this program's. */
export async function findReadableDataSet(database: PostgresJsDatabase): Promise<ServedDataSet | null> {
  const served = await findServedDataSet(database);
  return served?.format === DATA_SET_FORMAT ? served : null;
}
