import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../../scripts/sample/random.ts';
import type { Program } from '../../support/program.ts';

/** How long each part of a refresh takes in peace, in seconds: from the start of the program on, in order. */
export type Timetable = Readonly<Record<string, number>>;

/** How long a refresh takes in peace, in seconds. */
export function wholeTime(timetable: Timetable): number {
  return Object.values(timetable).reduce((sum, seconds) => sum + seconds, 0);
}

/** A moment of a refresh: so many seconds after a phase has begun. */
export interface Moment {
  phase: string;
  seconds: number;
  /** In words. */
  said: string;
}

/** What comes before the first phase. */
export const STARTING = 'starting';

/**
 * A random moment: one in two anywhere in time, so that long phases are hit as often as they are long, one in two in any
 * phase, so that the short ones are hit at all.
 *
 * @param among the phases that count; all of them, if left out
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

/** Waits for the moment. @returns whether the program still ran then */
export async function reach(program: Program, { phase, seconds }: Moment): Promise<boolean> {
  const ended = program.ended().then(() => false);
  const begun = phase === STARTING ? Promise.resolve() : program.said(new RegExp(`"phase":"${phase}"`));
  const reached = begun.then(
    () => delay(1000 * seconds, true),
    // It ended before.
    () => false,
  );
  return Promise.race([reached, ended]);
}
