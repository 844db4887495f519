import { once } from 'node:events';
import { REST } from '@discordjs/rest';
import { Client, Events, GatewayIntentBits, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Closing } from '../support/discord/gateway-server.ts';
import { StandIn } from '../support/discord/stand-in.ts';
import { APPLICATION, asCommand, GUILD, TinyBot, TOKEN } from '../support/discord/tiny-bot.ts';

let discord: StandIn;
let bot: TinyBot | undefined;

beforeEach(async () => {
  discord = await start();
});

afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await discord.stop();
});

async function start(options: { shards?: number; heartbeatIntervalMs?: number } = {}): Promise<StandIn> {
  const started = await StandIn.start({
    token: TOKEN,
    applicationId: APPLICATION,
    guilds: [{ id: GUILD }, { id: String(BigInt(GUILD) + (1n << 22n)) }],
    ...options,
  });
  const rest = new REST({ api: started.url }).setToken(TOKEN);
  await rest.put(Routes.applicationCommands(APPLICATION), { body: [{ name: 'ping', description: 'Ping' }] });
  return started;
}

const pong = async (interaction: Parameters<typeof asCommand>[0]) => asCommand(interaction).reply('pong');

async function answers(guildId = GUILD): Promise<string | undefined> {
  const reply = await discord.member({ guildId }).command('ping');
  await reply.settled();
  return reply.message?.content;
}

test('a wrong token is refused by REST, and by the gateway with 4004', async () => {
  const client = new Client({ intents: [], rest: { api: discord.url } });
  await expect(client.login(`${TOKEN}x`)).rejects.toThrow();
  await client.destroy();
  expect(discord.violations).toMatchObject([{ route: 'gateway', status: 401 }]);

  const socket = new WebSocket(`${discord.gateway.url}?v=10&encoding=json`);
  await once(socket, 'message');
  const closed = once(socket, 'close');
  socket.send(JSON.stringify({ op: 2, d: { token: 'wrong', intents: 0, properties: {} } }));
  expect((await closed)[0]).toBe(4004);
});

test('a privileged intent is refused with 4014', async () => {
  const client = new Client({ intents: [GatewayIntentBits.MessageContent], rest: { api: discord.url } });
  client.on(Events.Error, () => {});
  const closed = once(discord.gateway, 'closed');
  client.login(TOKEN).catch(() => {});
  expect((await closed)[0]).toMatchObject({ code: 4014, by: 'discord' } satisfies Partial<Closing>);
  await client.destroy();
});

test('a bot that leaves closes with 1000, and can no longer be asked', async () => {
  bot = await TinyBot.start(discord, pong);
  expect(await answers()).toBe('pong');
  const closed = once(discord.gateway, 'closed');
  await bot.stop();
  expect((await closed)[0]).toEqual({ code: 1000, by: 'bot', shard: [0, 1] });
  await expect(discord.member({ guildId: GUILD }).command('ping')).rejects.toThrow('no bot is connected');
});

test('events during a broken connection arrive with the resume', async () => {
  bot = await TinyBot.start(discord, pong);
  const resumed = once(discord.gateway, 'resumed');
  const closed = once(discord.gateway, 'closed');
  discord.gateway.cut();
  await closed;
  const missed = await discord.member({ guildId: GUILD }).command('ping');
  expect(await resumed).toBeDefined();
  await missed.settled();
  expect(missed.message?.content).toBe('pong');
  expect(discord.gateway.identifications).toBe(1);
  expect(discord.violations).toEqual([]);
});

test.each([4000, 4009])('after close code %i the bot comes back', async (code) => {
  bot = await TinyBot.start(discord, pong);
  const back = once(discord.gateway, code === 4000 ? 'resumed' : 'identified');
  discord.gateway.closeAll(code);
  await back;
  expect(await answers()).toBe('pong');
});

test('a resumable invalidation leads to a resume, any other to a new session', async () => {
  bot = await TinyBot.start(discord, pong);
  const resumed = once(bot.client, Events.ShardResume);
  discord.gateway.invalidateSession(true);
  await resumed;
  expect(discord.gateway.identifications).toBe(1);
  const identified = once(discord.gateway, 'identified');
  discord.gateway.invalidateSession(false);
  await identified;
  expect(await answers()).toBe('pong');
  expect(discord.gateway.identifications).toBe(2);
});

test('a bot notices a silent gateway by the missing heartbeat acknowledgements, and resumes', async () => {
  await discord.stop();
  discord = await start({ heartbeatIntervalMs: 200 });
  bot = await TinyBot.start(discord, pong);
  const resumed = once(discord.gateway, 'resumed');
  discord.gateway.dropSilently();
  const missed = await discord.member({ guildId: GUILD }).command('ping');
  await resumed;
  await missed.settled();
  expect(missed.message?.content).toBe('pong');
});

test('each of two shards hears of its own servers only', async () => {
  await discord.stop();
  discord = await start({ shards: 2 });
  const rest = new REST({ api: discord.url }).setToken(TOKEN);
  expect(await rest.get(Routes.gatewayBot())).toMatchObject({ shards: 2 });
  const heard: unknown[] = [];
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    rest: { api: discord.url },
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    heard.push(interaction.guild?.shardId);
    await pong(interaction);
  });
  const ready = once(client, Events.ClientReady);
  await client.login(TOKEN);
  await ready;
  const sessions = await discord.gateway.connected(2);
  expect(sessions.map(({ shard }) => shard).toSorted()).toEqual([
    [0, 2],
    [1, 2],
  ]);
  for (const id of [GUILD, String(BigInt(GUILD) + (1n << 22n))]) expect(await answers(id)).toBe('pong');
  // By hand: 2000000000000000001 >> 22 is 476837158203, an odd number, so its shard is 1.
  expect(heard).toEqual([1, 0]);
  await client.destroy();
  await discord.gateway.disconnected();
});
