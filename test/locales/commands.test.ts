import { describe, expect, it } from 'vitest';
import { commandsInSpanish } from '../../locales/commands.es.ts';
import { commandNames, findCommand } from '../../src/commands/catalogue/catalogue.ts';
import { localizedDefinition } from '../../src/commands/catalogue/localized-definition.ts';
import { checkCommandLimits } from '../support/discord/command-limits.ts';

interface Named {
  name: string;
  description?: string;
  options?: readonly Named[];
  choices?: readonly { name: string }[];
}

const commands = await Promise.all((await commandNames()).map(findCommand));
const all = commands.flatMap(({ definition }) => everyNamed(definition as Named));

/** The command, its options, and theirs. */
function everyNamed(named: Named): Named[] {
  return [named, ...(named.options ?? []).flatMap(everyNamed)];
}

const names = new Set(all.map(({ name }) => name));
const texts = new Set(
  all.flatMap(({ description, choices = [] }) => [
    ...(description === undefined ? [] : [description]),
    ...choices.map(({ name }) => name),
  ]),
);

describe('the commands in Spanish', () => {
  it('have every name and every text, and none that no command has', () => {
    expect(Object.keys(commandsInSpanish.names).toSorted()).toStrictEqual([...names].toSorted());
    expect(Object.keys(commandsInSpanish.texts).toSorted()).toStrictEqual([...texts].toSorted());
  });

  it('are translated, each option and command with a name of its own', () => {
    for (const [english, spanish] of Object.entries(commandsInSpanish.texts)) {
      expect(spanish).not.toBe(english);
      expect(spanish.trim()).toBe(spanish);
    }
    const spanish = Object.values(commandsInSpanish.names);
    expect(new Set(spanish).size).toBe(spanish.length);
  });
});

describe.each(commands.map((command) => [command.definition.name, command] as const))('/%s', (_, command) => {
  const localized = localizedDefinition(command);

  it('is one that Discord takes, in every language', () => {
    expect(checkCommandLimits([], { ...localized })).toStrictEqual([]);
  });

  it('is Spanish in both of Discord’s Spanish locales', () => {
    for (const locale of ['es-ES', 'es-419'] as const) {
      expect(localized.name_localizations?.[locale]).toBe(commandsInSpanish.names[localized.name]);
      expect(localized.description_localizations?.[locale]).toBe(
        commandsInSpanish.texts[localized.description],
      );
      for (const option of localized.options ?? []) {
        expect(option.name_localizations?.[locale]).toBe(commandsInSpanish.names[option.name]);
        expect(option.description_localizations?.[locale]).toBe(commandsInSpanish.texts[option.description]);
      }
    }
  });

  it('is where it should be: anywhere, or, what administers, in servers for who may manage them', () => {
    const { contexts, integration_types, default_member_permissions } = localized;
    if (command.scope === 'everywhere') {
      expect({ contexts, integration_types }).toStrictEqual({
        contexts: [0, 1, 2],
        integration_types: [0, 1],
      });
      expect(default_member_permissions).toBeUndefined();
    } else {
      expect({ contexts, integration_types }).toStrictEqual({ contexts: [0], integration_types: [0] });
      // Manage Server.
      expect(default_member_permissions).toBe('32');
    }
  });
});
