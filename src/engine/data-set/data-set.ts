import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type DataSetTables, dataSetSchema, dataSetTables } from '../../database/schema/data-set.ts';
import type { DataSetSummary } from '../../database/schema/lasting.ts';
import type { ServedDataSet } from '../../database/served-data-set.ts';
import { Memo } from '../../platform/memo.ts';

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
  /**
   * The values of `perDataSet`, by the function that makes them. They hang on the data set itself: from a `WeakMap`, the
   * garbage collector finds them last, and stops the program for as long as it takes to go through all of them.
   */
  readonly values = new Memo<(dataSet: DataSet) => unknown, unknown>();

  constructor(database: PostgresJsDatabase, served: Pick<ServedDataSet, 'id' | 'publishedAt' | 'summary'>) {
    this.id = served.id;
    this.publishedAt = served.publishedAt;
    this.summary = served.summary;
    this.tables = dataSetTables(dataSetSchema(served.id));
    this.database = database;
  }

  /**
   * Reads a value that many answers need, with no limit on its time. The limit on answers would fail them all while
   * the machine is busy, as when the program starts.
   *
   * @param read gets this data set on a connection of its own
   */
  withoutTimeLimit<T>(read: (dataSet: DataSet) => Promise<T>): Promise<T> {
    return this.database.transaction(async (transaction) => {
      await transaction.execute(sql`set local statement_timeout = 0`);
      // A transaction asks as its database does; only the client itself is missing.
      return read(new DataSet(transaction as unknown as PostgresJsDatabase, this));
    });
  }
}
