import type postgres from 'postgres';
import type { TransactionSql } from 'postgres';
import { PUBLISHED_CHANNEL } from '../../database/publish-watch.ts';
import type { Concern } from '../../database/schema/lasting.ts';

/** Makes a data set that was built the one that answers. Before the commit the old one answers, after it the new one. */
export async function publishDataSet(sql: TransactionSql, dataSetId: number): Promise<void> {
  await sql`
    update steamscope.data_sets set replaced_at = now()
    where id in (select data_set_id from steamscope.served_data_set)`;
  await sql`update steamscope.data_sets set published_at = now(), replaced_at = null where id = ${dataSetId}`;
  await sql`
    insert into steamscope.served_data_set (singleton, data_set_id) values (1, ${dataSetId})
    on conflict (singleton) do update set data_set_id = excluded.data_set_id`;
  // One that was waiting is now this one, or older than this one.
  await sql`delete from steamscope.waiting_data_set`;
  // Not postgres.js's own `notify`, which goes over another connection, and would be heard before the commit.
  await sql`select pg_notify(${PUBLISHED_CHANNEL}, ${String(dataSetId)})`;
}

/** Leaves a data set that was built for somebody to look at, instead of one that waited before. */
export async function keepWaiting(
  sql: TransactionSql,
  dataSetId: number,
  concerns: readonly Concern[],
): Promise<void> {
  await sql`
    insert into steamscope.waiting_data_set (singleton, data_set_id, concerns)
    values (1, ${dataSetId}, ${sql.json(JSON.parse(JSON.stringify(concerns)))})
    on conflict (singleton) do update set data_set_id = excluded.data_set_id, concerns = excluded.concerns`;
}

/** Publishes the data set that waits, or forgets it, where it is still this one. @returns whether it was */
export async function decideOnWaiting(
  direct: postgres.Sql,
  dataSetId: number,
  decision: 'publish' | 'drop',
): Promise<boolean> {
  return direct.begin(async (sql) => {
    const waiting = await sql`delete from steamscope.waiting_data_set where data_set_id = ${dataSetId}`;
    if (waiting.count === 0) return false;
    if (decision === 'publish') await publishDataSet(sql, dataSetId);
    return true;
  });
}
