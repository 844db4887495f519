import type postgres from 'postgres';
import { DATA_SET_FORMAT } from '../../../database/schema/data-set.ts';
import type { DataSetOrigin, DataSetSummary } from '../../../database/schema/lasting.ts';

/** A data set that is there as a whole. */
export interface BuiltDataSet {
  id: number;
  summary: DataSetSummary;
  origin: DataSetOrigin;
}

/** A data set that was made by the same code, by which the same comes out of the same. */
export interface Reuse {
  before: BuiltDataSet;
  /** It was made of the same games and libraries, and of other reviews. */
  sameLibraries: boolean;
}

/** What is being served; `origin` is null where it says not enough to take anything over from it. */
export type ServedDataSet = Omit<BuiltDataSet, 'origin'> & { origin: DataSetOrigin | null };

/** The data set that is being served, or null before the first. */
export async function readServed(direct: postgres.Sql): Promise<ServedDataSet | null> {
  const [row] = await direct<ServedDataSet[]>`
    select id, summary, case when format = ${DATA_SET_FORMAT} then origin end as origin
    from steamscope.served_data_set join steamscope.data_sets on id = data_set_id`;
  return row ?? null;
}

/** The data set that waits to be published or dropped, or null. */
export async function readWaiting(direct: postgres.Sql): Promise<BuiltDataSet | null> {
  const [row] = await direct<BuiltDataSet[]>`
    select id, summary, origin
    from steamscope.waiting_data_set join steamscope.data_sets on id = data_set_id`;
  return row ?? null;
}
