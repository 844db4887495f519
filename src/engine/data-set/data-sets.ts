import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { PublishWatch } from '../../database/publish-watch.ts';
import { findReadableDataSet, type ServedDataSet } from '../../database/served-data-set.ts';
import { DataSet } from './data-set.ts';
import { closeDataSet } from './per-data-set.ts';
import { QuestionError } from './question-error.ts';

/** Milliseconds that running questions have to end after another data set is published. Then the old one is closed. */
const LAST_ANSWERS_MS = 60_000;

/** Gives the served data set, as the same object for as long as it is served. */
export class DataSets {
  readonly #database: PostgresJsDatabase;
  readonly #watch: Pick<PublishWatch, 'served'> | null;
  #current: DataSet | undefined;

  /** @param watch knows which data set is served; without it, every question asks the database first */
  constructor(database: PostgresJsDatabase, watch: Pick<PublishWatch, 'served'> | null = null) {
    this.#database = database;
    this.#watch = watch;
  }

  /**
   * The data set that is served now.
   *
   * @throws QuestionError `no-data-set` where none is served, or the served one has another format
   *   than this program's
   */
  async current(): Promise<DataSet> {
    const before = this.#current;
    if (before !== undefined && before.id === this.#watch?.served) return before;
    const served = await findReadableDataSet(this.#database);
    if (served === null) throw new QuestionError('no-data-set', {});
    return this.#make(served);
  }

  #make(served: ServedDataSet): DataSet {
    const before = this.#current;
    if (before?.id === served.id) return before;
    this.#current = new DataSet(this.#database, served);
    if (before !== undefined) setTimeout(() => void closeDataSet(before), LAST_ANSWERS_MS).unref();
    return this.#current;
  }
}
