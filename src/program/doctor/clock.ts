import { type Finding, ok, warning } from './check.ts';

/**
 * Milliseconds by which clocks may differ. The Date header of HTTP has whole seconds, and the
 * request takes a while too.
 */
const TOLERANCE_MS = 3_000;

/**
 * Milliseconds by which this machine's clock is ahead of another, by that one's name;
 * negative where it is behind.
 */
export type ClockDifferences = Record<string, number>;

/** Checks this machine's clock, by which the schedule goes, against the others. */
export function judgeClock(ahead: ClockDifferences): Finding {
  const differences = Object.entries(ahead);
  if (differences.length === 0) return ok('nothing to compare it with');
  const [whose, most] = differences.reduce((a, b) => (Math.abs(b[1]) > Math.abs(a[1]) ? b : a));
  if (Math.abs(most) <= TOLERANCE_MS)
    return ok(`agrees with ${differences.map(([name]) => name).join(' and ')}`);
  const seconds = Math.round(Math.abs(most) / 1000);
  return warning(
    `${seconds} s ${most > 0 ? 'ahead of' : 'behind'} the clock of ${whose}`,
    'Let the machine set its clock by itself: timedatectl set-ntp true',
  );
}

/**
 * Milliseconds by which this machine's clock is ahead of Discord's, by the Date header of its API.
 *
 * @param apiUrl the address of the API, without a version
 * @param limitMs milliseconds to wait for the answer
 * @returns null where Discord does not answer, or too slowly to tell
 */
export async function aheadOfDiscord(apiUrl: string, limitMs: number): Promise<number | null> {
  const asked = Date.now();
  const answer = await fetch(`${apiUrl}/v10/gateway`, { signal: AbortSignal.timeout(limitMs) }).catch(
    () => null,
  );
  const there = Date.parse(answer?.headers.get('date') ?? '');
  const answered = Date.now();
  // After a slow request the comparison says nothing about the clock.
  if (Number.isNaN(there) || answered - asked > TOLERANCE_MS) return null;
  // The header leaves out the part of the second that has passed: half a second, on average.
  return (asked + answered) / 2 - (there + 500);
}
