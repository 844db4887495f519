import type { StandIn } from '../../support/discord/stand-in.ts';
import type { Outcome } from '../../support/program.ts';
import type { Problem } from './fault.ts';

/** Milliseconds after the signal in which something may arrive that was sent before it. */
const UNDER_WAY_MS = 250;

/** The routes on which a running answer ends. */
const ENDS: readonly string[] = ['callback', 'edit', 'followup', 'delete', 'read-message'];

/** Everything that a program sends to Discord after a moment, except the ends of its answers: a line for each. */
export function sentAfter(moment: number, { requests, gateway }: StandIn): string[] {
  const isLate = ({ at }: { at: number }) => at > moment + UNDER_WAY_MS;
  return [
    ...requests
      .filter((request) => isLate(request) && !ENDS.includes(request.route))
      .map(({ method, path }) => `${method} ${path}`),
    ...gateway.attempts.filter(isLate).map(({ what }) => `${what} at the gateway`),
  ];
}

/** A sentence for each fault of a stop. @param outcome null if the program had to be killed @param sent lines of {@link sentAfter} */
export function stopProblems(state: string, outcome: Outcome | null, sent: readonly string[]): Problem[] {
  const dead = (what: string): Problem => ({ kind: 'dead', what: `stopped in "${state}": ${what}` });
  return [
    ...(outcome === null ? [dead('still alive after 10 s')] : []),
    ...(outcome !== null && outcome.status !== 0
      ? [dead(`status ${outcome.status}: ${outcome.stderr.slice(-500)}`)]
      : []),
    ...(sent.length > 0
      ? [dead(`sent ${sent.length} more after the signal: ${sent.slice(0, 5).join(', ')}`)]
      : []),
  ];
}
