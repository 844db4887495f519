import { readdirSync } from 'node:fs';
import { ApplicationCommandOptionType, type LocalizationMap } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commandNames, findCommand } from '../../../src/commands/catalogue/catalogue.ts';
import type { CommandDefinition } from '../../../src/commands/contract/definition.ts';
import { QuestionError } from '../../../src/engine/data-set/question-error.ts';

const files = readdirSync(new URL('../../../src/commands/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => entry.name);
const names = files.map((file) => file.replace('.ts', ''));

/** The parts of a command, sub-command or option that Discord limits. */
interface Named {
  readonly name: string;
  readonly description: string;
  readonly name_localizations?: LocalizationMap | null;
  readonly description_localizations?: LocalizationMap | null;
  readonly type?: ApplicationCommandOptionType;
  readonly required?: boolean;
  readonly options?: readonly Named[];
  readonly choices?: readonly {
    readonly name: string;
    readonly value: string | number;
    readonly name_localizations?: LocalizationMap | null;
  }[];
}

/** The definition and everything in it that has a name and a description. */
function everyNamed(definition: Named): Named[] {
  return [definition, ...(definition.options ?? []).flatMap(everyNamed)];
}

function localized(text: string, localizations: LocalizationMap | null | undefined): string[] {
  return [text, ...Object.values(localizations ?? {}).filter((value) => value !== null)];
}

function lengthOf(text: string, localizations: LocalizationMap | null | undefined): number {
  return Math.max(...localized(text, localizations).map((value) => value.length));
}

async function definitionOf(name: string): Promise<CommandDefinition & Named> {
  return (await findCommand(name)).definition as CommandDefinition & Named;
}

describe('the catalogue of commands', () => {
  it('has every file of src/commands, in alphabetical order', async () => {
    expect(await commandNames()).toStrictEqual(names.toSorted());
    expect(names).toEqual(
      expect.arrayContaining([
        'playtime-genre',
        'user-for-genre',
        'users-recommend',
        'users-worst-developer',
        'sentiment-analysis',
      ]),
    );
  });

  it.each(names)('finds %s by the name in its definition', async (name) => {
    expect((await definitionOf(name)).name).toBe(name);
  });

  it.each([
    '',
    'no-such-command',
    'contract',
    'contract/options',
    '../engine/data-set/question-error',
    'playtime-genre.ts',
  ])('has no command %j, and lists those that it has', async (name) => {
    const asked = findCommand(name);
    await expect(asked).rejects.toBeInstanceOf(QuestionError);
    await expect(asked).rejects.toMatchObject({
      code: 'unknown-command',
      values: { name },
      suggestions: names.toSorted(),
    });
  });
});

/** @see https://discord.com/developers/docs/interactions/application-commands */
describe.each(names)('the definition of %s is one that Discord accepts:', (command) => {
  it('names of 1 to 32 letters, figures, - and _, in lower case', async () => {
    for (const { name, name_localizations } of everyNamed(await definitionOf(command))) {
      for (const text of localized(name, name_localizations)) {
        expect(text).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
        expect(text).toBe(text.toLowerCase());
      }
    }
  });

  it('descriptions of 1 to 100 characters', async () => {
    for (const { description, description_localizations } of everyNamed(await definitionOf(command))) {
      for (const text of localized(description, description_localizations)) {
        expect(text.trim()).not.toBe('');
        expect(text.length).toBeLessThanOrEqual(100);
      }
    }
  });

  it('at most 25 options, no two with the same name, the required ones first', async () => {
    for (const { options = [] } of everyNamed(await definitionOf(command))) {
      expect(options.length).toBeLessThanOrEqual(25);
      const optionNames = options.map(({ name }) => name);
      expect(new Set(optionNames).size).toBe(optionNames.length);
      const required = options.map((option) => option.required === true);
      expect(required).toStrictEqual(required.toSorted((a, b) => Number(b) - Number(a)));
    }
  });

  it('at most 25 choices of 1 to 100 characters, of the kind of their option', async () => {
    for (const { type, choices = [] } of everyNamed(await definitionOf(command))) {
      expect(choices.length).toBeLessThanOrEqual(25);
      expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
      for (const { name, value, name_localizations } of choices) {
        for (const text of localized(name, name_localizations)) {
          expect(text.trim()).not.toBe('');
          expect(text.length).toBeLessThanOrEqual(100);
        }
        expect(String(value).length).toBeLessThanOrEqual(100);
        expect(typeof value).toBe(type === ApplicationCommandOptionType.String ? 'string' : 'number');
      }
    }
  });

  it('at most 8,000 characters in all, each text counted in its longest language', async () => {
    const lengths = everyNamed(await definitionOf(command)).map(
      ({ name, name_localizations, description, description_localizations, choices = [] }) =>
        lengthOf(name, name_localizations) +
        lengthOf(description, description_localizations) +
        choices.reduce(
          (sum, choice) =>
            sum + lengthOf(choice.name, choice.name_localizations) + String(choice.value).length,
          0,
        ),
    );
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(8000);
  });
});
