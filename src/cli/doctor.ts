import { parseArgs } from 'node:util';
import { ConfigError, readConfig, settingWarnings } from '../config/config.ts';
import {
  type Check,
  type Finding,
  type NamedFinding,
  type Outcome,
  ok,
  runChecks,
  warning,
  wrong,
} from '../program/doctor/check.ts';
import { checksOf, MACHINE_CHECKS } from '../program/doctor/checks.ts';
import { EXIT } from '../program/exit.ts';
import { printable } from '../program/terminal/table.ts';

/** Milliseconds to wait for one answer from outside. */
const ANSWER_MS = 8_000;

/** Milliseconds that a whole check may take. */
const CHECK_MS = 12_000;

/**
 * `doctor [--json]` checks everything that the program needs, and changes nothing. It prints one line
 * for each check: the result, and the remedy for a fault. The exit status is 1 where a check says
 * `wrong`; warnings do not count.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const { findings, checks } = readSettings();
  findings.push(...(await runChecks(checks, CHECK_MS)));
  const worst = worstOf(findings);
  const shown = values.json
    ? JSON.stringify({ outcome: worst, checks: findings })
    : findings.map(lineOf).join('\n');
  process.stdout.write(`${shown}\n`);
  const status = worst === 'wrong' ? EXIT.failure : EXIT.ok;
  // A connection that a check has given up on must not keep the process alive.
  setTimeout(() => process.exit(status), 1000).unref();
  return status;
}

/** Findings on the settings, and the checks that can be made with them. */
function readSettings(): { findings: NamedFinding[]; checks: readonly Check[] } {
  const findings: NamedFinding[] = [];
  const say = (finding: Finding) => findings.push({ name: 'settings', ...finding });
  try {
    for (const message of settingWarnings()) say(warning(message, 'Correct it, or remove it'));
    const config = readConfig();
    if (findings.length === 0) say(ok('all are valid'));
    return { findings, checks: checksOf(config, ANSWER_MS) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) say(wrong(problem, 'See .env.example'));
    say(warning('the checks that need settings were left out', 'Correct the settings first'));
    return { findings, checks: MACHINE_CHECKS };
  }
}

function worstOf(findings: readonly NamedFinding[]): Outcome {
  const has = (outcome: Outcome) => findings.some((finding) => finding.outcome === outcome);
  return has('wrong') ? 'wrong' : has('warning') ? 'warning' : 'ok';
}

/** A finding as a line for the terminal, such as `warning  memory  1.0 GB: …. Give the machine …`. */
function lineOf({ name, outcome, message, cure }: NamedFinding): string {
  const ended = /[.?]$/.test(message) ? message : `${message}.`;
  const whole = cure === undefined ? message : `${ended} ${cure}`;
  return printable(`${outcome.padEnd(8)} ${name.padEnd(17)} ${whole}`);
}
