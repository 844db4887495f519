import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { z } from 'zod';

/** A row of a back-up: its values by the column's name in the database. */
export type BackupRow = Record<string, unknown>;

/** The description of a table that is backed up. The room that owns the table describes it. */
export interface BackupTable {
  /** Its name in the database, without the schema, which is always `steamscope`. */
  name: string;
  /** The words for its rows in front of their count, such as `hidden users`. */
  label: string;
  /**
   * The columns that are backed up. A column that is added later needs a default here, which
   * older files are read with.
   */
  row: z.ZodObject;
  /** The columns by which the rows are sorted in a back-up. */
  order: readonly string[];
  /** Whether a restore keeps the rows that are already there, even where it replaces those of other tables. */
  isAddedTo: boolean;
  /** Turns a row of the back-up into the row to be inserted. */
  restored(row: BackupRow): BackupRow;
}

/**
 * Describes a table that is backed up; see {@link BackupTable}. Columns that are not in `row` are left out.
 *
 * @param description `isAddedTo`: unset is false; `restored`: unset leaves rows as they are
 */
export function backupTable<Row extends z.ZodObject>(
  table: PgTable,
  description: Pick<BackupTable, 'label' | 'order'> & {
    row: Row;
    isAddedTo?: boolean;
    restored?: (row: z.infer<Row>) => z.infer<Row>;
  },
): BackupTable {
  const { restored = (row) => row, isAddedTo = false, ...rest } = description;
  return {
    name: getTableConfig(table).name,
    isAddedTo,
    restored: (row) => restored(description.row.parse(row)),
    ...rest,
  };
}
