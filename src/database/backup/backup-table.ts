import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { z } from 'zod';

/** A row as the back-up has it: its columns under the database's names. */
export type BackupRow = Record<string, unknown>;

/** A table that is backed up. The rooms that own the tables describe them; the back-up is given all descriptions. */
export interface BackupTable {
  /** As the database names it, in the lasting schema. */
  name: string;
  /** Names the rows to a person, before their count: `hidden users`. */
  label: string;
  /** Its columns. A column that is added later has a default here, for the files that were made before. */
  row: z.ZodObject;
  /** The columns that its rows are read in the order of. */
  order: readonly string[];
  /** A restore adds to the rows that are there, also where everything else is replaced. */
  isAddedTo: boolean;
  /** Changes a row that is restored. */
  restored(row: BackupRow): BackupRow;
}

/** Describes a table that is backed up; see {@link BackupTable}. Columns that are not in `row` are left out. */
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
