import type { SourceName } from '../../../database/schema/sources.ts';
import { RefreshError } from '../../report/refresh-error.ts';
import { type Line, readLines } from './lines.ts';
import { openSource, SourceError } from './open-source.ts';

/**
 * The lines of one raw file, in batches.
 *
 * @param onShare told which share of the file, 0 to 1, has been read
 * @throws RefreshError which names the file, where it is missing, empty, or cut
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

function sourceFailure(error: SourceError, name: SourceName, path: string): RefreshError {
  const cause = { cause: error };
  switch (error.reason) {
    case 'not-found':
      return new RefreshError('source-missing', `The ${name} file is not there: ${path}`, cause);
    case 'empty-file':
      return new RefreshError('source-empty', `The ${name} file is empty: ${path}`, cause);
    case 'cut-gzip':
      return new RefreshError(
        'source-unreadable',
        `The ${name} file ends before its end; load it again: ${path}`,
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
