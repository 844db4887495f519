import { ApplicationCommandOptionType, type LocalizationMap } from 'discord-api-types/v10';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import type { CommandTextKey } from '../../locales/en/language.ts';
import { LANGUAGES, languageOf } from '../../locales/locales.ts';
import { commandNames, findCommand } from '../../src/commands/catalogue/catalogue.ts';
import { localizedDefinition } from '../../src/commands/catalogue/localized-definition.ts';
import { checkCommandLimits } from '../support/discord/command-limits.ts';

interface Named {
  type?: ApplicationCommandOptionType;
  name: string;
  name_localizations?: LocalizationMap;
  description: string;
  description_localizations?: LocalizationMap;
  options?: readonly Named[];
  choices?: readonly { name: string; value: string | number; name_localizations?: LocalizationMap }[];
}

const commands = await Promise.all((await commandNames()).map(findCommand));
const others = LANGUAGES.filter((code) => code !== 'en');

/** Every text of every definition, with the keys under which another language may have it. */
const inDefinitions: { keys: CommandTextKey[]; english: string }[] = [];
for (const command of commands) {
  localizedDefinition(command, (keys, english) => {
    inDefinitions.push({ keys, english });
    return undefined;
  });
}

/** Whether a text has to differ from English. The translation of a name may be the same word. */
function isSaid(key: string): boolean {
  return !key.endsWith('.name');
}

it('the texts of a definition have keys made from its names', () => {
  const keys = inDefinitions.map((text) => text.keys.join(' '));
  expect(keys).toEqual(
    expect.arrayContaining([
      'command.users-recommend.name',
      'command.users-recommend.description',
      'command.admin.refresh.description',
      'option.users-recommend.year-of.name option.year-of.name',
      'option.users-recommend.year-of.description option.year-of.description',
      'choice.users-recommend.year-of.released choice.year-of.released',
    ]),
  );
});

describe.each(others)('the commands in %s', (code) => {
  const { commands: texts, complete } = languageOf(code);
  const ownKey = (keys: readonly CommandTextKey[]) => keys.find((key) => texts[key] !== undefined);

  it('have every name and text if the language is declared complete', () => {
    const missing = inDefinitions.filter(({ keys }) => ownKey(keys) === undefined);
    const names = [...new Set(missing.map(({ keys }) => keys.at(-1)))];
    if (complete) expect(names).toEqual([]);
    else process.stdout.write(`${code} lacks ${names.length} texts of commands:\n${names.join('\n')}\n`);
  });

  it('have no text without a command', () => {
    const used = new Set<string | undefined>(inDefinitions.map(({ keys }) => ownKey(keys)));
    expect(Object.keys(texts).filter((key) => !used.has(key))).toEqual([]);
  });

  it('share a text only if the English texts are the same', () => {
    const shared = new Map<string, string>();
    // Each of these commands needs a text of its own: the shared one explains an option of another command.
    const wrong: CommandTextKey[] = [];
    for (const { keys, english } of inDefinitions) {
      const key = ownKey(keys);
      if (key === undefined) continue;
      if ((shared.get(key) ?? english) !== english) wrong.push(keys[0]!);
      else shared.set(key, english);
    }
    expect(wrong).toEqual([]);
  });

  it('are translated, and every option and command has a name of its own', () => {
    for (const { keys, english } of inDefinitions) {
      const key = ownKey(keys);
      if (key === undefined) continue;
      expect(texts[key]!.trim()).toBe(texts[key]);
      if (isSaid(key)) expect(texts[key]).not.toBe(english);
    }
    const names = Object.entries(texts).flatMap(([key, text]) => (isSaid(key) ? [] : [text]));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(Object.entries(texts))('%s is a message without values', (_, text) => {
    const message = new IntlMessageFormat(text!, 'en', undefined, { ignoreTag: true });
    expect(message.format()).toBe(text);
  });
});

describe.each(commands.map((command) => [command.definition.name, command] as const))('/%s', (_, command) => {
  const localized = localizedDefinition(command);

  it('is accepted by Discord in every language', () => {
    expect(checkCommandLimits([], { ...localized })).toStrictEqual([]);
  });

  it('is Spanish in both of Discord’s Spanish locales', () => {
    const { commands: texts } = languageOf('es');
    const spanish = (...keys: CommandTextKey[]) => keys.map((key) => texts[key]).find(Boolean);
    const check = (named: Named, path: string, kind: 'command' | 'option') => {
      for (const locale of ['es-ES', 'es-419'] as const) {
        const keys = (part: string): CommandTextKey[] =>
          kind === 'command'
            ? [`command.${path}.${part}`]
            : [`option.${path}.${part}`, `option.${named.name}.${part}`];
        expect(named.name_localizations?.[locale]).toBe(spanish(...keys('name')) ?? 'a Spanish name');
        expect(named.description_localizations?.[locale]).toBe(
          spanish(...keys('description')) ?? 'a Spanish description',
        );
        for (const { value, name_localizations } of named.choices ?? []) {
          expect(name_localizations?.[locale]).toBe(
            spanish(`choice.${path}.${value}`, `choice.${named.name}.${value}`) ?? 'a Spanish choice',
          );
        }
      }
      for (const option of named.options ?? []) {
        const nested = option.type === ApplicationCommandOptionType.Subcommand;
        check(option, `${path}.${option.name}`, nested ? 'command' : 'option');
      }
    };
    check(localized as unknown as Named, localized.name, 'command');
  });

  it('is available everywhere, or for administration only to members who may manage a server', () => {
    const { contexts, integration_types, default_member_permissions } = localized;
    if (command.scope === 'everywhere') {
      expect({ contexts, integration_types }).toStrictEqual({
        contexts: [0, 1, 2],
        integration_types: [0, 1],
      });
      expect(default_member_permissions).toBeUndefined();
    } else {
      expect({ contexts, integration_types }).toStrictEqual({ contexts: [0], integration_types: [0] });
      // The permission Manage Server.
      expect(default_member_permissions).toBe('32');
    }
  });
});
