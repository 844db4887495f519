import type { SourceName } from '../../../database/schema/sources.ts';
import type { Connector, Reading } from '../contract/connector.ts';
import type { RecordsOf } from '../contract/records.ts';
import { readSource } from '../read/source.ts';
import { recordsOf } from './parse/records.ts';

/** What becomes of the record of a line; null where it is rejected, and the tally was told. */
type Clean<Item> = (record: Record<string, unknown>, line: number, reading: Reading) => Item | null;

/**
 * A connector of a file that holds one record a line, as JSON or as a Python literal.
 *
 * @param module the address of the module that calls it
 * @param shownColumns the columns of which examples may be shown
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
      for await (const lines of readSource(path, source, reading.onShare)) {
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
