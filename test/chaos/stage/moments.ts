import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../../scripts/sample/random.ts';
import type { Program } from '../../support/program.ts';

/** Seconds that each part of an undisturbed refresh takes, in order, from the start of the program. */
export type Timetable = Readonly<Record<string, number>>;

/** Seconds that a whole undisturbed refresh takes. */
export function wholeTime(timetable: Timetable): number {
  return Object.values(timetable).reduce((sum, seconds) => sum + seconds, 0);
}

/** A moment of a refresh: a number of seconds after the beginning of a phase. */
export interface Moment {
  phase: string;
  seconds: number;
  /** A description for the report. */
  said: string;
}

/** The name of the part before the first phase. */
export const STARTING = 'starting';

/**
 * A random moment. Half of all moments are spread evenly over time, so that long phases are hit often. The other half are
 * spread evenly over the phases, so that short ones are hit at all.
 *
 * @param among the phases to choose from; all of them, if left out
 */
export function randomMoment(
  random: Random,
  timetable: Timetable,
  among: readonly string[] = Object.keys(timetable),
): Moment {
  const seconds = among.map((phase) => timetable[phase] ?? 0);
  const place = random.chance(0.5) ? random.weighted(seconds) : random.integer(0, among.length - 1);
  const phase = among[place]!;
  const share = random.next();
  return {
    phase,
    seconds: share * seconds[place]!,
    said: `${Math.round(100 * share)} % into ${phase}`,
  };
}

/** Waits for the moment. @returns whether the program was still running then */
export async function reach(program: Program, { phase, seconds }: Moment): Promise<boolean> {
  const ended = program.ended().then(() => false);
  const begun = phase === STARTING ? Promise.resolve() : program.said(new RegExp(`"phase":"${phase}"`));
  const reached = begun.then(
    () => delay(1000 * seconds, true),
    // The program ended before the phase began.
    () => false,
  );
  return Promise.race([reached, ended]);
}
