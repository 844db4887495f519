import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { BackupTable } from '../database/backup/backup-table.ts';

/** The kind of ids that a column holds. */
export type Whose =
  /** Discord ids of people. */
  | 'person'
  /** Discord ids of servers. */
  | 'server'
  /** Steam ids of users. */
  | 'steam-user'
  /** No ids at all. */
  | 'nobody';

/** The functions that export and erase a person's rows. A person is given by their Discord id. */
export interface PersonRows {
  /** The name of the rows in the file of `/privacy`, such as `actions`. Each table has a different one. */
  kind: string;
  /** Reads the rows about a person in the form that the file shows, the earliest first. */
  exported(database: PostgresJsDatabase, userId: string): Promise<object[]>;
  /** Takes a person's id out of the table. @returns the number of rows deleted or changed */
  erase(database: PostgresJsDatabase, userId: string): Promise<number>;
}

/** The function that erases the rows about servers. */
export interface ServerRows {
  /** Takes servers' ids out of the table. @returns the number of rows deleted or changed */
  erase(database: PostgresJsDatabase, guildIds: readonly string[]): Promise<number>;
}

/** A row of the table in docs/privacy.md, in Markdown. Tables with the same object share a row. */
export interface PrivacyRow {
  /** The data that is stored. */
  what: string;
  /** The purpose of storing it. */
  purpose: string;
  /** The time for which it is kept. */
  kept: string;
  /** The source file that does it. */
  code: string;
}

/** The description of a lasting table: all that is needed to back up, export and erase its rows. */
export interface LastingTable {
  /** Its name in the database, without the schema. */
  readonly name: string;
  readonly table: PgTable;
  /** The columns whose type can hold an id, with the kind of ids that each holds. */
  readonly columns: readonly { readonly column: PgColumn; readonly whose: Whose }[];
  /** Null where no row has a person's Discord id. */
  readonly person: PersonRows | null;
  /** Null where no row has a server's id. */
  readonly server: ServerRows | null;
  readonly told: PrivacyRow;
  /** The description of its back-up, or the reason why it is left out. */
  readonly backup: BackupTable | { leftOut: string };
}

/**
 * The kind of ids in each column that can hold one: texts, lists and JSON. Columns of numbers, times and
 * truth values are left out.
 */
type Holdings<Table extends PgTable> = {
  [Key in keyof Table['$inferSelect'] as NonNullable<Table['$inferSelect'][Key]> extends
    | number
    | Date
    | boolean
    ? never
    : Key]: Whose;
};

/** A part of a description: required where a column holds ids of this kind, optional elsewhere. */
type Needs<Holds, Kind extends Whose, Part> = Kind extends Holds[keyof Holds] ? Part : Partial<Part>;

/**
 * Describes a lasting table. A call does not compile while a column that can hold an id is missing from
 * `holds`, or while a table with ids of people or servers lacks the functions that export and erase them.
 */
export function lastingTable<Table extends PgTable, const Holds extends Holdings<Table>>(
  table: Table,
  description: { holds: Holds } & Pick<LastingTable, 'told' | 'backup'> &
    Needs<Holds, 'person', { person: PersonRows }> &
    Needs<Holds, 'server', { server: ServerRows }>,
): LastingTable {
  const { holds, told, backup, person = null, server = null } = description;
  const columns: Record<string, PgColumn> = getTableColumns(table as PgTable);
  return {
    name: getTableConfig(table).name,
    table,
    columns: Object.entries(holds as Record<string, Whose>).map(([key, whose]) => ({
      column: columns[key]!,
      whose,
    })),
    person,
    server,
    told,
    backup,
  };
}
