import type postgres from 'postgres';
import type { Connection } from '../connection.ts';
import { LOCKS } from '../locks.ts';
import { LASTING_SCHEMA } from '../schema/lasting.ts';
import { BackupError } from './backup-error.ts';
import { type BackupRows, TABLE_COLUMNS, TABLE_NAMES, type TableName } from './format.ts';

export type RowCounts = Record<TableName, number>;

/** What each table is read in the order of. */
const ORDER: Record<TableName, string[]> = {
  refreshes: ['id'],
  moderator_actions: ['id'],
  hidden_users: ['hidden_at', 'user_id'],
  left_guilds: ['left_at', 'guild_id'],
};

/** Rows that are written at once. */
const AT_ONCE = 1000;

/** Every row that is backed up, as JSON, all of one moment. What writes meanwhile is not held up. */
export async function readRows(direct: postgres.Sql): Promise<Record<TableName, string[]>> {
  return direct.begin('isolation level repeatable read read only', async (sql) => {
    const rows: Partial<Record<TableName, string[]>> = {};
    for (const table of TABLE_NAMES) {
      const read = await sql<{ row: string }[]>`
        select to_jsonb(kept)::text as row from (
          select ${sql(TABLE_COLUMNS[table])} from ${nameOf(sql, table)} order by ${sql(ORDER[table])}
        ) as kept`;
      rows[table] = read.map(({ row }) => row);
    }
    return rows as Record<TableName, string[]>;
  });
}

/**
 * Puts rows into the database, all or none. Into an empty log without further ado; where there is one, only in its place.
 * Whoever is hidden stays hidden: nobody who has asked for it is named again because of a file from before.
 *
 * @returns how many rows were put in, and how many were there in their place
 * @throws BackupError where there is a log, and it is not to be replaced, or a refresh is running
 */
export async function restoreRows(
  direct: postgres.Sql,
  rows: BackupRows,
  { replace }: { replace: boolean },
): Promise<{ restored: RowCounts; replaced: RowCounts }> {
  return direct.begin(async (sql) => {
    const [lock] = await sql<{ taken: boolean }[]>`
      select pg_try_advisory_xact_lock(${LOCKS.refresh}) as taken`;
    if (!lock!.taken) throw new BackupError('A refresh is running: try again when it has ended.');
    for (const table of TABLE_NAMES) await sql`lock table ${nameOf(sql, table)} in share row exclusive mode`;
    const before = await countRows(sql);
    const replaced = { ...before, hidden_users: 0 };
    if (Object.values(replaced).some((count) => count > 0) && !replace) {
      throw new BackupError(
        `There is a log already (${describeCounts(replaced)}). With --replace the back-up comes in its place.`,
      );
    }
    for (const table of TABLE_NAMES) {
      if (table !== 'hidden_users') await sql`delete from ${nameOf(sql, table)}`;
      await insertRows(sql, table, table === 'refreshes' ? rows.refreshes.map(ended) : rows[table]);
    }
    const after = await countRows(sql);
    return { restored: { ...after, hidden_users: after.hidden_users - before.hidden_users }, replaced };
  });
}

export function countsOf(rows: Record<TableName, readonly unknown[]>): RowCounts {
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, rows[table].length])) as RowCounts;
}

/** Counts for people. */
export function describeCounts(counts: RowCounts): string {
  return [
    `refreshes: ${counts.refreshes}`,
    `what moderators did: ${counts.moderator_actions}`,
    `hidden users: ${counts.hidden_users}`,
    `servers left: ${counts.left_guilds}`,
  ].join(', ');
}

/** What ran when the back-up was made has nobody any more who would end it. */
function ended(refresh: BackupRows['refreshes'][number]): BackupRows['refreshes'][number] {
  return refresh.outcome === 'running' ? { ...refresh, outcome: 'killed' } : refresh;
}

async function insertRows(sql: Connection, table: TableName, rows: readonly object[]): Promise<void> {
  const columns = TABLE_COLUMNS[table];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = JSON.stringify(rows.slice(from, from + AT_ONCE));
    await sql`
      insert into ${nameOf(sql, table)} (${sql(columns)})
      select ${sql(columns)} from jsonb_populate_recordset(null::${nameOf(sql, table)}, ${some}::text::jsonb)
      on conflict do nothing`;
  }
}

async function countRows(sql: Connection): Promise<RowCounts> {
  const counts: Partial<RowCounts> = {};
  for (const table of TABLE_NAMES) {
    const [counted] = await sql<
      { count: number }[]
    >`select count(*)::int as count from ${nameOf(sql, table)}`;
    counts[table] = counted!.count;
  }
  return counts as RowCounts;
}

function nameOf(sql: Connection, table: TableName) {
  return sql(`${LASTING_SCHEMA}.${table}`);
}
