import { REST } from '@discordjs/rest';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CommandIds } from '../../src/discord/command-ids.ts';
import { type Registrable, type RegistrationSettings, register } from '../../src/discord/registration.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { ADMIN_GUILD, fakeCommand, GUILD, KeptLog, startStandIn, startTestBot, TOKEN } from './test-bot.ts';

const ASK: Registrable = {
  scope: 'everywhere',
  json: {
    name: 'ask',
    name_localizations: { 'es-ES': 'preguntar' },
    description: 'asks',
    contexts: [2, 0, 1],
    integration_types: [1, 0],
    options: [
      {
        type: 3,
        name: 'what',
        description: 'what is asked',
        description_localizations: { 'es-ES': 'lo que se pregunta' },
        required: false,
        choices: [
          { name: 'b', value: 'b' },
          { name: 'a', value: 'a' },
        ],
      },
      { type: 4, name: 'year', description: 'a year', min_value: 0, autocomplete: false },
    ],
  },
};
const TELL: Registrable = { scope: 'everywhere', json: { name: 'tell', description: 'tells', nsfw: false } };
const ADMIN: Registrable = {
  scope: 'admin-guilds',
  json: {
    name: 'admin',
    description: 'administers',
    default_member_permissions: '32',
    contexts: [0],
    options: [{ type: 1, name: 'status', description: 'how it stands', options: [] }],
  },
};
const NOWHERE = { guildIds: [], adminGuildIds: [], knownGuildIds: [] };

let discord: StandIn;
beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(() => discord.stop());

async function run(
  settings: Partial<RegistrationSettings>,
  commands: readonly Registrable[] = [ASK, TELL, ADMIN],
) {
  const logged = new KeptLog();
  const rest = new REST({ api: discord.url }).setToken(TOKEN);
  const all = { applicationId: '100000000000000001', ...NOWHERE, ...settings };
  return { report: await register(rest, commands, all, logged.log), logged };
}

function names(): Record<string, string[]> {
  const of = (commands: readonly { name: string }[]) => commands.map(({ name }) => name).toSorted();
  const { global, guild } = discord.commands;
  return { global: of(global), guild: of(guild(GUILD)), admin: of(guild(ADMIN_GUILD)) };
}

function writes(): number {
  return discord.requests.filter(({ method }) => method !== 'GET').length;
}

describe('commands', () => {
  test('are global if no server is named; those of administrators are only in their servers', async () => {
    const { report } = await run({ adminGuildIds: [ADMIN_GUILD] });
    expect(names()).toEqual({ global: ['ask', 'tell'], guild: [], admin: ['admin'] });
    expect(report.written.toSorted()).toEqual([ADMIN_GUILD, 'global']);
  });

  test('are only in the servers that are named', async () => {
    const { report } = await run({ guildIds: [GUILD], adminGuildIds: [ADMIN_GUILD] });
    const idOf = (wanted: string) => discord.commands.guild(GUILD).find(({ name }) => name === wanted)?.id;
    const ids = new CommandIds();
    expect(ids.idOf('ask', GUILD)).toBeUndefined();
    ids.learn(report);
    expect(ids.idOf('ask', GUILD)).toBe(idOf('ask'));
    // There is nothing to click in a direct message, nor in another server.
    expect(ids.idOf('ask', null)).toBeUndefined();
    expect(ids.idOf('ask', ADMIN_GUILD)).toBeUndefined();
    expect(names()).toEqual({ global: [], guild: ['ask', 'tell'], admin: ['admin'] });
  });

  test.each([
    ['global', { adminGuildIds: [ADMIN_GUILD] }],
    ['of servers', { guildIds: [GUILD, ADMIN_GUILD], adminGuildIds: [GUILD, ADMIN_GUILD] }],
  ])('%s are not written again if nothing has changed', async (_, settings) => {
    await run(settings);
    const before = writes();
    const versions = discord.commands.global.map(({ version }) => version);
    const { report } = await run(settings, [ADMIN, TELL, ASK]);
    expect(report.written).toEqual([]);
    expect(writes()).toBe(before);
    // The ids are known all the same.
    const registeredIn = (place: string) =>
      place === 'global' ? discord.commands.global : discord.commands.guild(place);
    const places = report.unchanged.filter((place) => registeredIn(place).length > 0);
    expect([...report.ids.keys()].toSorted()).toEqual(places.toSorted());
    for (const place of places) {
      expect(report.ids.get(place)).toEqual(new Map(registeredIn(place).map(({ name, id }) => [name, id])));
    }
    expect(places).not.toEqual([]);
    expect(discord.commands.global.map(({ version }) => version)).toEqual(versions);
  });

  test('move from global to a server and back, and are never in both', async () => {
    await run({});
    await run({ guildIds: [GUILD], adminGuildIds: [GUILD] });
    expect(names()).toEqual({ global: [], guild: ['admin', 'ask', 'tell'], admin: [] });
    await run({ knownGuildIds: [GUILD, ADMIN_GUILD] });
    expect(names()).toEqual({ global: ['ask', 'tell'], guild: [], admin: [] });
  });

  test('are removed from the old place before they are added to the new one', async () => {
    await run({});
    const before = discord.requests.length;
    await run({ guildIds: [GUILD] });
    const written = discord.requests.slice(before).filter(({ method }) => method === 'PUT');
    expect(written.map(({ path }) => path.includes('/guilds/'))).toEqual([false, true]);
  });

  test.each([
    ['a description', { description: 'asks you' }],
    ['a translation', { name_localizations: { 'es-ES': 'pedir' } }],
    ['a language', { name_localizations: { 'es-ES': 'preguntar', 'es-419': 'preguntar' } }],
    ['the place of use', { contexts: [0] }],
    ['the needed permission', { default_member_permissions: '32' }],
    ['an option that became required', { options: [{ ...ASK.json.options![0]!, required: true }] }],
    ['the order of options', { options: ASK.json.options!.toReversed() }],
  ])('are written if %s has changed', async (_, change) => {
    await run({});
    const [ask] = discord.commands.global;
    const { report } = await run({}, [{ ...ASK, json: { ...ASK.json, ...change } as never }, TELL]);
    expect(report.written).toEqual(['global']);
    // The command keeps its id, so that servers keep their own settings for it.
    expect(discord.commands.global[0]!.id).toBe(ask!.id);
    expect(discord.violations).toEqual([]);
  });

  test('are removed once they no longer exist', async () => {
    await run({});
    await run({}, [ASK]);
    expect(names().global).toEqual(['ask']);
  });

  test('for a server that the bot is not in are refused with a warning, and all others are registered', async () => {
    const elsewhere = '200000000000000099';
    const { report, logged } = await run({ guildIds: [elsewhere, GUILD], adminGuildIds: [GUILD] });
    expect(report.refused).toEqual([elsewhere]);
    expect(logged.troubles).toMatchObject([{ level: 40, guild: elsewhere }]);
    expect(names().guild).toEqual(['admin', 'ask', 'tell']);
  });

  test('of administrators are nowhere if no server is named for them, and the log says so', async () => {
    const { logged } = await run({});
    expect(names()).toEqual({ global: ['ask', 'tell'], guild: [], admin: [] });
    expect(logged.troubles).toMatchObject([{ msg: expect.stringContaining('DISCORD_ADMIN_GUILD_IDS') }]);
  });
});

describe('a server that the bot is invited to while it runs', () => {
  const LATER = '200000000000000003';
  const PATIENT = { timeout: PATIENCE_MS };
  const commands = [fakeCommand('ask'), fakeCommand('admin', undefined, { scope: 'admin-guilds' })];
  const settings = { adminGuildIds: [ADMIN_GUILD, LATER], refusedEveryMs: 1 };

  test('gets its commands without a restart, and the log says once that they lacked and where each command is', async () => {
    const { bot, logged } = await startTestBot(discord, { commands, settings });
    const lacking = () => logged.lines.filter(({ guild, level }) => guild === LATER && level === 40);
    expect(lacking()).toMatchObject([{ msg: expect.stringContaining('client_id=100000000000000001') }]);
    expect(logged.lines).toContainEqual(expect.objectContaining({ msg: 'registered in all servers: /ask' }));

    const asked = () => discord.requests.filter(({ path }) => path.includes(LATER)).length;
    const before = asked();
    await vi.waitUntil(() => asked() > before + 2, PATIENT);
    discord.invite({ id: LATER });
    await vi.waitUntil(
      () =>
        logged.lines.some(({ guild, msg }) => guild === LATER && msg === 'registered in one server: /admin'),
      PATIENT,
    );
    expect(discord.commands.guild(LATER).map(({ name }) => name)).toEqual(['admin']);
    expect(lacking()).toHaveLength(1);
    await bot.stop();
  });

  test('is not asked for any more once the bot stops', async () => {
    const { bot } = await startTestBot(discord, { commands, settings });
    await bot.stop();
    const { length } = discord.requests;
    await bot.registered;
    expect(discord.requests).toHaveLength(length);
  });
});
