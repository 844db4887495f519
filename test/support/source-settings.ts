import { SOURCE_SETTING_LIST } from '../../src/config/source-settings.ts';
import type { PerSource } from '../../src/database/schema/sources.ts';

/** The program's settings that name these sources. */
export function sourceSettings(sources: PerSource<string>): Record<string, string> {
  return Object.fromEntries(
    SOURCE_SETTING_LIST.flatMap(({ source, setting }) => {
      const place: string | undefined = sources[source];
      return place === undefined ? [] : [[setting, place]];
    }),
  );
}
