import type postgres from 'postgres';
import type { DataSetSummary } from '../../database/schema/lasting.ts';

/** Channel on which every process hears that another data set is being served; the payload is its number. */
export const PUBLISHED_CHANNEL = 'steamscope_published';

/** Makes a data set that was built the one that answers. Before the commit the old one answers, after it the new one. */
export async function publishDataSet(
  direct: postgres.Sql,
  dataSetId: number,
  summary: DataSetSummary,
): Promise<void> {
  await direct.begin(async (sql) => {
    await sql`
      update steamscope.data_sets set published_at = now(), summary = ${sql.json({ ...summary })}
      where id = ${dataSetId}`;
    await sql`
      insert into steamscope.served_data_set (singleton, data_set_id) values (1, ${dataSetId})
      on conflict (singleton) do update set data_set_id = excluded.data_set_id`;
    await sql.notify(PUBLISHED_CHANNEL, String(dataSetId));
  });
}
