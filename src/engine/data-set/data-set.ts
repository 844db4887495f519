import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type DataSetTables, dataSetSchema, dataSetTables } from '../../database/schema/data-set.ts';
import type { DataSetSummary } from '../../database/schema/lasting.ts';
import type { ServedDataSet } from '../../database/served-data-set.ts';

export type { DataSetSummary };

/**
 * One data set: its id, its tables and a connection. Each question is answered from a single data set
 * throughout. Every value that is read or computed from it hangs on it through `perDataSet`.
 */
export class DataSet {
  readonly id: number;
  readonly publishedAt: Date;
  readonly summary: DataSetSummary;
  readonly tables: DataSetTables;
  readonly database: PostgresJsDatabase;

  constructor(database: PostgresJsDatabase, served: ServedDataSet) {
    this.id = served.id;
    this.publishedAt = served.publishedAt;
    this.summary = served.summary;
    this.tables = dataSetTables(dataSetSchema(served.id));
    this.database = database;
  }
}
