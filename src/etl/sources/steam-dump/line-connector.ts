import type { SourceName } from '../../../database/schema/sources.ts';
import type { Connector, Reading } from '../contract/connector.ts';
import type { RecordsOf } from '../contract/records.ts';
import { readSource } from '../read/source.ts';
import { recordsOf } from './parse/records.ts';

/** Turns the raw record of a line into a clean one. Null means that the line was rejected and the tally was told. */
type Clean<Item> = (record: Record<string, unknown>, line: number, reading: Reading) => Item | null;

/**
 * Makes the connector of a file that holds one record on each line, as JSON or as a Python literal.
 *
 * @param module the URL of the calling module
 * @param shownColumns the columns whose values may be shown as examples
 */
export function lineConnector<Name extends SourceName>(
  source: Name,
  module: string,
  shownColumns: readonly string[],
  clean: Clean<RecordsOf[Name]>,
): Connector<Name> {
  return {
    source,
    module,
    shownColumns,
    async *records(path, reading) {
      for await (const lines of readSource(path, source, reading)) {
        const items: RecordsOf[Name][] = [];
        for (const { line, record } of recordsOf(lines, reading.tally)) {
          const item = clean(record, line, reading);
          if (item !== null) items.push(item);
        }
        yield items;
      }
    },
  };
}
