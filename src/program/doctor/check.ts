import { withinLimit } from '../../platform/time-limit.ts';

/**
 * The result of a check: all is well (`ok`), the program works with a fault (`warning`), or
 * it does not work (`wrong`).
 */
export type Outcome = 'ok' | 'warning' | 'wrong';

/** The finding of a check. */
export interface Finding {
  outcome: Outcome;
  /** One sentence, without a full stop; never a secret. */
  message: string;
  /** The remedy for a finding that is not ok; absent where the message has it. */
  cure?: string;
}

/** One check of the doctor. */
export interface Check {
  name: string;
  /** An error that it throws becomes a finding, without the error's message, which may hold a secret. */
  run(): Finding | Promise<Finding>;
}

export type NamedFinding = { name: string } & Finding;

export const ok = (message: string): Finding => ({ outcome: 'ok', message });
export const warning = (message: string, cure: string): Finding => ({ outcome: 'warning', message, cure });
export const wrong = (message: string, cure: string): Finding => ({ outcome: 'wrong', message, cure });

/**
 * Runs all checks at once.
 *
 * @param limitMs milliseconds that each may take
 * @returns the findings, in the order of the checks
 */
export function runChecks(checks: readonly Check[], limitMs: number): Promise<NamedFinding[]> {
  return Promise.all(
    checks.map(async (check) => ({ name: check.name, ...(await findingOf(check, limitMs)) })),
  );
}

function findingOf(check: Check, limitMs: number): Promise<Finding> {
  const found = (async () => check.run())().catch((error: unknown) =>
    wrong(`the check itself failed (${reasonOf(error)})`, 'Try again; if it fails again, report this line'),
  );
  return withinLimit(limitMs, found, () =>
    wrong(`no answer within ${limitMs / 1000} s`, 'Find out why it hangs, then try again'),
  );
}

/** The code of an error or of its cause, else the error's name; never its message, which may hold a secret. */
export function reasonOf(error: unknown): string {
  const { code, cause, name } = Object(error) as { code?: unknown; cause?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  const { code: causeCode } = Object(cause) as { code?: unknown };
  return typeof causeCode === 'string' ? causeCode : String(name ?? 'unknown');
}
