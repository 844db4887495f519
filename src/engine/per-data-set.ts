import type { DataSet } from './data-set.ts';

/**
 * What is made of each data set when it is needed first, and kept with it. For queries: to build one takes Drizzle as long as Postgres
 * to answer it, and one that is prepared takes half the round trips.
 */
export function perDataSet<T>(make: (dataSet: DataSet) => T): (dataSet: DataSet) => T {
  const made = new WeakMap<DataSet, T>();
  return (dataSet) => {
    let kept = made.get(dataSet);
    if (kept === undefined) {
      kept = make(dataSet);
      made.set(dataSet, kept);
    }
    return kept;
  };
}
