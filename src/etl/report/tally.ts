import type { SourceTally } from '../../database/schema/lasting.ts';
import type { SourceName } from '../../database/schema/sources.ts';
import { ColumnProfile } from './column-profile.ts';
import type { FileFault } from './file-fault.ts';

/**
 * One line, or one record within a line, that was not loaded. It holds the place and the reason, never the content.
 */
export interface Reject {
  source: SourceName;
  /** The number of the line, counted from 1. */
  line: number;
  /** The column at which the line stopped being readable, counted from 1; null if there is none. */
  column: number | null;
  /** The field that is wrong, such as `items[3].item_id`; null if the line as a whole is wrong. */
  path: string | null;
  /** A short code, such as `invalid-item_id`. */
  reason: string;
}

/** The number of rejects of a file that are kept with their places. Any more are only counted. */
const KEPT_REJECTS = 10_000;

/**
 * Counts what happened to one raw file: how much was read, what was left out and why, and how often each
 * cleaning rule was used.
 */
export class Tally {
  readonly source: SourceName;
  /** Lines read, of any kind. */
  lines = 0;
  /** Empty lines and lines in which every value is `NaN`. They are filler, not mistakes. */
  blankLines = 0;
  rejectedLines = 0;
  /** Records within the lines: reviews, library rows; for games, the lines themselves. */
  records = 0;
  rejectedRecords = 0;
  /** The first rejects with their places, at most {@link KEPT_REJECTS}. */
  readonly rejects: Reject[] = [];
  /** The number of rejects by reason. */
  readonly reasons = new Map<string, number>();
  /** The number of times that each cleaning rule was used, by the rule's name. */
  readonly rules = new Map<string, number>();
  /** Figures about the columns before any cleaning. */
  readonly columns: ColumnProfile;
  /** Lines with letters beyond ASCII, whatever their encoding. */
  nonAsciiLines = 0;
  /** The fault that the beginning of the file hints at, which counts only if no record is found; null if none. */
  suspicion: FileFault | null = null;

  /** @param shownColumns the columns whose values may be shown as examples */
  constructor(source: SourceName, shownColumns: readonly string[] = []) {
    this.source = source;
    this.columns = new ColumnProfile(shownColumns);
  }

  /** Notes that a whole line was left out. */
  rejectLine(line: number, reason: string, where: { column?: number; path?: string } = {}): void {
    this.rejectedLines++;
    this.#keep(line, reason, where);
  }

  /** Notes that one record of a line was left out while the rest of the line was loaded. */
  rejectRecord(line: number, reason: string, path: string): void {
    this.rejectedRecords++;
    this.#keep(line, reason, { path });
  }

  /** Notes that a cleaning rule was used, by default on one record. */
  used(rule: string, times = 1): void {
    if (times > 0) this.rules.set(rule, (this.rules.get(rule) ?? 0) + times);
  }

  /** The counts that are stored with the data set. */
  summary(): SourceTally {
    const { lines, blankLines, records, rejectedLines, rejectedRecords, reasons, rules } = this;
    return {
      lines,
      blankLines,
      records,
      rejectedLines,
      rejectedRecords,
      reasons: Object.fromEntries(reasons),
      rules: Object.fromEntries(rules),
    };
  }

  /** Takes over the counts and rejects that were stored after an earlier reading of the same file. */
  restore(summary: SourceTally, rejects: readonly Reject[]): void {
    const { reasons, rules, ...counts } = summary;
    Object.assign(this, counts);
    for (const [reason, count] of Object.entries(reasons)) this.reasons.set(reason, count);
    for (const [rule, count] of Object.entries(rules)) this.rules.set(rule, count);
    this.rejects.push(...rejects);
  }

  get rejectedShare(): number {
    return rejectedShare(this);
  }

  #keep(line: number, reason: string, where: { column?: number; path?: string }): void {
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    if (this.rejects.length < KEPT_REJECTS) {
      const { column = null, path = null } = where;
      this.rejects.push({ source: this.source, line, column, path, reason });
    }
  }
}

/**
 * The share, 0 to 1, of a file that was rejected. It is the greater of two shares: of the lines that are not
 * blank, and of the records.
 */
export function rejectedShare(tally: Omit<SourceTally, 'reasons' | 'rules'>): number {
  const lines = tally.lines - tally.blankLines;
  const ofLines = lines === 0 ? 0 : tally.rejectedLines / lines;
  const ofRecords = tally.records === 0 ? 0 : tally.rejectedRecords / tally.records;
  return Math.max(ofLines, ofRecords);
}
