import { type Spread, spreadOf } from './statistics.ts';

export type Unit = '×' | 'ms' | 's' | 'MB' | 'MB/s' | '/s';

/** Something that was measured. A ratio (`×`) holds on other machines; everything else is of this one, at this moment. */
export interface Figure extends Spread {
  /** Unlike every other of its benchmark. */
  name: string;
  unit: Unit;
  better: 'lower' | 'higher';
  /** What it should be, at most or at least. */
  aim?: number;
}

/** All that one benchmark found. */
export interface Findings {
  bench: string;
  /** What it was measured on: `sample`, `real data` or `invented data`. */
  data: string;
  figures: Figure[];
}

/** A figure of the values of all rounds. Speeds and counts are better high, times, memory and ratios low. */
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

/** Whether it is what it should be; null where nothing is asked of it. */
export function reached({ aim, better, median }: Figure): boolean | null {
  if (aim === undefined) return null;
  return better === 'lower' ? median <= aim : median >= aim;
}
