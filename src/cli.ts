import { settingWarnings } from './config/config.ts';
import { withoutSecrets } from './platform/secrets.ts';
import { describeFailure } from './program/describe-failure.ts';
import { EXIT } from './program/exit.ts';

/** The verbs of the program. Each is a module of its own, loaded when it is asked for. */
const VERBS: Record<string, () => Promise<{ run(args: string[]): Promise<number> }>> = {
  start: () => import('./cli/start.ts'),
  refresh: () => import('./cli/refresh.ts'),
  ask: () => import('./cli/ask.ts'),
  evaluate: () => import('./cli/evaluate.ts'),
  explore: () => import('./cli/explore.ts'),
  register: () => import('./cli/register.ts'),
  doctor: () => import('./cli/doctor.ts'),
  hide: () => import('./cli/hide.ts'),
  backup: () => import('./cli/backup.ts'),
  restore: () => import('./cli/restore.ts'),
};

/** The verb whose answer holds the warnings about settings; all others begin with them. */
const WARNS_ITSELF = 'doctor';

// Whoever read the output went away: there is nobody left to tell, and the work ends as it would have.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const [verb = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
if (load === undefined) {
  process.stderr.write(`What should it do? One of: ${Object.keys(VERBS).join(', ')}\n`);
  process.exitCode = EXIT.usage;
} else {
  try {
    const warnings = verb === WARNS_ITSELF ? [] : settingWarnings();
    for (const warning of warnings) process.stderr.write(`Warning: ${warning}\n`);
    const { run } = await load();
    process.exitCode = await run(args);
  } catch (error) {
    const { status, message } = describeFailure(error);
    process.exitCode = status;
    process.stderr.write(`${withoutSecrets(message)}\n`);
  }
}
