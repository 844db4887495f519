import type { Tally } from '../../../report/tally.ts';
import type { Line } from '../../read/lines.ts';
import { isBlank } from '../clean/blank.ts';
import { LineSyntaxError, parseLine } from './line.ts';

/** A record and the number of its line, counted from 1. */
export interface LineRecord {
  line: number;
  record: Record<string, unknown>;
}

/**
 * Parses a batch of lines into records. A line that cannot be parsed is rejected alone; a blank one is only
 * counted. The tally notes both.
 */
export function recordsOf(lines: readonly Line[], tally: Tally): LineRecord[] {
  const records: LineRecord[] = [];
  for (const line of lines) {
    tally.lines++;
    if ('tooLong' in line) {
      tally.rejectLine(line.number, 'line-too-long');
      continue;
    }
    if (line.notUtf8At !== undefined) {
      tally.rejectLine(line.number, 'not-utf-8', { column: line.notUtf8At });
      continue;
    }
    if (line.text.trim() === '') {
      tally.blankLines++;
      continue;
    }
    try {
      const record = parseLine(line.text);
      if (typeof record !== 'object' || record === null || Array.isArray(record)) {
        tally.rejectLine(line.number, 'not-a-record');
      } else if (isBlank(record)) {
        tally.blankLines++;
      } else {
        tally.columns.add(record);
        records.push({ line: line.number, record: record as Record<string, unknown> });
      }
    } catch (error) {
      if (!(error instanceof LineSyntaxError)) throw error;
      tally.rejectLine(line.number, error.reason, { column: error.column });
    }
  }
  return records;
}
