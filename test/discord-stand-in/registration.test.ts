import { DiscordAPIError, REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkSchema, hasDocument } from '../support/discord/openapi.ts';
import type { RegisteredCommand } from '../support/discord/registered-commands.ts';
import { StandIn } from '../support/discord/stand-in.ts';
import { APPLICATION, GUILD, TOKEN } from '../support/discord/tiny-bot.ts';

const HELP = { name: 'help', description: 'What can be asked' };
const GENRE = {
  name: 'playtime-genre',
  name_localizations: { 'es-ES': 'horas-género' },
  description: 'Hours by genre',
  default_member_permissions: '32',
  options: [{ type: 3, name: 'genre', description: 'A genre', required: true, autocomplete: true }],
};

let discord: StandIn;
let rest: REST;

beforeEach(async () => {
  discord = await StandIn.start({ token: TOKEN, applicationId: APPLICATION, guilds: [{ id: GUILD }] });
  rest = new REST({ api: discord.url }).setToken(TOKEN);
});

afterEach(() => discord.stop());

async function put(body: unknown): Promise<RegisteredCommand[]> {
  return (await rest.put(Routes.applicationCommands(APPLICATION), { body })) as RegisteredCommand[];
}

test('a registered command is returned, and keeps its id and version until it changes', async () => {
  const first = await put([HELP, GENRE]);
  expect(first).toMatchObject([HELP, GENRE]);
  const again = await put([HELP, { ...GENRE, description: 'Hours of play by genre' }]);
  expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  expect(again[0]?.version).toBe(first[0]?.version);
  expect(again[1]?.version).not.toBe(first[1]?.version);
  const path = Routes.applicationCommands(APPLICATION);
  const listed = await rest.get(path, { query: new URLSearchParams({ with_localizations: 'true' }) });
  expect(listed).toEqual(again);
  const plain = (await rest.get(path)) as RegisteredCommand[];
  expect(plain[1]).not.toHaveProperty('name_localizations');
  for (const command of again) expect(checkSchema('ApplicationCommandResponse', command)).toEqual([]);
  expect(discord.violations).toEqual([]);
});

test('single commands of a server are made, changed and deleted independently of the global ones', async () => {
  const base = Routes.applicationGuildCommands(APPLICATION, GUILD);
  const made = (await rest.post(base, { body: HELP })) as RegisteredCommand;
  const one = Routes.applicationGuildCommand(APPLICATION, GUILD, made.id);
  expect(await rest.patch(one, { body: { description: 'Changed' } })).toMatchObject({
    id: made.id,
    name: 'help',
    description: 'Changed',
    guild_id: GUILD,
  });
  expect(discord.commands.guild(GUILD)).toHaveLength(1);
  expect(discord.commands.global).toEqual([]);
  await rest.delete(one);
  await expect(rest.get(one)).rejects.toMatchObject({ status: 404, code: 10063 });
  await expect(
    rest.post(Routes.applicationGuildCommands(APPLICATION, '5'), { body: HELP }),
  ).rejects.toMatchObject({
    status: 403,
    code: 50001,
  });
});

const option = (extra: object) => ({
  ...HELP,
  options: [{ type: 3, name: 'a', description: 'b', ...extra }],
});
const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `n${index}`, value: `v${index}` }));

test.each([
  ['a name in capitals', { ...HELP, name: 'Help' }, 'name'],
  ['a name with a space', { ...HELP, name: 'he lp' }, 'name'],
  ['no description', { name: 'help', description: '' }, 'description'],
  ['a description of 101 characters', { ...HELP, description: 'x'.repeat(101) }, 'description'],
  [
    'a translated name in capitals',
    { ...HELP, name_localizations: { 'es-ES': 'Ayuda' } },
    'name_localizations',
  ],
  [
    'a locale that is none',
    { ...HELP, description_localizations: { es: 'Ayuda' } },
    'description_localizations',
  ],
  ['26 choices', option({ choices: choices(26) }), 'choices'],
  ['choices and autocomplete', option({ choices: choices(2), autocomplete: true }), 'options'],
  ['a choice of the wrong type', option({ choices: [{ name: 'a', value: 1 }] }), 'choices'],
  [
    'a required option after another',
    {
      ...HELP,
      options: [
        { type: 3, name: 'a', description: 'a' },
        { type: 3, name: 'b', description: 'b', required: true },
      ],
    },
    'options',
  ],
  [
    'more than 8000 characters',
    {
      ...HELP,
      options: Array.from({ length: 4 }, (_, n) => ({
        type: 3,
        name: `o${n}`,
        description: 'd',
        choices: choices(25).map(({ value }) => ({ name: 'n'.repeat(90), value: value.padEnd(90, 'v') })),
      })),
    },
    'TOO_LARGE',
  ],
])('%s is refused', async (_, command, where) => {
  const refused = put([command]);
  await expect(refused).rejects.toBeInstanceOf(DiscordAPIError);
  await expect(refused).rejects.toMatchObject({ status: 400, code: 50035 });
  expect(discord.violations).toHaveLength(1);
  expect(discord.violations[0]?.reason).toContain(where);
  expect(discord.commands.global).toEqual([]);
});

test('two commands with the same name are refused', async () => {
  await expect(put([HELP, HELP])).rejects.toMatchObject({ status: 400 });
});

test('the published description, if it is there, is read and refuses bodies of its own accord', () => {
  expect(checkSchema('ApplicationCommandCreateRequest', HELP)).toEqual([]);
  const refused = checkSchema('ApplicationCommandCreateRequest', { ...HELP, contexts: [7] });
  expect(refused.map(({ path }) => path)).toEqual(hasDocument ? [['contexts', '0']] : []);
});
