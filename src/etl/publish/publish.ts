import type postgres from 'postgres';
import type { TransactionSql } from 'postgres';
import { PUBLISHED_CHANNEL } from '../../database/publish-watch.ts';
import type { Concern } from '../../database/schema/lasting.ts';

/**
 * Makes a data set the served one. Questions are answered from the old one before the transaction commits, and
 * from the new one after it.
 */
export async function publishDataSet(sql: TransactionSql, dataSetId: number): Promise<void> {
  await sql`
    update steamscope.data_sets set replaced_at = now()
    where id in (select data_set_id from steamscope.served_data_set)`;
  await sql`update steamscope.data_sets set published_at = now(), replaced_at = null where id = ${dataSetId}`;
  await sql`
    insert into steamscope.served_data_set (singleton, data_set_id) values (1, ${dataSetId})
    on conflict (singleton) do update set data_set_id = excluded.data_set_id`;
  // A waiting data set is either this one, or older than this one and therefore obsolete.
  await sql`delete from steamscope.waiting_data_set`;
  // postgres.js's own `notify` uses another connection, so listeners would hear it before the commit.
  await sql`select pg_notify(${PUBLISHED_CHANNEL}, ${String(dataSetId)})`;
}

/** Lets a data set wait for a moderator's decision. It takes the place of any other that waits. */
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

/**
 * Publishes the waiting data set or drops it, unless another one waits by now.
 *
 * @param dataSetId the data set that the decision is about
 * @returns whether it was still waiting
 */
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
