import { commandNames, findCommand } from '../commands/catalogue/catalogue.ts';
import { localizedDefinition } from '../commands/catalogue/localized-definition.ts';
import type { AnyCommand } from '../commands/contract/command.ts';
import type { Registrable } from '../discord/registration.ts';

/** All commands by name, loaded: whoever asks waits for no file. */
export async function loadCommands(): Promise<ReadonlyMap<string, AnyCommand>> {
  const names = await commandNames();
  const commands = await Promise.all(names.map(findCommand));
  return new Map(names.map((name, place) => [name, commands[place]!]));
}

/** The commands as they are registered, in every language. */
export function registrableOf(commands: Iterable<AnyCommand>): Registrable[] {
  return Array.from(commands, (command) => ({ scope: command.scope, json: localizedDefinition(command) }));
}
