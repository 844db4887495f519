import { type Spread, spreadOf } from './statistics.ts';

export type Unit = '×' | 'ms' | 's' | 'MB' | 'MB/s' | '/s';

/** A measured figure. A ratio (`×`) holds on other machines, too; other units hold for this machine at this moment. */
export interface Figure extends Spread {
  /** The name, unique within the benchmark. */
  name: string;
  unit: Unit;
  better: 'lower' | 'higher';
  /** The bound that the median should keep: at most this if lower is better, else at least this. */
  aim?: number;
}

/** The figures of one benchmark. */
export interface Findings {
  bench: string;
  /** The data that it ran on: `sample`, `real data` or `invented data`. */
  data: string;
  figures: Figure[];
}

/** A figure from the values of all rounds. By default, rates (`/s`) are better high, all other units low. */
export function figure(
  name: string,
  unit: Unit,
  values: readonly number[],
  {
    aim,
    better = unit.endsWith('/s') ? 'higher' : 'lower',
  }: { aim?: number; better?: Figure['better'] } = {},
): Figure {
  return { name, unit, better, ...spreadOf(values), ...(aim === undefined ? {} : { aim }) };
}

/** Whether the aim is reached; null for a figure without one. */
export function reached({ aim, better, median }: Figure): boolean | null {
  if (aim === undefined) return null;
  return better === 'lower' ? median <= aim : median >= aim;
}
