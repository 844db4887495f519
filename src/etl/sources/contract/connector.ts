import type { SourceName } from '../../../database/schema/sources.ts';
import type { Tally } from '../../report/tally.ts';
import type { RecordsOf } from './records.ts';

/** How a source is read. */
export interface Reading {
  /** Told of each line, each record, each rejection and each cleaning rule. */
  tally: Tally;
  /** The year of a review posted without one. */
  undatedReviewYear: number;
  /** Told which share of the source, 0 to 1, has been read. */
  onShare?: ((share: number) => void) | undefined;
}

/** What makes records of a source, the same whatever the source looks like. */
export interface Connector<Name extends SourceName = SourceName> {
  readonly source: Name;
  /** The address of the module that it is written in: what is made of its records depends on that module's code. */
  readonly module: string;
  /**
   * The columns, such as `price` or `items.item_id`, of which examples may be shown as they are. Ids of people, their pages,
   * what they wrote, and columns that nobody has looked at are not among them.
   */
  readonly shownColumns: readonly string[];
  /**
   * The records of a source, valid and clean, in batches. A line or record that is not valid is rejected alone, and the
   * tally is told where and why, never what it holds.
   *
   * @throws RefreshError which names the source, where it is missing, empty, or cut
   */
  records(path: string, reading: Reading): AsyncGenerator<RecordsOf[Name][]>;
}
