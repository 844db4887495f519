import { memoized } from '../platform/memo.ts';

/**
 * Gives the last seen data set at once, so that completion works from memory and never waits for the database. Each call
 * also asks for the current data set in the background: the next letters find it.
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

  /** The last seen data set. @throws the errors of `current`, while no data set has been seen yet */
  async latest(): Promise<DataSet> {
    const asking = this.#ask();
    if (this.#last === undefined) return asking;
    asking.catch(() => {});
    return this.#last;
  }
}
