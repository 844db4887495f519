import type { Connection } from '../../database/connection.ts';
import { SOURCE_NAMES, type SourceName } from '../../database/schema/sources.ts';

/** A column of a raw file before cleaning. */
export interface RawColumn {
  source: SourceName;
  column: string;
  /** The number of records that could have the column, and of those without a value in it. */
  records: number;
  missing: number;
  kinds: string[];
  /** The number of distinct values; null for lists, and if there were too many to count. */
  distinct: number | null;
  /** The number of values that an earlier record already had; null if `distinct` is. */
  repeated: number | null;
  least: number | null;
  greatest: number | null;
  shortest: number | null;
  longest: number | null;
  examples: string[];
}

/** The columns of each raw file in their order, as the refresh profiled them. */
export function readRawColumns(sql: Connection): Promise<RawColumn[]> {
  return sql<RawColumn[]>`
    select source, "column", records, missing, kinds, distinct_values as distinct,
      records - missing - distinct_values as repeated, least, greatest, shortest, longest, examples
    from column_profiles order by array_position(${SOURCE_NAMES}::text[], source), position`;
}
