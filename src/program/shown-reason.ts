import { resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { entriesOf } from '../database/schema/sources.ts';
import { downloadPath } from '../etl/sources/download/download-files.ts';
import { shownSource, sourceFileName } from '../platform/source-address.ts';

/**
 * The reason of a failed refresh as Discord and the pages may show it: the names of files take the place of their
 * paths and addresses, which are private.
 */
export function shownReason(reason: string, { sources, dataFolder }: Config): string {
  return entriesOf(sources)
    .reduce(
      (text, [name, source]) =>
        text
          .replaceAll(shownSource(source), sourceFileName(source))
          .replaceAll(downloadPath(dataFolder, name), sourceFileName(source)),
      reason,
    )
    .replaceAll(resolve(dataFolder), 'DATA_FOLDER');
}
