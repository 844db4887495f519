import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { entriesOf, type PerSource } from '../../../database/schema/sources.ts';
import { codeVersions } from './code-version.ts';
import type { Inputs } from './same-inputs.ts';

/**
 * What a refresh would make a data set of. A file that is not there, or cannot be read, has no hash here: reading it
 * says why.
 */
export async function readInputs(paths: PerSource<string>, undatedReviewYear: number): Promise<Inputs> {
  const [code, ...hashes] = await Promise.all([
    codeVersions(),
    ...entriesOf(paths).map(async ([name, path]) => [name, await hashOf(path)] as const),
  ]);
  return { files: Object.fromEntries(hashes) as PerSource<string>, undatedReviewYear, code };
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
