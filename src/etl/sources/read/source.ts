import type { SourceName } from '../../../database/schema/sources.ts';
import type { NotAFileError } from '../../../platform/regular-file.ts';
import { type FileFault, FileRefused } from '../../report/file-fault.ts';
import { Tally } from '../../report/tally.ts';
import { Beginning } from './beginning.ts';
import { isUnfinished } from './brackets.ts';
import { asUtf8, CutLetterError, wideEncoding } from './encoding.ts';
import { FORMAT_BYTES, foreignFormat } from './file-format.ts';
import { DEFAULT_MAX_LINE_BYTES, type Line, readLines } from './lines.ts';
import { openBytes, openSource, SourceError, type SourceFault } from './open-source.ts';
import { type Shape, shapeOf } from './shape.ts';
import { suspicionOf } from './suspicion.ts';
import { CutValueError, readValues } from './values.ts';

/** The settings and the listeners that go with one reading of a file. */
export interface FileReading {
  /** Notes the beginning of the file and its lines with letters beyond ASCII. */
  tally: Tally;
  /** The path or address of the file as the operator may see it; by default its path. */
  place?: string | undefined;
  /** The bytes to be read in place of the file. */
  bytes?: AsyncIterable<Buffer> | undefined;
  /** Called with the share of the file, 0 to 1, that has been read. */
  onShare?: ((share: number) => void) | undefined;
}

/** Thrown when a file is in a format that is not read. */
class ForeignFileError extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault.says);
    this.fault = fault;
  }
}

/** The fault of a file that ends too early. */
export const CUT: FileFault = { says: 'is incomplete', cure: 'download or copy it again' };

/** Each fault of the reading of bytes in words. */
const FAULTS: Record<Exclude<SourceFault, 'not-a-file'>, FileFault> = {
  'not-found': { says: 'does not exist', cure: null },
  unreadable: { says: 'cannot be opened', cure: 'check its permissions' },
  'empty-file': { says: 'is empty', cure: null },
  'cut-gzip': CUT,
  'corrupt-gzip': { says: 'is damaged', cure: 'download or copy it again' },
  'unpacks-too-far': {
    says: 'unpacks to more than 100 times its size, as a file that was made to fill a disk does',
    cure: 'unpack it yourself if you trust it, and name the unpacked file',
  },
};

/** The first number of bytes in which the shape of a file is looked for. It doubles until the shape is certain. */
const SHAPE_BYTES = 4096;

/**
 * Reads the lines of one raw file, in batches: those of a file with one record on each line; or the records of a
 * list, of an object by row, or of one behind the other, as if each had a line of its own. The text may be UTF-8 or
 * UTF-16. A line is never held in memory beyond its greatest length, nor is more than a few chunks of the file.
 *
 * @throws FileRefused with the name of the source, if the file is missing, empty, incomplete or of another format
 */
export async function* readSource(
  path: string,
  name: SourceName,
  { tally, place = path, bytes, onShare }: FileReading,
): AsyncGenerator<Line[]> {
  const stored = new Beginning(bytes === undefined ? openSource(path, onShare) : openBytes(bytes, path));
  try {
    yield* linesOf(stored, tally);
  } catch (error) {
    throw refusal(error, name, place);
  } finally {
    await stored.close();
  }
}

/**
 * Checks that a raw file can be opened and begins with something, so that a long refresh does not fail at its end.
 *
 * @throws FileRefused with the name of the source, if it is missing, empty, or not a file
 */
export async function checkSource(path: string, name: SourceName): Promise<void> {
  for await (const _ of readSource(path, name, { tally: new Tally(name) })) break;
}

async function* linesOf(stored: Beginning, tally: Tally): AsyncGenerator<Line[]> {
  const head = await stored.upTo(FORMAT_BYTES);
  const encoding = wideEncoding(head);
  if (encoding === 'utf-32') {
    throw new ForeignFileError({ says: 'is text as UTF-32', cure: 'save it as UTF-8' });
  }
  const text = encoding === null ? stored : new Beginning(asUtf8(stored.whole(), encoding));
  try {
    const foreign = foreignFormat(await text.upTo(FORMAT_BYTES));
    if (foreign !== null) throw new ForeignFileError(foreign);
    const shape = await findShape(text);
    tally.suspicion = suspicionOf(await text.upTo(1));
    const onNonAscii = () => void tally.nonAsciiLines++;
    yield* shape === 'lines'
      ? readLines(text.whole(), { onNonAscii, onUnended: refuseCut })
      : readValues(text.whole(), shape === 'rows', { onNonAscii });
  } finally {
    await text.close();
  }
}

/** @throws ForeignFileError if the records stand in a shape that is not read */
async function findShape(text: Beginning): Promise<Shape> {
  for (let size = SHAPE_BYTES; size <= DEFAULT_MAX_LINE_BYTES; size *= 2) {
    const found = shapeOf(await text.upTo(size), text.isWhole);
    if (found === null) continue;
    if ('fault' in found) throw new ForeignFileError(found.fault);
    return found.shape;
  }
  return 'lines';
}

/** @throws CutValueError if a last line without a line end breaks off */
function refuseCut(last: Line): void {
  if ('text' in last && isUnfinished(last.text)) throw new CutValueError(last.number);
}

/** Whether a reading failed because the bytes ended too early. */
export function isCut(error: unknown): boolean {
  return (
    error instanceof CutValueError ||
    error instanceof CutLetterError ||
    (error instanceof SourceError && error.reason === 'cut-gzip')
  );
}

/** Puts a failure of reading into words for the operator; any other error stays as it is. */
function refusal(error: unknown, name: SourceName, place: string): unknown {
  const cause = { cause: error };
  if (error instanceof SourceError) {
    const failure =
      error.reason === 'not-found'
        ? 'source-missing'
        : error.reason === 'empty-file'
          ? 'source-empty'
          : 'source-unreadable';
    const fault = error.reason === 'not-a-file' ? (error.cause as NotAFileError) : FAULTS[error.reason];
    return new FileRefused(failure, name, fault, place, cause);
  }
  if (error instanceof ForeignFileError) {
    return new FileRefused('source-unreadable', name, error.fault, place, cause);
  }
  return isCut(error) ? new FileRefused('source-unreadable', name, CUT, place, cause) : error;
}
