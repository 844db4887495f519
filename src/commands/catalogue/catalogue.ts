import { readdir } from 'node:fs/promises';
import { QuestionError } from '../../engine/data-set/question-error.ts';
import { memoized } from '../../platform/memo.ts';
import { runnable } from '../../platform/runnable.ts';
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

/** All commands by name, each loaded once. After that, the ids of their buttons can be written and read in short words. */
export const allCommands = memoized(async (): Promise<ReadonlyMap<string, AnyCommand>> => {
  const names = await commandNames();
  const commands = await Promise.all(names.map(load));
  learnShortWords(commands);
  return new Map(names.map((name, place) => [name, commands[place]!]));
});

/**
 * The command with this name. Only its file is loaded, which is enough for an answer in a terminal; a program that sends
 * replies loads {@link allCommands} first.
 *
 * @throws QuestionError `unknown-command`
 */
export async function findCommand(name: string): Promise<AnyCommand> {
  const names = await commandNames();
  if (!names.includes(name)) throw new QuestionError('unknown-command', { name }, names);
  return load(name);
}

async function load(name: string): Promise<AnyCommand> {
  const file = await import(runnable(new URL(`${name}.ts`, COMMANDS_FOLDER)).href);
  return file.default as AnyCommand;
}
