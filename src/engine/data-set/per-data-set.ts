import { setTimeout as delay } from 'node:timers/promises';
import type { DataSet } from './data-set.ts';

/** The turns in which values are read ahead. Names come first, because people type before they ask. */
const TURNS = ['names', 'models'] as const;

/** The steps in the life of a value that hangs on a data set, beside its making. */
export interface Hooks<Value> {
  /**
   * The turn in which a serving program makes the value before anyone asks. All values of `names` are made at
   * the same time, those of `models` one by one. Unset: only when it is needed.
   */
  readAhead?: (typeof TURNS)[number];
  /** Prepares the value further after it is read ahead, so that the first question need not wait. */
  warmUp?(value: Value): Promise<unknown>;
  /** Ends everything that the value keeps running, such as a worker. */
  close?(value: Value): Promise<unknown>;
}

interface Registered extends Hooks<unknown> {
  make(dataSet: DataSet): unknown;
}

/** Every function that {@link perDataSet} has made. */
const registered: Registered[] = [];

/**
 * Makes a function that gives a value for each data set. The value is made when it is first needed and kept
 * as long as the data set. Everything that hangs on a data set comes from such a function: its names, its
 * models, its prepared queries. Queries are worth keeping: Drizzle takes as long to build one as Postgres to
 * answer it, and a prepared one takes half the round trips.
 */
export function perDataSet<Made>(
  make: (dataSet: DataSet) => Made,
  hooks: Hooks<Awaited<Made>> = {},
): (dataSet: DataSet) => Made {
  registered.push({ ...(hooks as Hooks<unknown>), make });
  return (dataSet) => valueFor(dataSet, make);
}

function valueFor<Made>(dataSet: DataSet, make: (dataSet: DataSet) => Made): Made {
  return dataSet.values.once(make, () => make(dataSet));
}

/** Milliseconds before the second and the third attempt to make a value. A server that has restarted is back by then. */
const PAUSES_MS = [1_000, 15_000];

/**
 * Makes all values that questions will need, turn by turn; see {@link Hooks.readAhead}. A value that cannot be made
 * is tried again, since the database may be away for a moment; a failed one is never kept.
 *
 * @throws the error of the last attempt
 */
export async function readAhead(dataSet: DataSet, pausesMs: readonly number[] = PAUSES_MS): Promise<void> {
  const readOnce = async ({ make, warmUp }: Registered) => {
    const value = await valueFor(dataSet, make);
    await warmUp?.(value);
  };
  const read = async (value: Registered) => {
    for (const pauseMs of pausesMs) {
      try {
        return await readOnce(value);
      } catch {
        await delay(pauseMs, undefined, { ref: false });
      }
    }
    await readOnce(value);
  };
  const [names, models] = TURNS.map((turn) => registered.filter(({ readAhead: when }) => when === turn));
  await Promise.all(names!.map(read));
  for (const model of models!) await read(model);
}

/** Closes every value of a data set that has a `close` hook. Questions that are still being answered from it may fail. */
export async function closeDataSet(dataSet: DataSet): Promise<void> {
  for (const { make, close } of registered) {
    if (close === undefined) continue;
    const made = dataSet.values.kept(make);
    if (made !== undefined) await close(await made);
  }
}
