import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allCommands, findCommand } from '../../../src/commands/catalogue/catalogue.ts';
import {
  customId,
  type Press,
  parseCustomId,
  pressedOptions,
} from '../../../src/commands/contract/custom-id.ts';
import { nameOfToken, tokenOf } from '../../../src/commands/contract/long-names.ts';
import type { Option } from '../../../src/commands/contract/options.ts';

/** A list of games by id. */
const ids = fc
  .array(fc.oneof(fc.nat({ max: 999_999 }), fc.integer({ min: 0, max: 2 ** 31 - 1 })), {
    minLength: 1,
    maxLength: 10,
  })
  .map((list) => list.join(','));
const text = fc.oneof(
  ids,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    'Action',
    'Free to Play',
    "it's;a=b~c_d",
    ' spaces ',
    '007',
    '12345678901',
    'Xbox 360,PC',
    '#',
  ),
);

function valuesOf(option: Option): fc.Arbitrary<string | number | boolean> {
  if (option.choices !== undefined) return fc.constantFrom(...option.choices.map(({ value }) => value));
  if (option.type === ApplicationCommandOptionType.Integer) return fc.maxSafeInteger();
  return option.type === ApplicationCommandOptionType.Boolean ? fc.boolean() : text;
}

const commands = [...(await allCommands()).values()];

/** Any question of any command. */
const press: fc.Arbitrary<Press> = fc.oneof(
  ...commands.map(({ definition, byCaller }) => {
    const options = [...((definition.options ?? []) as readonly Option[]), ...byCaller];
    const values = Object.fromEntries(options.map((option) => [option.name, valuesOf(option)]));
    return fc.record({
      command: fc.constant(definition.name),
      options: fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<Press['options']>,
      effect: fc.constantFrom('update' as const, 'new' as const),
    });
  }),
);

describe('the question behind a button', () => {
  it('fits in an id of at most 100 characters and is read back the same, or with tokens in place of long texts', () => {
    fc.assert(
      fc.property(press, (given) => {
        const id = customId(given);
        expect(id.length).toBeLessThanOrEqual(100);
        const read = parseCustomId(id)!;
        expect({ ...read, options: {} }).toStrictEqual({ ...given, options: {} });
        expect(Object.keys(read.options)).toStrictEqual(Object.keys(given.options));
        for (const [name, value] of Object.entries(given.options)) {
          expect([value, tokenOf(String(value))]).toContain(read.options[name]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is read back exactly for a list of ten games with every kind of steering', () => {
    const longest = {
      command: 'recommend-user',
      options: {
        likes: Array.from({ length: 10 }, (_, i) => 2 ** 31 - 1 - i).join(','),
        'how-known': 'popular',
        page: 20,
      },
      effect: 'update',
    } as const;
    expect(parseCustomId(customId(longest))).toStrictEqual(longest);
    const usual = {
      ...longest,
      options: { ...longest.options, genre: 'Free to Play', likes: '620,105600,220,570' },
    };
    expect(parseCustomId(customId(usual))).toStrictEqual(usual);
  });

  it('keeps the name of the option that a menu sets', () => {
    const menu = { command: 'recommend-game', options: { page: 2 }, effect: 'new', choose: 'game' } as const;
    expect(parseCustomId(customId(menu))).toStrictEqual(menu);
  });

  it('is still read under messages of earlier versions', () => {
    expect(parseCustomId("rg;u;a^h8;g'Puzzle;k'obscure;p#2")).toStrictEqual({
      command: 'recommend-game',
      options: { game: '620', genre: 'Puzzle', 'how-known': 'obscure', page: 2 },
      effect: 'update',
    });
    expect(parseCustomId("ur;n;y#1jz;o'reviewed")).toStrictEqual({
      command: 'users-recommend',
      options: { year: 2015, 'year-of': 'reviewed' },
      effect: 'new',
    });
    expect(parseCustomId('ru;nl;p#1')).toStrictEqual({
      command: 'recommend-user',
      options: { page: 1 },
      effect: 'new',
      choose: 'likes',
    });
  });

  it('is not read from a foreign id', () => {
    for (const foreign of [
      '',
      ';',
      'x',
      'rg',
      'rg;z',
      'rg;u;',
      'rg;u;a',
      'rg;u;q^1',
      'vote:12',
      '{"a":1}',
      'rg;ux',
      '-◀ 2013',
    ]) {
      expect(parseCustomId(foreign)).toBeNull();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (foreign) => {
        expect(() => parseCustomId(foreign)).not.toThrow();
      }),
    );
  });

  it('is not read from an id with an escape for a character that does not exist', () => {
    expect(parseCustomId("pg;u;g'~zzzz.")).toBeNull();
  });

  it('is checked like typed options, together with the chosen value', async () => {
    const year = { command: 'users-recommend', options: {}, effect: 'new', choose: 'year' } as const;
    const command = await findCommand(year.command);
    expect(pressedOptions(year, command, '2015')).toStrictEqual({ year: 2015 });
    expect(() => pressedOptions(year, command)).toThrow(expect.objectContaining({ code: 'missing-option' }));
  });
});

describe('the token of a long name', () => {
  it('is found among the names, and matches no other', async () => {
    const long = 'x'.repeat(300);
    const names = ['Valve', `${long}y`, long];
    expect(await nameOfToken(tokenOf(long), names)).toBe(long);
    expect(await nameOfToken('Valve', names)).toBe('Valve');
    expect(await nameOfToken('#AAAAAAAA', names)).toBe('#AAAAAAAA');
    expect(await nameOfToken(tokenOf(long), [tokenOf(long), long])).toBe(tokenOf(long));
  });
});
