import { readdir } from 'node:fs/promises';
import { QuestionError } from '../../engine/data-set/question-error.ts';
import { memoized } from '../../platform/memo.ts';
import type { AnyCommand } from '../contract/command.ts';
import { learnShortWords } from '../contract/short-words.ts';

const COMMANDS_FOLDER = new URL('../', import.meta.url);

/** The names of all commands, in alphabetical order: the names of the files in `src/commands`. */
export const commandNames = memoized(async (): Promise<string[]> => {
  const entries = await readdir(COMMANDS_FOLDER, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:ts|js)$/.test(entry.name))
    .map((entry) => entry.name.replace(/\.\w+$/, ''))
    .toSorted();
});

let commands: Promise<ReadonlyMap<string, AnyCommand>> | undefined;

/** Loads all commands once, by name. After that, the ids of their buttons can be written and read. */
export function allCommands(): Promise<ReadonlyMap<string, AnyCommand>> {
  commands ??= loadCommands();
  return commands;
}

async function loadCommands(): Promise<ReadonlyMap<string, AnyCommand>> {
  const loaded = await Promise.all(
    (await commandNames()).map(async (name): Promise<[string, AnyCommand]> => {
      const file = await import(new URL(`${name}.ts`, COMMANDS_FOLDER).href);
      return [name, file.default as AnyCommand];
    }),
  );
  learnShortWords(loaded.map(([, command]) => command));
  return new Map(loaded);
}

/**
 * The command with this name.
 *
 * @throws QuestionError `unknown-command`
 */
export async function findCommand(name: string): Promise<AnyCommand> {
  const all = await allCommands();
  const command = all.get(name);
  if (command === undefined) throw new QuestionError('unknown-command', { name }, [...all.keys()]);
  return command;
}
