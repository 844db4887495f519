import type { PerSource, SourceName } from '../../../database/schema/sources.ts';
import { RefreshError } from '../../report/refresh-error.ts';
import type { Tally } from '../../report/tally.ts';
import type { RecordsOf } from '../../sources/contract/records.ts';
import type { Reuse } from '../reuse/built-data-set.ts';

/** What a data set is loaded from. */
export interface LoadInput {
  dataSetId: number;
  /** The data set to take judgements over from, and games and libraries where they are the same. */
  reuse: Reuse | null;
  tallies: PerSource<Tally>;
  /** Told when a source is begun. */
  onBegin(name: SourceName): void;
  /** The records of a source; the tally of the source is told of what is rejected. @throws RefreshError */
  records<Name extends SourceName>(name: Name): AsyncIterable<RecordsOf[Name][]>;
}

/** @throws RefreshError where a source holds what another one should, or nothing was left of it */
export function checkIsSource(tally: Tally): void {
  const looksLike = [...tally.reasons.keys()].find((reason) => reason.startsWith('looks-like-'));
  if (looksLike !== undefined && tally.rejectedShare > 0.5) {
    const kind = looksLike.slice('looks-like-'.length);
    throw new RefreshError(
      'wrong-source',
      `The ${tally.source} file holds ${kind}: are two sources exchanged?`,
    );
  }
  if (tally.lines - tally.blankLines - tally.rejectedLines === 0) {
    throw new RefreshError('source-empty', `The ${tally.source} file has no records.`);
  }
}
