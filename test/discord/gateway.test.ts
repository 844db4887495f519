import { once } from 'node:events';
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
  test('is asked for no intents, and says when it is connected', async () => {
    await start();
    const [session] = await discord.gateway.connected();
    expect(session!.intents).toBe(0);
    expect(bot!.gateway()).toBe('connected');
    expect(await ask()).toBe('{"what":"x"}');
  });

  test('cut like a broken line is taken up again: what was asked meanwhile is answered', async () => {
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

  test('that is told to connect again resumes', async () => {
    await start();
    const resumed = once(discord.gateway, 'resumed');
    discord.gateway.requestReconnect();
    await resumed;
    expect(await ask()).toBe('{"what":"x"}');
  });

  test('whose session is invalidated begins another one', async () => {
    await start();
    const identified = once(discord.gateway, 'identified');
    discord.gateway.invalidateSession(false);
    await identified;
    expect(await ask()).toBe('{"what":"x"}');
    expect(discord.gateway.identifications).toBe(2);
  });

  test('closed for good is said in a line, and nobody connects again', async () => {
    await start();
    discord.gateway.closeAll(4004);
    const error = await failure(bot!.lost);
    expect(error.message).toMatch(/refuses the token \(4004\).*DISCORD_TOKEN/);
    expect(error.message).not.toContain('\n');
    expect(discord.gateway.identifications).toBe(1);
  });

  test('is closed with 1000 at a stop', async () => {
    await start();
    await bot!.stop();
    bot = null;
    await discord.gateway.disconnected();
    expect(discord.gateway.closings).toMatchObject([{ code: 1000, by: 'bot' }]);
    expect(logged.troubles).toEqual([]);
  });

  test('is that of the shards that are named', async () => {
    await start({ settings: { shards: { ids: [1, 3], count: 4 } } });
    const sessions = await discord.gateway.connected(2);
    expect(sessions.map(({ shard }) => shard).toSorted()).toEqual([
      [1, 4],
      [3, 4],
    ]);
    // The first shard's process registers.
    expect(discord.requests.filter(({ route }) => route === 'commands')).toEqual([]);
  });

  test('has as many shards as Discord recommends', async () => {
    await discord.stop();
    discord = await startStandIn({ shards: 3 });
    await start();
    const sessions = await discord.gateway.connected(3);
    expect(sessions.map(({ shard }) => shard[1])).toEqual([3, 3, 3]);
  });
});

describe('a start that cannot come to anything', () => {
  test('with a wrong token ends at once, with a line that does not repeat it', async () => {
    const error = await failure(start({ settings: { token: 'hunter2' } }));
    expect(error.message).toMatch(/refuses the token \(401\).*DISCORD_TOKEN/);
    expect(error.message).not.toContain('hunter2');
    expect(discord.requests).toHaveLength(1);
  });

  test('without Discord ends after some attempts', async () => {
    const apiUrl = discord.url;
    await discord.stop();
    const error = await failure(start({ settings: { apiUrl, waits: [0, 0] } }));
    expect(error.message).toMatch(/cannot be reached \(ECONNREFUSED\).*DISCORD_API_URL/);
    discord = await startStandIn();
  });

  test('but for a while goes on once Discord is there', async () => {
    // Each attempt is made four times: @discordjs/rest tries again where a server fails.
    discord.faults.failNext({ route: 'gateway', status: 500, times: 8 });
    await start({ settings: { waits: [0, 0, 0] } });
    expect(await ask()).toBe('{"what":"x"}');
    expect(
      logged.troubles.filter(({ msg }) => /cannot be reached \(500\).*Trying again/.test(msg)),
    ).toHaveLength(2);
  });

  test('with no sessions left says so', async () => {
    await discord.stop();
    discord = await startStandIn({ sessionStarts: 0 });
    const error = await failure(start());
    expect(error.message).toContain('Discord allows no more connections today');
    expect(discord.gateway.identifications).toBe(0);
  });
});

describe('a first answer', () => {
  test('that Discord puts off (429) or fails (500) is given again', async () => {
    await start();
    discord.faults.failNext({ route: 'callback', status: 429, retryAfter: 0.01 });
    expect(await ask()).toBe('{"what":"x"}');
    discord.faults.failNext({ route: 'callback', status: 500 });
    expect(await ask()).toBe('{"what":"x"}');
    expect(discord.violations).toEqual([]);
  });

  test('that arrived, though Discord failed to say so, is followed by the reply and a warning', async () => {
    await start();
    discord.faults.failNext({ route: 'callback', status: 502, applied: true });
    expect(await ask()).toBe('{"what":"x"}');
    expect(logged.troubles).toMatchObject([{ level: 40, command: 'ask', err: { code: 40060 } }]);
  });

  test('that is too late is a warning; nothing is asked, and the next question is answered', async () => {
    let asked = 0;
    const command = fakeCommand('ask', async () => {
      asked += 1;
      return saying('x');
    });
    await start({ commands: [command] });
    discord.faults.failNext({ route: 'callback', status: 500 });
    const reply = await discord.member({ guildId: GUILD }).command('ask');
    // By the time of the second attempt it is 3 s later for Discord.
    reply.interaction.start.dispatchedAt -= 3001;
    expect(await logged.trouble()).toMatchObject([{ level: 40, err: { code: 10062 } }]);
    expect(asked).toBe(0);
    expect(await ask()).toBe('x');
  });

  test('leaves no token of an interaction in the log when it fails', async () => {
    await start();
    discord.faults.failNext({ route: 'callback', status: 500, times: 4 });
    const reply = await discord.member({ guildId: GUILD }).command('ask', { what: 'what was typed' });
    expect(await logged.trouble()).toMatchObject([{ level: 50, err: { status: 500 } }]);
    expect(JSON.stringify(logged.lines)).not.toContain(reply.interaction.start.token);
    expect(JSON.stringify(logged.lines)).not.toContain('what was typed');
  });
});

describe('a stop', () => {
  test('waits for running answers, and tells who asks meanwhile', async () => {
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

describe('many at once', () => {
  test('are all acknowledged and answered, and each once', async () => {
    await discord.stop();
    // Its clock stands still: how fast this machine is today is not the question.
    discord = await startStandIn({ clock: new ManualClock() });
    await start({ commands: [fakeCommand('ask', async (_, { what }) => saying(String(what)))] });
    const members = Array.from({ length: 500 }, () => discord.member({ guildId: GUILD }));
    const replies = await Promise.all(members.map((member, n) => member.command('ask', { what: String(n) })));
    const answers = await Promise.all(replies.map((reply) => reply.answered(60_000)));
    expect(answers.map(({ data }) => data.embeds[0]?.description)).toEqual(members.map((_, n) => String(n)));
    expect(discord.requests.filter(({ route }) => route === 'callback')).toHaveLength(500);
    expect(discord.violations).toEqual([]);
    expect(logged.troubles).toEqual([]);
  });
});
