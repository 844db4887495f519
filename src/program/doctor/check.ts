import { withinLimit } from '../../platform/time-limit.ts';

/** How something stands: as it should, such that the program still works, or such that it does not. */
export type Outcome = 'ok' | 'warning' | 'wrong';

/** What a check has found. */
export interface Finding {
  outcome: Outcome;
  /** One sentence, without a full stop; never a secret. */
  message: string;
  /** What to do about what is not ok, unless the message says it. */
  cure?: string;
}

/** One thing that is looked at. */
export interface Check {
  name: string;
  /** What it throws becomes a finding too, without the error's message, which may hold a secret. */
  run(): Finding | Promise<Finding>;
}

export type NamedFinding = { name: string } & Finding;

export const ok = (message: string): Finding => ({ outcome: 'ok', message });
export const warning = (message: string, cure: string): Finding => ({ outcome: 'warning', message, cure });
export const wrong = (message: string, cure: string): Finding => ({ outcome: 'wrong', message, cure });

/** Runs all checks at once, each for so long at most. @returns what they found, in their order */
export function runChecks(checks: readonly Check[], limitMs: number): Promise<NamedFinding[]> {
  return Promise.all(
    checks.map(async (check) => ({ name: check.name, ...(await findingOf(check, limitMs)) })),
  );
}

function findingOf(check: Check, limitMs: number): Promise<Finding> {
  const found = (async () => check.run())().catch((error: unknown) =>
    wrong(`it could not be looked at (${reasonOf(error)})`, 'Try again; if it stays, report this line'),
  );
  return withinLimit(limitMs, found, () =>
    wrong(`no answer within ${limitMs / 1000} s`, 'See why it hangs, then try again'),
  );
}

/** An error's code, also that of what caused it, or its name: never its message. */
export function reasonOf(error: unknown): string {
  const { code, cause, name } = Object(error) as { code?: unknown; cause?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  const { code: causeCode } = Object(cause) as { code?: unknown };
  return typeof causeCode === 'string' ? causeCode : String(name ?? 'unknown');
}
