import { readdir } from 'node:fs/promises';
import { QuestionError } from '../../engine/data-set/question-error.ts';
import { memoized } from '../../platform/memo.ts';
import type { AnyCommand } from '../contract/command.ts';

const COMMANDS_FOLDER = new URL('../', import.meta.url);

/** The names of all commands: those of the files in `src/commands`. */
export const commandNames = memoized(async (): Promise<string[]> => {
  const entries = await readdir(COMMANDS_FOLDER, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:ts|js)$/.test(entry.name))
    .map((entry) => entry.name.replace(/\.\w+$/, ''))
    .toSorted();
});

/**
 * The command of this name, from its file.
 *
 * @throws QuestionError `unknown-command`
 */
export async function findCommand(name: string): Promise<AnyCommand> {
  const names = await commandNames();
  if (!names.includes(name)) throw new QuestionError('unknown-command', { name }, names);
  const file = await import(new URL(`${name}.ts`, COMMANDS_FOLDER).href);
  return file.default as AnyCommand;
}
