import type { Concern, SourceTally } from '../../database/schema/lasting.ts';
import type { PerSource } from '../../database/schema/sources.ts';
import type { Tally } from '../report/tally.ts';
import type { Differences } from './differences.ts';

/** What a refresh did: the last line of `refresh --json`. */
export interface RefreshReport {
  /** `unchanged`: the sources are those of what is served; `waiting`: it was built, but somebody has to look at it. */
  outcome: 'published' | 'unchanged' | 'waiting';
  /** The number of the data set that was built or, where nothing has changed, of the one that is served. */
  dataSet: number;
  seconds: number;
  games: number;
  users: number;
  libraryRows: number;
  reviews: number;
  /** Lines and records left out, by reason. */
  rejected: Record<string, number>;
  /** Seconds by phase, in the order in which they ran. */
  phases: Record<string, number>;
  sources: PerSource<SourceTally>;
  /** What is new, gone and changed; null where there is nothing to compare with. */
  differences: Differences | null;
  /** Why it is not published by itself; empty where it is. */
  concerns: Concern[];
  /** What was taken over from the data set before, since it would have come out the same. */
  reused: Reused[];
}

/** What can be taken over. */
export type Reused = 'libraries' | 'judgements' | 'models';

/** The rejections of several files, by reason. */
export function rejectedByReason(tallies: readonly Tally[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const tally of tallies) {
    for (const [reason, count] of tally.reasons) counts[reason] = (counts[reason] ?? 0) + count;
  }
  return counts;
}
