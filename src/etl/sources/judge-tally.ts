import type { SourceName } from '../../database/schema/sources.ts';
import { type FileFault, FileRefused } from '../report/file-fault.ts';
import type { RefreshFailure } from '../report/refresh-error.ts';
import type { Reject, Tally } from '../report/tally.ts';

/** The number of rejects whose places are named. */
const NAMED_REJECTS = 3;

/** The share of a file's lines, 0 to 1, from which on lines that are not UTF-8 may cost the file. */
const NOT_UTF8_SHARE = 0.001;

const SWAPPED = 'see whether two sources are swapped, or one file is set for both';

/** Files that are none of the three, by the end of their reason, in words that complete "The games file holds …". */
const OTHER_FILES: Readonly<Record<string, string>> = {
  bundles: 'bundles, the bundle data of the same lab',
  'version-2-reviews': 'reviews as in "Version 2: Review Data" of the same lab',
};

/**
 * Checks what was read of a source.
 *
 * @param place the path or the address of the file, as the operator may see it
 * @throws FileRefused if the file holds the records of another one, letters of another encoding, or no record that can
 *   be loaded
 */
export function judgeTally(tally: Tally, place: string): void {
  const found = otherRecords(tally) ?? suspected(tally) ?? otherEncoding(tally) ?? noRecords(tally);
  if (found !== null) throw new FileRefused(found.failure, tally.source, found.fault, place);
}

type Judged = { failure: RefreshFailure; fault: FileFault } | null;

function otherRecords(tally: Tally): Judged {
  const [reason] = mostFrequent(tally, (each) => each.startsWith('looks-like-'));
  if (reason === undefined || tally.rejectedShare <= 0.5) return null;
  const kind = reason.slice('looks-like-'.length);
  const other = OTHER_FILES[kind];
  return {
    failure: 'wrong-source',
    fault:
      other === undefined
        ? { says: `holds ${kind}`, cure: SWAPPED }
        : { says: `holds ${other}, which is none of the three files`, cure: cureFor(tally.source) },
  };
}

function cureFor(source: SourceName): string {
  return `give the path or the address of the ${source} file`;
}

/** Most letters beyond ASCII are not UTF-8: another encoding, not a damaged line. */
function otherEncoding(tally: Tally): Judged {
  const damaged = tally.reasons.get('not-utf-8') ?? 0;
  const lines = tally.lines - tally.blankLines;
  if (damaged * 2 <= tally.nonAsciiLines || damaged <= NOT_UTF8_SHARE * lines) return null;
  const first = tally.rejects.find(({ reason }) => reason === 'not-utf-8');
  const where = first === undefined ? '' : ` (first in line ${first.line}, column ${first.column})`;
  return {
    failure: 'source-unreadable',
    fault: {
      says: `is not UTF-8: ${counted(damaged, 'line has', 'lines have')} letters in another encoding${where}`,
      cure: 'save it as UTF-8 or UTF-16',
    },
  };
}

function suspected(tally: Tally): Judged {
  if (tally.suspicion === null || acceptedLines(tally) > 0) return null;
  return { failure: 'source-empty', fault: tally.suspicion };
}

function noRecords(tally: Tally): Judged {
  if (acceptedLines(tally) > 0) return null;
  const isBlank = tally.lines === tally.blankLines;
  return { failure: 'source-empty', fault: isBlank ? onlyBlanks(tally) : onlyRejects(tally) };
}

function acceptedLines({ lines, blankLines, rejectedLines }: Tally): number {
  return lines - blankLines - rejectedLines;
}

function onlyBlanks({ source, blankLines }: Tally): FileFault {
  return {
    says: `has no records: ${blankLines === 1 ? 'its one line is' : `all of its ${blankLines} lines are`} blank`,
    cure: cureFor(source),
  };
}

function onlyRejects(tally: Tally): FileFault {
  const [reason, count] = mostFrequent(tally, () => true);
  const first = tally.rejects.slice(0, NAMED_REJECTS).map(placeOf).join(', ');
  return {
    says: `has no records that can be loaded, most often because of ${reason} (${counted(count ?? 0, 'time', 'times')}; ${first})`,
    cure: cureFor(tally.source),
  };
}

/** The most frequent reason that passes the test, with its count; empty if there is none. */
function mostFrequent(tally: Tally, test: (reason: string) => boolean): [string, number] | [] {
  return [...tally.reasons].filter(([reason]) => test(reason)).sort((a, b) => b[1] - a[1])[0] ?? [];
}

function placeOf({ line, column, reason }: Reject): string {
  return `line ${line}${column === null ? '' : ` column ${column}`}: ${reason}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
