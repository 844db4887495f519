import type { Concern, SourceTally } from '../../database/schema/lasting.ts';
import type { PerSource } from '../../database/schema/sources.ts';
import type { Tally } from '../report/tally.ts';
import type { Differences } from './differences.ts';

/** The result of a refresh, which is the last line of `refresh --json`. */
export interface RefreshReport {
  /**
   * `unchanged`: the sources, settings and code are those of the served data set, so nothing was built.
   * `waiting`: a data set was built, and a moderator has to decide whether it is published.
   */
  outcome: 'published' | 'unchanged' | 'waiting';
  /** The id of the data set that was built; if nothing has changed, that of the served one. */
  dataSet: number;
  /** Seconds that the refresh took. */
  seconds: number;
  games: number;
  users: number;
  libraryRows: number;
  reviews: number;
  /** The number of lines and records that were left out, by reason. */
  rejected: Record<string, number>;
  /** Seconds by phase, in the order of the phases. */
  phases: Record<string, number>;
  /** Counts of lines, records, rejects and cleaning rules, by source. */
  sources: PerSource<SourceTally>;
  /** The number of new, gone and changed rows; null if there was nothing to compare with. */
  differences: Differences | null;
  /** The reasons why a moderator has to decide; empty if there are none. */
  concerns: Concern[];
  /** The parts that were taken over from the served data set because they would have come out the same. */
  reused: Reused[];
}

/** The parts of a data set that can be taken over from the served one. */
export type Reused = 'libraries' | 'judgements' | 'models';

/** Adds up the rejects of several sources by reason. */
export function rejectedByReason(tallies: readonly Tally[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const tally of tallies) {
    for (const [reason, count] of tally.reasons) counts[reason] = (counts[reason] ?? 0) + count;
  }
  return counts;
}
