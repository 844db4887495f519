import type { SourceName } from '../../../database/schema/sources.ts';
import type { Tally } from '../../report/tally.ts';
import type { RecordsOf } from './records.ts';

/** The settings and the listeners that go with one reading of a source. */
export interface Reading {
  /** Counts each line, each record, each rejection and each use of a cleaning rule. */
  tally: Tally;
  /** The year that is assumed for a review whose date has none. */
  undatedReviewYear: number;
  /** The path or address of the file as the operator may see it; by default its path. */
  place?: string;
  /** The bytes to be read in place of the file, if it is not on this machine. */
  bytes?: AsyncIterable<Buffer>;
  /** Called with the share of the source, 0 to 1, that has been read so far. */
  onShare?: ((share: number) => void) | undefined;
}

/** Reads one kind of source. Whatever the source looks like, the records that come out have the same form. */
export interface Connector<Name extends SourceName = SourceName> {
  readonly source: Name;
  /**
   * The URL of the module that defines the connector. A refresh hashes the code of that module to find out
   * whether the source would still give the same records.
   */
  readonly module: string;
  /**
   * The columns, such as `price` or `items.item_id`, whose values may be shown as examples. Columns with
   * people's ids, their pages or their writing are left out, and so are columns that nobody has checked for
   * such values.
   */
  readonly shownColumns: readonly string[];
  /**
   * Reads the source and gives its valid, clean records in batches. A line or record that is not valid is
   * rejected alone. The tally notes the place and the reason, never the content.
   *
   * @param path the file of the source
   * @throws FileRefused with the name of the source, if it is missing, empty, incomplete or of another format
   */
  records(path: string, reading: Reading): AsyncGenerator<RecordsOf[Name][]>;
}
