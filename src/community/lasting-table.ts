import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { BackupTable } from '../database/backup/backup-table.ts';

/** Whose ids the values of a column hold. */
export type Whose =
  /** Discord's ids of people. */
  | 'person'
  /** Discord's ids of servers. */
  | 'server'
  /** Steam's ids of users. */
  | 'steam-user'
  /** No ids of anybody. */
  | 'nobody';

/** How the rows about a person are shown to them and deleted; a person is given by Discord's id. */
export interface PersonRows {
  /** Names the rows in the file that `/privacy` gives out: `actions`. No two tables share one. */
  kind: string;
  /** The rows about a person, the earliest first, as the file has them. */
  exported(database: PostgresJsDatabase, userId: string): Promise<object[]>;
  /** Deletes a person from the table. @returns the number of rows that have gone or changed */
  erase(database: PostgresJsDatabase, userId: string): Promise<number>;
}

/** How the rows about servers are deleted. */
export interface ServerRows {
  /** Deletes servers from the table. @returns the number of rows that have gone or changed */
  erase(database: PostgresJsDatabase, guildIds: readonly string[]): Promise<number>;
}

/** A row of the table in docs/privacy.md, in Markdown; tables that share one value share the row. */
export interface PrivacyRow {
  what: string;
  /** The purpose that it is stored for. */
  purpose: string;
  /** How long it is kept. */
  kept: string;
  /** The source file to read about it. */
  code: string;
}

/** A table that no refresh replaces, and all that has to be known of it to keep it, show it and delete it. */
export interface LastingTable {
  readonly name: string;
  readonly table: PgTable;
  /** The columns that can hold anybody's id at all, and whose it is. */
  readonly columns: readonly { readonly column: PgColumn; readonly whose: Whose }[];
  /** Null where no row is about a person on Discord. */
  readonly person: PersonRows | null;
  /** Null where no row is about a server. */
  readonly server: ServerRows | null;
  readonly told: PrivacyRow;
  /** How it is backed up, or the reason for leaving it out. */
  readonly backup: BackupTable | { leftOut: string };
}

/** For each column that can hold an id (texts, lists, JSON: no numbers, moments or truth values), whose id that is. */
type Holdings<Table extends PgTable> = {
  [Key in keyof Table['$inferSelect'] as NonNullable<Table['$inferSelect'][Key]> extends
    | number
    | Date
    | boolean
    ? never
    : Key]: Whose;
};

/** Asks for a part of the description where a column holds ids of that kind, and leaves it open elsewhere. */
type Needs<Holds, Kind extends Whose, Part> = Kind extends Holds[keyof Holds] ? Part : Partial<Part>;

/**
 * Describes a table. It does not compile while a column that can hold an id is not spoken for, or while a table with ids of
 * people or servers lacks the functions that export and erase them.
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
