import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/discord/bot.ts';
import { GatewayError } from '../../src/discord/gateway-error.ts';
import { ManualClock } from '../support/discord/clock.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import {
  fakeCommand,
  GUILD,
  gate,
  type KeptLog,
  saying,
  startStandIn,
  startTestBot,
  type TestBotOptions,
} from './test-bot.ts';

let discord: StandIn;
let bot: Bot | null = null;
let logged: KeptLog;

beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(async () => {
  await bot?.stop();
  bot = null;
  await discord.stop();
});

async function start(options: Partial<TestBotOptions> = {}): Promise<void> {
  ({ bot, logged } = await startTestBot(discord, { commands: [fakeCommand('ask')], ...options }));
}

async function failure(starting: Promise<unknown>): Promise<GatewayError> {
  const error = await starting.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(GatewayError);
  return error as GatewayError;
}

async function ask(): Promise<string | undefined> {
  const reply = await discord.member({ guildId: GUILD }).command('ask', { what: 'x' });
  return (await reply.answered()).data.embeds[0]?.description;
}

describe('the gateway', () => {
  test('asks for no intents, and reports that it is connected', async () => {
    await start();
    const [session] = await discord.gateway.connected();
    expect(session!.intents).toBe(0);
    expect(bot!.gateway()).toBe('connected');
    expect(await ask()).toBe('{"what":"x"}');
  });

  test('resumes after a broken connection, and answers the questions of the meantime', async () => {
    await start();
    const resumed = once(discord.gateway, 'resumed');
    discord.gateway.cut();
    await logged.trouble();
    expect(bot!.gateway()).toBe('connecting');
    const reply = await discord.member({ guildId: GUILD }).command('ask', { what: 'meanwhile' });
    await resumed;
    expect((await reply.answered()).data.embeds[0]?.description).toBe('{"what":"meanwhile"}');
    expect(discord.gateway.identifications).toBe(1);
  });

  test('that is down is one line in the log when it is lost, and one when it is back', async () => {
    await start();
    const resumed = once(discord.gateway, 'resumed');
    discord.gateway.mood = 'refusing';
    discord.gateway.cut();
    await discord.gateway.attempted('upgrade', 4);
    discord.gateway.mood = 'usual';
    await resumed;
    await logged.said('the gateway connection is back');
    expect(logged.troubles).toMatchObject([
      { shard: 0, msg: expect.stringMatching(/^the gateway connection is lost/) },
    ]);
  });

  test('begins another session where the address of its own stays away', async () => {
    discord.gateway.resumeUrl = 'ws://127.0.0.1:1';
    await start();
    const identified = once(discord.gateway, 'identified');
    discord.gateway.cut();
    await identified;
    expect(await ask()).toBe('{"what":"x"}');
    expect(discord.gateway.identifications).toBe(2);
  });

  test('resumes when Discord asks for a reconnect', async () => {
    await start();
    const resumed = once(discord.gateway, 'resumed');
    discord.gateway.requestReconnect();
    await resumed;
    expect(await ask()).toBe('{"what":"x"}');
  });

  test('begins another session when its own is invalidated', async () => {
    await start();
    const identified = once(discord.gateway, 'identified');
    discord.gateway.invalidateSession(false);
    await identified;
    expect(await ask()).toBe('{"what":"x"}');
    expect(discord.gateway.identifications).toBe(2);
  });

  test('reports in one line that Discord has closed it for good, and does not connect again', async () => {
    await start();
    discord.gateway.closeAll(4004);
    const error = await failure(bot!.lost);
    expect(error.message).toMatch(/refuses the token \(4004\).*DISCORD_TOKEN/);
    expect(error.message).not.toContain('\n');
    expect(discord.gateway.identifications).toBe(1);
  });

  test('closes with 1000 at a stop', async () => {
    await start();
    await bot!.stop();
    bot = null;
    await discord.gateway.disconnected();
    expect(discord.gateway.closings).toMatchObject([{ code: 1000, by: 'bot' }]);
    expect(logged.troubles).toEqual([]);
  });

  test('connects the shards that the settings name', async () => {
    await start({ settings: { shards: { ids: [1, 3], count: 4 } } });
    const sessions = await discord.gateway.connected(2);
    expect(sessions.map(({ shard }) => shard).toSorted()).toEqual([
      [1, 4],
      [3, 4],
    ]);
    // The process of the first shard registers the commands.
    expect(discord.requests.filter(({ route }) => route === 'commands')).toEqual([]);
  });

  test('connects as many shards as Discord recommends', async () => {
    await discord.stop();
    discord = await startStandIn({ shards: 3 });
    await start();
    const sessions = await discord.gateway.connected(3);
    expect(sessions.map(({ shard }) => shard[1])).toEqual([3, 3, 3]);
  });
});

describe('a start that fails', () => {
  test('ends at once with a wrong token, in one line that does not repeat it', async () => {
    const error = await failure(start({ settings: { token: 'hunter2' } }));
    expect(error.message).toMatch(/refuses the token \(401\).*DISCORD_TOKEN/);
    expect(error.message).not.toContain('hunter2');
    expect(discord.requests).toHaveLength(1);
  });

  test('ends after some attempts if Discord cannot be reached', async () => {
    const apiUrl = discord.url;
    await discord.stop();
    const error = await failure(start({ settings: { apiUrl, waits: [0, 0] } }));
    expect(error.message).toMatch(/cannot be reached \(ECONNREFUSED\).*DISCORD_API_URL/);
    discord = await startStandIn();
  });

  test('goes on if Discord can be reached before the last attempt', async () => {
    // Each attempt makes four requests: @discordjs/rest repeats a request that the server fails.
    discord.faults.failNext({ route: 'gateway', status: 500, times: 8 });
    await start({ settings: { waits: [0, 0, 0] } });
    expect(await ask()).toBe('{"what":"x"}');
    expect(
      logged.troubles.filter(({ msg }) => /cannot be reached \(500\).*Trying again/.test(msg)),
    ).toHaveLength(2);
  });

  test('waits for a rate limit, with a warning, and goes on', async () => {
    discord.faults.failNext({ route: 'gateway', status: 429, retryAfter: 1.5, times: 2 });
    await start({ settings: { waits: [0, 0] } });
    expect(await ask()).toBe('{"what":"x"}');
    const told = logged.troubles.map(({ msg }) => msg);
    expect(told).toEqual([
      expect.stringMatching(/^Discord's rate limit: connecting to the gateway waits until \d{4}-/),
      expect.stringMatching(/^Discord's rate limit: connecting to the gateway waits until \d{4}-/),
    ]);
  });

  test.each([
    ['for a day', 82_721],
    ['for longer than there are dates', 1e13],
  ])('ends at once if Discord takes no connection %s', async (_, retryAfter) => {
    discord.faults.failNext({ route: 'gateway', status: 429, retryAfter });
    const error = await failure(start());
    expect(error.message).toMatch(
      /^Discord lets the bot connect no more until \d{4}-.*Z: too many requests \(429\)\.$/,
    );
    expect(discord.requests).toHaveLength(1);
  });

  test('ends after some attempts if each is limited for a moment', async () => {
    discord.faults.failNext({ route: 'gateway', status: 429, retryAfter: 0.01, times: 100 });
    const error = await failure(start({ settings: { waits: [0, 0, 0] } }));
    expect(error.message).toContain('connect no more until');
    expect(discord.requests).toHaveLength(4);
  });

  test.each([
    [
      'no address',
      {
        url: 'x',
        shards: 1,
        session_start_limit: { total: 1, remaining: 1, reset_after: 1, max_concurrency: 1 },
      },
    ],
    ['nothing', {}],
  ])('ends with a clear line if Discord says %s about its gateway', async (_, body) => {
    const elsewhere = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const { port } = elsewhere.address() as AddressInfo;
    const apiUrl = `http://127.0.0.1:${port}/api`;
    const error = await failure(start({ settings: { apiUrl, waits: [0] } }));
    expect(error.message).toContain('is DISCORD_API_URL right?');
    elsewhere.close();
  });

  test('says that no sessions are left today', async () => {
    await discord.stop();
    discord = await startStandIn({ sessionStarts: 0 });
    const error = await failure(start());
    expect(error.message).toContain('Discord allows no more connections today');
    expect(discord.gateway.identifications).toBe(0);
  });
});

describe('a first answer', () => {
  test('is repeated if Discord puts it off (429) or fails (500)', async () => {
    await start();
    discord.faults.failNext({ route: 'callback', status: 429, retryAfter: 0.01 });
    expect(await ask()).toBe('{"what":"x"}');
    discord.faults.failNext({ route: 'callback', status: 500 });
    expect(await ask()).toBe('{"what":"x"}');
    expect(discord.violations).toEqual([]);
  });

  test('that arrived although Discord reported a failure counts as done, and the reply follows', async () => {
    await start();
    discord.faults.failNext({ route: 'callback', status: 502, applied: true });
    expect(await ask()).toBe('{"what":"x"}');
    expect(discord.violations).toMatchObject([{ route: 'callback', code: 40060 }]);
    const again = await logged.said('a request to Discord is sent again');
    expect(again).toMatchObject({ level: 20, command: 'ask', err: { status: 502 } });
    expect(logged.troubles).toEqual([]);
  });

  test('that comes too late is a warning; the question is not computed, and the next one is answered', async () => {
    let asked = 0;
    const command = fakeCommand('ask', async () => {
      asked += 1;
      return saying('x');
    });
    await start({ commands: [command] });
    discord.faults.failNext({ route: 'callback', status: 500 });
    const reply = await discord.member({ guildId: GUILD }).command('ask');
    // For Discord, 3 s have passed by the second attempt.
    reply.interaction.start.dispatchedAt -= 3001;
    expect(await logged.trouble()).toMatchObject([{ level: 40, err: { code: 10062 } }]);
    expect(asked).toBe(0);
    expect(await ask()).toBe('x');
  });

  test('that fails leaves no token of an interaction in the log', async () => {
    await start();
    discord.faults.failNext({ route: 'callback', status: 500, times: 1000 });
    const reply = await discord.member({ guildId: GUILD }).command('ask', { what: 'what was typed' });
    const [line] = await logged.trouble();
    expect(line).toMatchObject({ level: 40, outcome: 'too-late', err: { cause: { status: 500 } } });
    expect(JSON.stringify(logged.lines)).not.toContain(reply.interaction.start.token);
    expect(JSON.stringify(logged.lines)).not.toContain('what was typed');
  });
});

describe('a stop', () => {
  test('waits for running answers, and turns down questions of the meantime', async () => {
    const answering = gate();
    await start({
      commands: [
        fakeCommand('ask', async () => {
          await answering.opened;
          return saying('done');
        }),
      ],
    });
    const reply = await discord.member({ guildId: GUILD }).command('ask');
    await reply.acknowledged();
    const stopped = bot!.stop();
    const late = await (await discord.member({ guildId: GUILD }).command('ask')).answered();
    expect(late.ephemeral).toBe(true);
    expect(late.data.embeds[0]?.description).toContain('restarting');
    answering.open();
    await stopped;
    expect((await reply.answered()).data.embeds[0]?.description).toBe('done');
    expect(discord.gateway.closings).toMatchObject([{ code: 1000, by: 'bot' }]);
    bot = null;
  });
});

describe('500 questions at once', () => {
  test('are all acknowledged and answered exactly once', async () => {
    await discord.stop();
    // The stand-in's clock stands still, so that the speed of this machine does not matter.
    discord = await startStandIn({ clock: new ManualClock() });
    await start({
      commands: [fakeCommand('ask', async (_, { what }) => saying(String(what)))],
      settings: { limits: { firstAnswerMs: 60_000, tokenMs: 900_000 } },
    });
    const members = Array.from({ length: 500 }, () => discord.member({ guildId: GUILD }));
    const replies = await Promise.all(members.map((member, n) => member.command('ask', { what: String(n) })));
    const answers = await Promise.all(replies.map((reply) => reply.answered(60_000)));
    expect(answers.map(({ data }) => data.embeds[0]?.description)).toEqual(members.map((_, n) => String(n)));
    expect(discord.requests.filter(({ route }) => route === 'callback')).toHaveLength(500);
    expect(discord.violations).toEqual([]);
    expect(logged.troubles).toEqual([]);
  });
});
