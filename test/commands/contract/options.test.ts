import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { own } from '../../../locales/markdown.ts';
import { defineCommand } from '../../../src/commands/catalogue/define-command.ts';
import type { CommandDefinition } from '../../../src/commands/contract/definition.ts';
import { type OptionsOf, parseOptions } from '../../../src/commands/contract/options.ts';
import { YEAR_OPTIONS } from '../../../src/commands/years/year-options.ts';
import { QuestionError, type QuestionErrorCode } from '../../../src/engine/data-set/question-error.ts';

const GENRE = {
  name: 'playtime-genre',
  description: 'By genre',
  options: [
    { type: ApplicationCommandOptionType.String, name: 'genre', description: 'The genre', required: true },
  ],
} as const satisfies CommandDefinition;

const YEAR = {
  name: 'users-recommend',
  description: 'By year',
  options: YEAR_OPTIONS,
} as const satisfies CommandDefinition;

const BARE = { name: 'help', description: 'What can be asked' } as const satisfies CommandDefinition;

function mistake(
  definition: CommandDefinition,
  given: Record<string, unknown>,
): Pick<QuestionError, 'values' | 'suggestions'> & { code: QuestionErrorCode } {
  try {
    parseOptions(definition, given);
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    const { code, values, suggestions }: QuestionError = error;
    return { code, values, suggestions };
  }
  throw new Error('The options were taken.');
}

describe('the type of the options', () => {
  it('is read from the definition', () => {
    expectTypeOf<OptionsOf<typeof GENRE>>().toEqualTypeOf<{ genre: string }>();
    expectTypeOf<OptionsOf<typeof YEAR>>().toEqualTypeOf<{
      year: number;
      'year-of'?: 'reviewed' | 'released';
    }>();
    expectTypeOf<OptionsOf<typeof BARE>>().toEqualTypeOf<Record<never, never>>();
  });

  it('is read from every kind of option', () => {
    const definition = {
      name: 'all-kinds',
      description: 'All kinds',
      options: [
        { type: ApplicationCommandOptionType.Number, name: 'share', description: 'A share', required: true },
        {
          type: ApplicationCommandOptionType.Boolean,
          name: 'public',
          description: 'For all',
          required: false,
        },
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'top',
          description: 'So many',
          required: true,
          choices: [
            { name: 'three', value: 3 },
            { name: 'five', value: 5 },
          ],
        },
      ],
    } as const satisfies CommandDefinition;
    expectTypeOf<OptionsOf<typeof definition>>().toEqualTypeOf<{
      share: number;
      top: 3 | 5;
      public?: boolean;
    }>();
  });

  it('is the one that a command is written against', () => {
    defineCommand(
      { name: 'users-recommend', description: 'By year', options: YEAR_OPTIONS },
      {
        ask: async (_, options) => {
          expectTypeOf(options).toEqualTypeOf<{ year: number; 'year-of'?: 'reviewed' | 'released' }>();
          return null;
        },
        table: () => ({ title: own(''), columns: [], rows: [], notes: [] }),
        reply: () => ({ embeds: [], components: [], files: [] }),
      },
    );
  });
});

describe('options from a terminal or a batch file', () => {
  it.each<[given: Record<string, unknown>, parsed: Record<string, unknown>]>([
    [{ year: 2015 }, { year: 2015 }],
    [{ year: '2015' }, { year: 2015 }],
    [{ year: ' 2015 ' }, { year: 2015 }],
    [{ year: '-5' }, { year: -5 }],
    [
      { year: 2015, 'year-of': 'released' },
      { year: 2015, 'year-of': 'released' },
    ],
    [{ year: 2015, 'year-of': '' }, { year: 2015 }],
    [{ year: 2015, 'year-of': null }, { year: 2015 }],
  ])('%j are taken', (given, parsed) => {
    expect(parseOptions(YEAR, given)).toStrictEqual(parsed);
  });

  it('stay texts where the definition says so, and are not changed', () => {
    expect(parseOptions(GENRE, { genre: ' Free to Play ' })).toStrictEqual({ genre: ' Free to Play ' });
    expect(parseOptions(GENRE, { genre: 2015 })).toStrictEqual({ genre: '2015' });
    expect(parseOptions(BARE, {})).toStrictEqual({});
  });

  it.each([undefined, null, ''])('are missing if a required one is %j', (year) => {
    expect(mistake(YEAR, { year })).toStrictEqual({
      code: 'missing-option',
      values: { option: 'year' },
      suggestions: [],
    });
  });

  it('are refused if the command has no such option; the error names those that it has', () => {
    expect(mistake(YEAR, { year: 2015, game: 'Portal' })).toStrictEqual({
      code: 'unknown-option',
      values: { option: 'game' },
      suggestions: ['year', 'year-of'],
    });
    expect(mistake(GENRE, { Genre: 'Action' })).toMatchObject({ code: 'unknown-option' });
    expect(mistake(GENRE, { genre: 'Action', constructor: 'x' })).toMatchObject({ code: 'unknown-option' });
    expect(mistake(BARE, { genre: 'Action' })).toStrictEqual({
      code: 'unknown-option',
      values: { option: 'genre' },
      suggestions: [],
    });
  });

  it.each(['twenty', '2015.5', '20 15', '0x7DF', '2e3', '9'.repeat(16), 2015.5, true, Number.NaN])(
    'are refused if a whole number is needed and %j is given',
    (year) => {
      expect(mistake(YEAR, { year })).toStrictEqual({
        code: 'option-not-a-number',
        values: { option: 'year', value: String(year) },
        suggestions: [],
      });
    },
  );

  it('are refused if they are none of the choices; the error names the choices', () => {
    expect(mistake(YEAR, { year: 2015, 'year-of': 'Released' })).toStrictEqual({
      code: 'option-not-a-choice',
      values: { option: 'year-of', value: 'Released' },
      suggestions: ['reviewed', 'released'],
    });
  });
});
