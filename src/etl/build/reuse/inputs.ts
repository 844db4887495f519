import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { DataSetOrigin } from '../../../database/schema/lasting.ts';
import type { SourceName } from '../../report/tally.ts';
import { codeVersion } from './code-version.ts';

/** All that decides what a data set will hold: the files, the settings and the code. */
export type Inputs = Pick<DataSetOrigin, 'files' | 'undatedReviewYear' | 'code'>;

/**
 * What a refresh would make a data set of. A file that is not there, or cannot be read, has no hash here: reading it
 * says why.
 */
export async function readInputs(
  paths: Readonly<Record<SourceName, string>>,
  undatedReviewYear: number,
): Promise<Inputs> {
  const [games, reviews, libraries, code] = await Promise.all([
    hashOf(paths.games),
    hashOf(paths.reviews),
    hashOf(paths.libraries),
    codeVersion(),
  ]);
  return { files: { games, reviews, libraries }, undatedReviewYear, code };
}

/** Whether the same data set would come out. */
export function sameInputs(a: Inputs, b: Inputs): boolean {
  return (
    a.code === b.code &&
    a.undatedReviewYear === b.undatedReviewYear &&
    (['games', 'reviews', 'libraries'] as const).every((name) => sameFile(a, b, name))
  );
}

/** Whether a file is the same, byte by byte. */
export function sameFile(a: Inputs, b: Inputs, name: SourceName): boolean {
  return a.files[name] !== '' && a.files[name] === b.files[name];
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  } catch {
    return '';
  }
  return hash.digest('hex');
}
