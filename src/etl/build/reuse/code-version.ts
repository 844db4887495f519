import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));

/** What a data set depends on beside its sources: how it is made, the shape of its tables, and the packages used. */
const PLACES = ['src/etl', 'src/platform', 'src/database', 'drizzle', 'package-lock.json'];

/**
 * A hash of the code that makes data sets. Nobody has to remember to count a version up.
 *
 * @param project the folder that the code is in
 */
export async function codeVersion(project = PROJECT): Promise<string> {
  const files = (await Promise.all(PLACES.map((place) => filesOf(project, place)))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(join(project, file));
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** The files of a folder and all below it, or the file itself; paths from the project's folder. */
async function filesOf(project: string, place: string): Promise<string[]> {
  const entries = await readdir(join(project, place), { recursive: true, withFileTypes: true }).catch(
    (error) => {
      if (error.code === 'ENOTDIR') return null;
      throw error;
    },
  );
  if (entries === null) return [place];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length));
}
