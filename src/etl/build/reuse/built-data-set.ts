import type postgres from 'postgres';
import { DATA_SET_FORMAT } from '../../../database/schema/data-set.ts';
import type { DataSetOrigin, DataSetSummary } from '../../../database/schema/lasting.ts';
import type { SourceName } from '../../../database/schema/sources.ts';

/** A data set that is completely built. */
export interface BuiltDataSet {
  id: number;
  summary: DataSetSummary;
  origin: DataSetOrigin;
}

/** The sources of games and libraries, whose tables are only taken over together. */
export const LIBRARY_SOURCES: readonly SourceName[] = ['games', 'libraries'];

/**
 * The parts that may be taken over from an earlier data set. Unchanged code makes the same result from the same inputs.
 */
export interface Reuse {
  /** The earlier data set. */
  before: BuiltDataSet;
  /** Whether games and libraries may be taken over. */
  sameLibraries: boolean;
  /** Whether the rollups of games and libraries alone may be taken over. */
  sameRollups: boolean;
  /** Whether the judgements of texts may be taken over. */
  sameJudgements: boolean;
  /**
   * Whether the classes of games and the models may be taken over, provided that games and libraries are the same.
   */
  sameModels: boolean;
}

/**
 * The served data set. Its `origin` is null if its format is another one, so that nothing may be taken over from it.
 */
export type ServedDataSet = Omit<BuiltDataSet, 'origin'> & { origin: DataSetOrigin | null };

/** Reads the served data set; null before the first one. */
export async function readServed(direct: postgres.Sql): Promise<ServedDataSet | null> {
  const [row] = await direct<ServedDataSet[]>`
    select id, summary, case when format = ${DATA_SET_FORMAT} then origin end as origin
    from steamscope.served_data_set join steamscope.data_sets on id = data_set_id`;
  return row ?? null;
}

/** Reads the data set that waits for a moderator's decision; null if there is none. */
export async function readWaiting(direct: postgres.Sql): Promise<BuiltDataSet | null> {
  const [row] = await direct<BuiltDataSet[]>`
    select id, summary, origin
    from steamscope.waiting_data_set join steamscope.data_sets on id = data_set_id`;
  return row ?? null;
}
