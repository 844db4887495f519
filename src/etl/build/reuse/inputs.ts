import { createHash } from 'node:crypto';
import { entriesOf, type PerSource } from '../../../database/schema/sources.ts';
import { openRegularFile } from '../../../platform/regular-file.ts';
import { codeVersions } from './code-version.ts';
import type { Inputs } from './same-inputs.ts';

/**
 * Reads the inputs of a data set: the hashes of the files and the code, and the setting that decides what is
 * loaded. A file that is missing or cannot be read has an empty hash; the later reading reports why.
 *
 * @param paths the path of each source's file
 */
export async function readInputs(paths: PerSource<string>, undatedReviewYear: number): Promise<Inputs> {
  const [code, ...hashes] = await Promise.all([
    codeVersions(),
    ...entriesOf(paths).map(async ([name, path]) => [name, await hashOf(path)] as const),
  ]);
  return { files: Object.fromEntries(hashes) as PerSource<string>, undatedReviewYear, code };
}

/** SHA-256 of a file, as hex; empty if the file cannot be read. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    const file = await openRegularFile(path);
    // The stream closes the file when it ends, also early.
    for await (const chunk of file.createReadStream({ highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  } catch {
    return '';
  }
  return hash.digest('hex');
}
