import type { SourceName, Tally } from './tally.ts';

/** One raw file as a refresh found it. */
export interface SourceReport {
  lines: number;
  blankLines: number;
  records: number;
  rejectedLines: number;
  rejectedRecords: number;
  /** How often each cleaning rule was used. */
  rules: Record<string, number>;
}

/** What a refresh did: the last line of `refresh --json`. */
export interface RefreshReport {
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
  sources: Record<SourceName, SourceReport>;
}

/** The report on one raw file. */
export function sourceReport(tally: Tally): SourceReport {
  return {
    lines: tally.lines,
    blankLines: tally.blankLines,
    records: tally.records,
    rejectedLines: tally.rejectedLines,
    rejectedRecords: tally.rejectedRecords,
    rules: Object.fromEntries(tally.rules),
  };
}

/** The rejections of several files, by reason. */
export function rejectedByReason(tallies: readonly Tally[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const tally of tallies) {
    for (const [reason, count] of tally.reasons) counts[reason] = (counts[reason] ?? 0) + count;
  }
  return counts;
}
