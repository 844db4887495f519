import { type Finding, ok, warning } from './check.ts';

/** Dates of HTTP have no parts of a second, and the way there and back takes a while. */
const TOLERANCE_MS = 3_000;

/** By how much this machine's clock is ahead of others', in milliseconds, by whose they are. */
export type ClockDifferences = Record<string, number>;

/** Whether this machine's clock shows the time that others show: a schedule goes by it. */
export function judgeClock(ahead: ClockDifferences): Finding {
  const differences = Object.entries(ahead);
  if (differences.length === 0) return ok('nothing to compare it with');
  const [whose, most] = differences.reduce((a, b) => (Math.abs(b[1]) > Math.abs(a[1]) ? b : a));
  if (Math.abs(most) <= TOLERANCE_MS) return ok(`as ${differences.map(([name]) => name).join(' and ')}`);
  const seconds = Math.round(Math.abs(most) / 1000);
  return warning(
    `${seconds} s ${most > 0 ? 'ahead of' : 'behind'} that of ${whose}`,
    'Let the machine set it: timedatectl set-ntp true',
  );
}

/** Discord's clock, by the Date header of its API; null where it does not answer, or slowly. @param apiUrl without a version */
export async function aheadOfDiscord(apiUrl: string, limitMs: number): Promise<number | null> {
  const asked = Date.now();
  const answer = await fetch(`${apiUrl}/v10/gateway`, { signal: AbortSignal.timeout(limitMs) }).catch(
    () => null,
  );
  const there = Date.parse(answer?.headers.get('date') ?? '');
  const answered = Date.now();
  // A slow way says nothing of the clock.
  if (Number.isNaN(there) || answered - asked > TOLERANCE_MS) return null;
  // The second that the header names has begun at most a second ago.
  return (asked + answered) / 2 - (there + 500);
}
