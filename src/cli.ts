import { helpOf, helpOfAll, isVerb, type Verb, version } from './cli/help.ts';
import { settingWarnings } from './config/config.ts';
import { withoutSecrets } from './platform/secrets.ts';
import { describeFailure } from './program/describe-failure.ts';
import { EXIT } from './program/exit.ts';

// Whatever the program writes (downloads, reports, its log and the database) tells of people, so no other user of the
// machine may read it.
process.umask(0o077);

/** The verbs of the program. Each has a module of its own, which is loaded only when the verb is called. */
const VERBS: Record<Verb, () => Promise<{ run(args: string[]): Promise<number> }>> = {
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

/** The verb whose own output has the warnings about settings. All other verbs print them first. */
const WARNS_ITSELF = 'doctor';

/** The verb that ends its process itself: timers of discord.js would keep it alive for minutes. */
const LASTING = 'start';

// EPIPE: the program that read the output has ended. The error is ignored, and the verb does its work to the end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const [verb = '', ...args] = process.argv.slice(2);
// The words are looked for in the whole line, so that a verb never begins where somebody asks how to use it.
const asks = (...options: string[]) => process.argv.slice(2).some((word) => options.includes(word));
if (asks('--version')) process.stdout.write(version());
else if (asks('--help', '-h')) process.stdout.write(isVerb(verb) ? helpOf(verb) : helpOfAll());
else if (!isVerb(verb)) {
  process.stderr.write(`Say what to do.\n\n${helpOfAll()}`);
  process.exitCode = EXIT.usage;
} else {
  try {
    const warnings = verb === WARNS_ITSELF ? [] : settingWarnings();
    for (const warning of warnings) process.stderr.write(`Warning: ${warning}\n`);
    const { run } = await VERBS[verb]();
    process.exitCode = await run(args);
  } catch (error) {
    const { status, message } = describeFailure(error);
    process.exitCode = status;
    process.stderr.write(`${withoutSecrets(message)}\n`);
  }
}
if (verb === LASTING) process.exit();
