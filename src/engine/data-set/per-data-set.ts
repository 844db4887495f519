import { type Memoized, memoized } from '../../platform/memo.ts';
import type { DataSet } from './data-set.ts';

/** The order in which values are read ahead: names first, as people type before they ask. */
const TURNS = ['names', 'models'] as const;

/** What happens to a value beside being made when it is first needed. */
export interface Hooks<Value> {
  /** The turn in which a serving program makes it, before anyone asks. Values of `names` are made all at once, `models` one by one. */
  readAhead?: (typeof TURNS)[number];
  /** What else is read ahead once it is made. */
  warmUp?(value: Value): Promise<unknown>;
  /** Ends what the value keeps running, such as a worker. */
  close?(value: Value): Promise<unknown>;
}

interface Kept extends Hooks<unknown> {
  of: Memoized<DataSet, unknown>;
}

const everything: Kept[] = [];

/**
 * A value of each data set, made when it is first needed and kept as long as the data set. Everything that hangs on a data set
 * is one of these: its names, its models, its prepared queries (building a query takes Drizzle as long as Postgres takes to
 * answer it, and a prepared one takes half the round trips).
 */
export function perDataSet<Made>(
  make: (dataSet: DataSet) => Made,
  hooks: Hooks<Awaited<Made>> = {},
): (dataSet: DataSet) => Made {
  const of = memoized(make);
  everything.push({ ...(hooks as Hooks<unknown>), of });
  return of;
}

/** Makes what the program's questions need, turn by turn. */
export async function readAhead(dataSet: DataSet): Promise<void> {
  const make = async ({ of, warmUp }: Kept) => warmUp?.(await of(dataSet));
  const [names, models] = TURNS.map((turn) => everything.filter((kept) => kept.readAhead === turn));
  await Promise.all(names!.map(make));
  for (const model of models!) await make(model);
}

/** Ends whatever was started for a data set. Questions that are still being answered from it may fail. */
export async function closeDataSet(dataSet: DataSet): Promise<void> {
  for (const { of, close } of everything) {
    if (close === undefined) continue;
    const made = of.kept(dataSet);
    if (made !== undefined) await close(await made);
  }
}
