import { setTimeout as delay } from 'node:timers/promises';
import { type Memoized, memoized } from '../../platform/memo.ts';
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
  of: Memoized<DataSet, unknown>;
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
  const of = memoized(make);
  registered.push({ ...(hooks as Hooks<unknown>), of });
  return of;
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
  const makeOnce = async ({ of, warmUp }: Registered) => {
    const value = await of(dataSet);
    await warmUp?.(value);
  };
  const make = async (kept: Registered) => {
    for (const pauseMs of pausesMs) {
      try {
        return await makeOnce(kept);
      } catch {
        await delay(pauseMs, undefined, { ref: false });
      }
    }
    await makeOnce(kept);
  };
  const [names, models] = TURNS.map((turn) => registered.filter((kept) => kept.readAhead === turn));
  await Promise.all(names!.map(make));
  for (const model of models!) await make(model);
}

/** Closes every value of a data set that has a `close` hook. Questions that are still being answered from it may fail. */
export async function closeDataSet(dataSet: DataSet): Promise<void> {
  for (const { of, close } of registered) {
    if (close === undefined) continue;
    const made = of.kept(dataSet);
    if (made !== undefined) await close(await made);
  }
}
