import type { PerSource, SourceName } from '../../../database/schema/sources.ts';
import { RefreshError } from '../../report/refresh-error.ts';
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
  /** Called when the loading of a source begins. */
  onBegin(name: SourceName): void;
  /**
   * Reads the records of a source in batches. The tally of the source notes what is rejected.
   *
   * @throws RefreshError
   */
  records<Name extends SourceName>(name: Name): AsyncIterable<RecordsOf[Name][]>;
}

/**
 * Checks the tally of a source after it was read.
 *
 * @throws RefreshError if the source holds the records of another one, or if no line of it was accepted
 */
export function checkIsSource(tally: Tally): void {
  const looksLike = [...tally.reasons.keys()].find((reason) => reason.startsWith('looks-like-'));
  if (looksLike !== undefined && tally.rejectedShare > 0.5) {
    const kind = looksLike.slice('looks-like-'.length);
    throw new RefreshError(
      'wrong-source',
      `The ${tally.source} file holds ${kind}. Were two sources swapped?`,
    );
  }
  if (tally.lines - tally.blankLines - tally.rejectedLines === 0) {
    throw new RefreshError('source-empty', `The ${tally.source} file has no records that can be loaded.`);
  }
}
