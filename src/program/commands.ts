import { localizedDefinition } from '../commands/catalogue/localized-definition.ts';
import type { AnyCommand } from '../commands/contract/command.ts';
import type { Registrable } from '../discord/registration.ts';

/** The definitions of commands for registration at Discord, with their texts in every language. */
export function registrableOf(commands: Iterable<AnyCommand>): Registrable[] {
  return Array.from(commands, (command) => ({ scope: command.scope, json: localizedDefinition(command) }));
}
