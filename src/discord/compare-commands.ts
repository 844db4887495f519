import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';

/** The properties that Discord adds to a command, or derives from other properties, which are compared. */
const ADDED: readonly string[] = ['id', 'application_id', 'guild_id', 'version', 'dm_permission', 'handler'];

/**
 * The properties that say where a command can be used. They mean nothing for a command of one server. For a global
 * command without them, Discord fills in the application's settings.
 */
const WHERE: readonly string[] = ['integration_types', 'contexts'];

/** Whether the commands registered in one place equal the wanted ones; their order makes no difference. */
export function sameCommands(
  wanted: readonly object[],
  registered: readonly Partial<APIApplicationCommand>[],
  place: 'global' | 'guild',
): boolean {
  const wantedByName = byName(wanted);
  const registeredByName = byName(registered);
  if (wantedByName.size !== registeredByName.size) return false;
  return [...wantedByName].every(([name, command]) => {
    const other = registeredByName.get(name);
    if (other === undefined) return false;
    const notCompared = [...ADDED, ...WHERE.filter((key) => place === 'guild' || !(key in command))];
    return isDeepStrictEqual(compared(command, notCompared), compared(other, notCompared));
  });
}

/** Commands by their type and name, which are their identity. */
function byName(commands: readonly object[]): Map<string, object> {
  return new Map(
    commands.map((command) => {
      const whole = { type: ApplicationCommandType.ChatInput, name: '', ...command };
      return [`${whole.type} ${whole.name}`, whole];
    }),
  );
}

function compared(command: object, without: readonly string[]): unknown {
  return withoutDefaults(
    Object.fromEntries(Object.entries(command).filter(([key]) => !without.includes(key))),
  );
}

/**
 * The value without defaults, since Discord leaves some of them out and fills others in: null, false, and empty lists and
 * objects count as absent. Lists of numbers (contexts, integration types) are sets, and are sorted; a list of options or
 * choices keeps its order.
 */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.map(withoutDefaults);
    return kept.every((each) => typeof each === 'number') ? kept.toSorted((a, b) => a - b) : kept;
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, each]) => [key, withoutDefaults(each)] as const)
    .filter(([, each]) => !isDefault(each));
  return Object.fromEntries(kept);
}

function isDefault(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
