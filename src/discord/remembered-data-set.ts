/**
 * The last data set that was seen, at once: what is typed is completed from memory, and never waits for the database.
 * Each look asks for the current one behind it, so that a new data set is there with the next letters.
 */
export class RememberedDataSet<DataSet> {
  readonly #current: () => Promise<DataSet>;
  #last: DataSet | undefined;
  #asking: Promise<DataSet> | undefined;

  constructor(current: () => Promise<DataSet>) {
    this.#current = current;
  }

  /** @throws what `current` throws, where nothing is remembered yet */
  async latest(): Promise<DataSet> {
    const asking = this.#ask();
    if (this.#last === undefined) return asking;
    asking.catch(() => {});
    return this.#last;
  }

  #ask(): Promise<DataSet> {
    this.#asking ??= this.#current()
      .then((dataSet) => {
        this.#last = dataSet;
        return dataSet;
      })
      .finally(() => {
        this.#asking = undefined;
      });
    return this.#asking;
  }
}
