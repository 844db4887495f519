import type { SourceName } from '../../database/schema/sources.ts';
import { faultOfSource } from '../../etl/sources/try-source.ts';
import { shownSource } from '../../platform/source-address.ts';
import { type Finding, ok, wrong } from './check.ts';

/**
 * Checks that the beginning of a source is what a refresh takes, in the words of a refresh.
 *
 * @param setting the setting that names the source
 */
export async function checkSource(
  source: string,
  name: SourceName,
  setting: string,
  limitMs: number,
): Promise<Finding> {
  const shown = shownSource(source);
  const fault = await faultOfSource(source, name, limitMs);
  if (fault === null) return ok(`${shown} can be read`);
  const { says, cure } = fault;
  return wrong(
    `${shown} cannot be loaded: it ${says}`,
    cure === null
      ? `Set ${setting} to the path or the http(s) address of the file, or put the file there`
      : `${cure[0]!.toUpperCase()}${cure.slice(1)} (${setting})`,
  );
}
