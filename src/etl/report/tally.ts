import type { SourceTally } from '../../database/schema/lasting.ts';
import type { SourceName } from '../../database/schema/sources.ts';
import { ColumnProfile } from './column-profile.ts';

/** One line, or one record within a line, that was not loaded. It says where, never what. */
export interface Reject {
  source: SourceName;
  line: number;
  /** 1-based; null where the line could be read. */
  column: number | null;
  /** The field that is wrong, such as `items[3].item_id`; null where the line could not be read. */
  path: string | null;
  reason: string;
}

/** So many rejects of a file are kept with their positions; past that they are only counted. */
const KEPT_REJECTS = 10_000;

/** What happened to one raw file: how much was read, what was left out and why, and how often each cleaning rule was used. */
export class Tally {
  readonly source: SourceName;
  lines = 0;
  /** Lines whose every value is `NaN`, and empty ones: filler, not mistakes. */
  blankLines = 0;
  rejectedLines = 0;
  /** Records nested in the lines (reviews, library rows); for games, the lines themselves. */
  records = 0;
  rejectedRecords = 0;
  readonly rejects: Reject[] = [];
  readonly reasons = new Map<string, number>();
  readonly rules = new Map<string, number>();
  /** What was read, before it was cleaned. */
  readonly columns: ColumnProfile;

  /** @param shownColumns the columns of which examples may be shown */
  constructor(source: SourceName, shownColumns: readonly string[] = []) {
    this.source = source;
    this.columns = new ColumnProfile(shownColumns);
  }

  /** A whole line is left out. */
  rejectLine(line: number, reason: string, where: { column?: number; path?: string } = {}): void {
    this.rejectedLines++;
    this.#keep(line, reason, where);
  }

  /** One record of a line is left out; the rest of the line is taken. */
  rejectRecord(line: number, reason: string, path: string): void {
    this.rejectedRecords++;
    this.#keep(line, reason, { path });
  }

  /** A cleaning rule was used on one record. */
  used(rule: string, times = 1): void {
    if (times > 0) this.rules.set(rule, (this.rules.get(rule) ?? 0) + times);
  }

  /** What is kept of it. */
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

  /** Takes over what was kept of an earlier reading of the same file. */
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

/** The share, 0 to 1, of lines that are not blank, or of records, that was rejected: the greater of the two. */
export function rejectedShare(tally: Omit<SourceTally, 'reasons' | 'rules'>): number {
  const lines = tally.lines - tally.blankLines;
  const ofLines = lines === 0 ? 0 : tally.rejectedLines / lines;
  const ofRecords = tally.records === 0 ? 0 : tally.rejectedRecords / tally.records;
  return Math.max(ofLines, ofRecords);
}
