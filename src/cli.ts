import { EXIT } from './cli/exit.ts';
import { ConfigError } from './config.ts';

/** The verbs of the program. Each is a module of its own, loaded when it is asked for. */
const VERBS: Record<string, () => Promise<{ run(args: string[]): Promise<number> }>> = {
  start: () => import('./cli/start.ts'),
  refresh: () => import('./cli/refresh.ts'),
  ask: () => import('./cli/ask.ts'),
  evaluate: () => import('./cli/evaluate.ts'),
};

const [verb = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
if (load === undefined) {
  process.stderr.write(`What should it do? One of: ${Object.keys(VERBS).join(', ')}\n`);
  process.exitCode = EXIT.usage;
} else {
  try {
    const { run } = await load();
    process.exitCode = await run(args);
  } catch (error) {
    process.exitCode = EXIT.failure;
    if (error instanceof ConfigError) {
      const lines = error.problems.map((problem) => `  ${problem}`).join('\n');
      process.stderr.write(`These settings are wrong; nothing was started. See .env.example.\n${lines}\n`);
    } else {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
  }
}
