import type postgres from 'postgres';
import type { Connection } from '../connection.ts';
import { LOCKS } from '../locks.ts';
import { LASTING_SCHEMA } from '../schema/lasting.ts';
import { BackupError } from './backup-error.ts';
import type { BackupTable } from './backup-table.ts';
import type { BackupRows } from './format.ts';

/** The number of rows of each table, under its name. */
export type RowCounts = Record<string, number>;

/** The number of rows that are written at once. */
const AT_ONCE = 1000;

/** Every row that is backed up, as JSON, all of one moment, by table. Other processes can write meanwhile. */
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
 * Puts rows into the database, all or none. Into an empty log without further ado; where there is one, only in its place.
 * Users who are hidden stay hidden: a file from before names nobody again.
 *
 * @param tables those that are backed up
 * @returns how many rows were put in, and how many were there in their place
 * @throws BackupError where there is a log, and it is not to be replaced, or a refresh is running
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
    if (!lock!.taken) throw new BackupError('A refresh is running: try again when it has ended.');
    for (const table of tables) await sql`lock table ${nameOf(sql, table)} in share row exclusive mode`;
    const before = await countRows(sql, tables);
    const stay = Object.fromEntries(
      tables.map(({ name, isAddedTo }) => [name, isAddedTo ? before[name]! : 0]),
    );
    const replaced = difference(before, stay);
    if (Object.values(replaced).some((count) => count > 0) && !replace) {
      throw new BackupError(
        `There is a log already (${describeCounts(tables, replaced)}). With --replace the back-up comes in its place.`,
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

/** The number of rows that a back-up has of each table. */
export function countsOf(rows: Record<string, readonly unknown[]>): RowCounts {
  return Object.fromEntries(Object.entries(rows).map(([table, some]) => [table, some.length]));
}

/** Counts for people. */
export function describeCounts(tables: readonly BackupTable[], counts: RowCounts): string {
  return tables.map(({ name, label }) => `${label}: ${counts[name]}`).join(', ');
}

/** What is left of counts without others, by table. */
function difference(counts: RowCounts, less: RowCounts): RowCounts {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count - less[name]!]));
}

async function insertRows(sql: Connection, table: BackupTable, rows: readonly object[]): Promise<void> {
  const columns = columnsOf(table);
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = JSON.stringify(rows.slice(from, from + AT_ONCE));
    await sql`
      insert into ${nameOf(sql, table)} (${sql(columns)})
      select ${sql(columns)} from jsonb_populate_recordset(null::${nameOf(sql, table)}, ${some}::text::jsonb)
      on conflict do nothing`;
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
