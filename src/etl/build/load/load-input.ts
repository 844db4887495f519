import type { PerSource, SourceName } from '../../../database/schema/sources.ts';
import type { Tally } from '../../report/tally.ts';
import type { RecordsOf } from '../../sources/contract/records.ts';
import type { Reuse } from '../reuse/built-data-set.ts';

/** The records and tallies that a data set is loaded from. */
export interface LoadInput {
  dataSetId: number;
  /** The earlier data set, and which of its parts may be taken over; null if none may. */
  reuse: Reuse | null;
  /** The tally of each source. */
  tallies: PerSource<Tally>;
  /** The path or address of each source's file, as the operator may see it. */
  places: PerSource<string>;
  /** Called when the loading of a source begins. */
  onBegin(name: SourceName): void;
  /**
   * Reads the records of a source in batches. The tally of the source notes what is rejected.
   *
   * @throws RefreshError
   */
  records<Name extends SourceName>(name: Name): AsyncIterable<RecordsOf[Name][]>;
}
