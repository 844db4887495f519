import type postgres from 'postgres';
import type { Connection } from '../connection.ts';
import { LOCKS } from '../locks.ts';
import { LASTING_SCHEMA } from '../schema/lasting.ts';
import { BackupError } from './backup-error.ts';
import type { BackupTable } from './backup-table.ts';
import type { BackupRows } from './format.ts';

/** The number of rows of each table, by the table's name. */
export type RowCounts = Record<string, number>;

/** The codes of Postgres for a value that it cannot store: classes 22, 23 and 54 of its documentation, appendix A. */
const REFUSED_VALUE = /^(?:22|23|54)/;

/** The number of rows in one INSERT. */
const AT_ONCE = 1000;

/**
 * Reads all rows that are backed up, as JSON texts by table. They are of one moment, while
 * other processes go on writing.
 */
export async function readRows(
  direct: postgres.Sql,
  tables: readonly BackupTable[],
): Promise<Record<string, string[]>> {
  return direct.begin('isolation level repeatable read read only', async (sql) => {
    const rows: Record<string, string[]> = {};
    for (const table of tables) {
      const read = await sql<{ row: string }[]>`
        select to_jsonb(kept)::text as row from (
          select ${sql(columnsOf(table))} from ${nameOf(sql, table)} order by ${sql([...table.order])}
        ) as kept`;
      rows[table.name] = read.map(({ row }) => row);
    }
    return rows;
  });
}

/**
 * Restores rows into the database, all or none. Rows that are already there are deleted first, if
 * `replace` allows it. The rows of tables with `isAddedTo` always stay: a user who was hidden
 * after the back-up stays hidden.
 *
 * @param tables the tables that are backed up
 * @param options `replace`: whether rows that are already there may be deleted
 * @returns the numbers of rows that were inserted and deleted, by table
 * @throws BackupError where there are rows that may not be deleted, a refresh is running, or the database refuses a row
 */
export async function restoreRows(
  direct: postgres.Sql,
  tables: readonly BackupTable[],
  rows: BackupRows,
  { replace }: { replace: boolean },
): Promise<{ restored: RowCounts; replaced: RowCounts }> {
  return direct.begin(async (sql) => {
    const [lock] = await sql<{ taken: boolean }[]>`
      select pg_try_advisory_xact_lock(${LOCKS.refresh}) as taken`;
    if (!lock!.taken) throw new BackupError('A refresh is running: try again after it has ended.');
    for (const table of tables) await sql`lock table ${nameOf(sql, table)} in share row exclusive mode`;
    const before = await countRows(sql, tables);
    const stay = Object.fromEntries(
      tables.map(({ name, isAddedTo }) => [name, isAddedTo ? before[name]! : 0]),
    );
    const replaced = difference(before, stay);
    if (Object.values(replaced).some((count) => count > 0) && !replace) {
      throw new BackupError(
        `There is a log already (${describeCounts(tables, replaced)}). --replace deletes it and restores the back-up.`,
      );
    }
    for (const table of tables) {
      if (!table.isAddedTo) await sql`delete from ${nameOf(sql, table)}`;
      await insertRows(
        sql,
        table,
        (rows[table.name] ?? []).map((row) => table.restored(row)),
      );
    }
    return { restored: difference(await countRows(sql, tables), stay), replaced };
  });
}

/** Counts the rows of each table. */
export function countsOf(rows: Record<string, readonly unknown[]>): RowCounts {
  return Object.fromEntries(Object.entries(rows).map(([table, some]) => [table, some.length]));
}

/** Counts in words: `refreshes: 2, hidden users: 1`. */
export function describeCounts(tables: readonly BackupTable[], counts: RowCounts): string {
  return tables.map(({ name, label }) => `${label}: ${counts[name]}`).join(', ');
}

/** Subtracts the counts of each table. */
function difference(counts: RowCounts, less: RowCounts): RowCounts {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count - less[name]!]));
}

async function insertRows(sql: Connection, table: BackupTable, rows: readonly object[]): Promise<void> {
  const columns = columnsOf(table);
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = JSON.stringify(rows.slice(from, from + AT_ONCE));
    const inserted = sql`
      insert into ${nameOf(sql, table)} (${sql(columns)})
      select ${sql(columns)} from jsonb_populate_recordset(null::${nameOf(sql, table)}, ${some}::text::jsonb)
      on conflict do nothing`;
    await inserted.catch((cause: { code?: unknown }) => {
      if (!REFUSED_VALUE.test(String(cause.code))) throw cause;
      throw new BackupError(
        `The database refuses one of the ${table.label} from the ${from + 1}th on (${cause.code}).`,
        { cause },
      );
    });
  }
}

async function countRows(sql: Connection, tables: readonly BackupTable[]): Promise<RowCounts> {
  const counts: RowCounts = {};
  for (const table of tables) {
    const [counted] = await sql<
      { count: number }[]
    >`select count(*)::int as count from ${nameOf(sql, table)}`;
    counts[table.name] = counted!.count;
  }
  return counts;
}

function columnsOf({ row }: BackupTable): string[] {
  return Object.keys(row.shape);
}

function nameOf(sql: Connection, { name }: BackupTable) {
  return sql(`${LASTING_SCHEMA}.${name}`);
}
