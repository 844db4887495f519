import type { Connection } from '../../database/connection.ts';
import { SOURCE_NAMES, type SourceName } from '../../database/schema/sources.ts';

/** A column of a raw file before it was cleaned. */
export interface RawColumn {
  source: SourceName;
  column: string;
  /** Records that could have it; and of those, without it. */
  records: number;
  missing: number;
  kinds: string[];
  /** Null where there are too many to tell apart, and for lists. */
  distinct: number | null;
  /** Values that were there before, of an earlier record. Null as `distinct`. */
  repeated: number | null;
  least: number | null;
  greatest: number | null;
  shortest: number | null;
  longest: number | null;
  examples: string[];
}

/** What was read of the columns of each raw file, in their order. */
export function readRawColumns(sql: Connection): Promise<RawColumn[]> {
  return sql<RawColumn[]>`
    select source, "column", records, missing, kinds, distinct_values as distinct,
      records - missing - distinct_values as repeated, least, greatest, shortest, longest, examples
    from column_profiles order by array_position(${SOURCE_NAMES}::text[], source), position`;
}
