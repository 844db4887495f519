import type { SourceName } from '../../../database/schema/sources.ts';
import { RefreshError } from '../../report/refresh-error.ts';
import { type Line, readLines } from './lines.ts';
import { openSource, SourceError } from './open-source.ts';

/**
 * Reads the lines of one raw file, in batches.
 *
 * @param onShare called with the share of the file, 0 to 1, that has been read
 * @throws RefreshError with the name of the source, if the file is missing, empty or incomplete
 */
export async function* readSource(
  path: string,
  name: SourceName,
  onShare?: (share: number) => void,
): AsyncGenerator<Line[]> {
  try {
    yield* readLines(openSource(path, onShare));
  } catch (error) {
    if (error instanceof SourceError) throw sourceFailure(error, name, path);
    throw error;
  }
}

/**
 * Checks that a raw file can be opened and begins with something, so that a long refresh does not fail at its end.
 *
 * @throws RefreshError with the name of the source, if it is missing, empty, or not a file
 */
export async function checkSource(path: string, name: SourceName): Promise<void> {
  for await (const _ of readSource(path, name)) break;
}

/** Puts a failure of reading into words for the operator. */
function sourceFailure(error: SourceError, name: SourceName, path: string): RefreshError {
  const cause = { cause: error };
  switch (error.reason) {
    case 'not-found':
      return new RefreshError('source-missing', `The ${name} file does not exist: ${path}`, cause);
    case 'not-a-file':
      return new RefreshError(
        'source-unreadable',
        `The ${name} source cannot be read: ${(error.cause as Error).message}: ${path}`,
        cause,
      );
    case 'unpacks-too-far':
      return new RefreshError(
        'source-unreadable',
        `The ${name} file unpacks to more than 100 times its size, as a file that was made to fill a disk does; ` +
          `unpack it yourself if you trust it, and name the unpacked file: ${path}`,
        cause,
      );
    case 'empty-file':
      return new RefreshError('source-empty', `The ${name} file is empty: ${path}`, cause);
    case 'cut-gzip':
      return new RefreshError(
        'source-unreadable',
        `The ${name} file is incomplete; download or copy it again: ${path}`,
        cause,
      );
    default:
      return new RefreshError(
        'source-unreadable',
        `The ${name} file cannot be read (${error.reason}): ${path}`,
        cause,
      );
  }
}
