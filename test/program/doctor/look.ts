import { parseConfig } from '../../../src/config/config.ts';
import { type Finding, runChecks } from '../../../src/program/doctor/check.ts';
import { checksOf } from '../../../src/program/doctor/checks.ts';

/** Milliseconds to wait for an answer: enough on a busy machine, and short for a silent server. */
const ANSWER_MS = 3_000;

/** The finding of the check with this name under these settings. */
export async function look(name: string, settings: Record<string, string>): Promise<Finding> {
  const config = parseConfig({ DATA_FOLDER: '/nowhere', ...settings });
  const checks = checksOf(config, ANSWER_MS).filter((check) => check.name === name);
  if (checks.length !== 1) throw new Error(`there are ${checks.length} checks of ${name}`);
  const [found] = await runChecks(checks, 2 * ANSWER_MS);
  return found!;
}
