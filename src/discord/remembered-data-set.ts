import { memoized } from '../platform/memo.ts';

/**
 * The last data set that was seen, at once: what is typed is completed from memory, and never waits for the database.
 * Each look asks for the current one behind it, so that a new data set is there with the next letters.
 */
export class RememberedDataSet<DataSet> {
  readonly #ask: () => Promise<DataSet>;
  #last: DataSet | undefined;

  constructor(current: () => Promise<DataSet>) {
    const ask = async () => {
      const dataSet = await current();
      this.#last = dataSet;
      return dataSet;
    };
    this.#ask = memoized(ask, { whilePending: true });
  }

  /** @throws what `current` throws, where nothing is remembered yet */
  async latest(): Promise<DataSet> {
    const asking = this.#ask();
    if (this.#last === undefined) return asking;
    asking.catch(() => {});
    return this.#last;
  }
}
