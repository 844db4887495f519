import { whyUnreadable } from '../../etl/sources/try-source.ts';
import { isAddress, shownAddress } from '../../platform/source-address.ts';
import { type Finding, ok, wrong } from './check.ts';

/** Checks that the beginning of a source can be read. @param setting the setting that names the source */
export async function checkSource(source: string, setting: string, limitMs: number): Promise<Finding> {
  const shown = isAddress(source) ? shownAddress(source) : source;
  const why = await whyUnreadable(source, limitMs);
  if (why === null) return ok(`${shown} can be read`);
  return wrong(
    `${shown} cannot be read: ${why}`,
    `Set ${setting} to the path or the http(s) address of the file, or put the file there`,
  );
}
