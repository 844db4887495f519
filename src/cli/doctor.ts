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

/** Milliseconds that one answer is waited for, and then that a whole check may take. */
const ANSWER_MS = 8_000;
const CHECK_MS = 12_000;

/**
 * `doctor [--json]`: looks at all that the program needs, changes nothing, and says a line each: how it stands, and what
 * to do. The exit status is 1 where something is wrong; a warning does not count.
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
  // A connection that was given up must not keep the process.
  setTimeout(() => process.exit(status), 1000).unref();
  return status;
}

/** What there is to say of the settings, and what is to be looked at with them. */
function readSettings(): { findings: NamedFinding[]; checks: readonly Check[] } {
  const findings: NamedFinding[] = [];
  const say = (finding: Finding) => findings.push({ name: 'settings', ...finding });
  try {
    for (const message of settingWarnings()) say(warning(message, 'Mend it, or take it out'));
    const config = readConfig();
    if (findings.length === 0) say(ok('all can be read'));
    return { findings, checks: checksOf(config, ANSWER_MS) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) say(wrong(problem, 'See .env.example'));
    say(warning('what depends on settings is not looked at', 'First mend them'));
    return { findings, checks: MACHINE_CHECKS };
  }
}

function worstOf(findings: readonly NamedFinding[]): Outcome {
  const has = (outcome: Outcome) => findings.some((finding) => finding.outcome === outcome);
  return has('wrong') ? 'wrong' : has('warning') ? 'warning' : 'ok';
}

function lineOf({ name, outcome, message, cure }: NamedFinding): string {
  const ended = /[.?]$/.test(message) ? message : `${message}.`;
  const whole = cure === undefined ? message : `${ended} ${cure}`;
  return printable(`${outcome.padEnd(8)} ${name.padEnd(17)} ${whole}`);
}
