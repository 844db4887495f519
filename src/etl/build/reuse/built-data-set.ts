import type postgres from 'postgres';
import { DATA_SET_FORMAT } from '../../../database/schema/data-set.ts';
import type { DataSetOrigin, DataSetSummary } from '../../../database/schema/lasting.ts';
import type { SourceName } from '../../../database/schema/sources.ts';

/** A data set that is there as a whole. */
export interface BuiltDataSet {
  id: number;
  summary: DataSetSummary;
  origin: DataSetOrigin;
}

/** The sources that decide what games and libraries a data set has; they are taken over together. */
export const LIBRARY_SOURCES: readonly SourceName[] = ['games', 'libraries'];

/** What may be taken over from an earlier data set: the same code makes the same of the same. */
export interface Reuse {
  before: BuiltDataSet;
  /** Games and libraries. */
  sameLibraries: boolean;
  /** What was derived of games and libraries alone. */
  sameRollups: boolean;
  /** What texts were judged. */
  sameJudgements: boolean;
  /** Classes of games and models, where they are of the same games and libraries. */
  sameModels: boolean;
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
