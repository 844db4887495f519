import { REST } from '@discordjs/rest';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { recordModeratorAction } from '../../src/community/moderator-actions.ts';
import { type GuildRecords, lookAtGuilds, watchGuilds } from '../../src/discord/guild-watch.ts';
import { guildRecordsIn } from '../../src/program/guild-records.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { ADMIN_GUILD, GUILD, KeptLog, startStandIn, startTestBot, TOKEN } from './test-bot.ts';

const APPLICATION = '100000000000000001';
/** A server that has removed the bot. */
const GONE = '200000000000000009';

let database: TestDatabase;
let discord: StandIn;
let logged: KeptLog;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.remove());
beforeEach(async () => {
  discord = await startStandIn();
  logged = new KeptLog();
  await database.direct`truncate steamscope.moderator_actions, steamscope.left_guilds`;
  for (const guildId of [GUILD, GONE, GONE, null]) {
    await recordModeratorAction(database.answers, { by: '1', guildId, action: 'refresh' });
  }
});
afterEach(() => discord.stop());

async function look(records: GuildRecords = guildRecordsIn(database.answers)): Promise<void> {
  const rest = new REST({ api: discord.url, version: '10', retries: 0 }).setToken(TOKEN);
  await lookAtGuilds(rest, APPLICATION, records, logged.log, new AbortController().signal);
}

async function daysPass(days: number): Promise<void> {
  await database.direct`update steamscope.left_guilds set left_at = left_at - make_interval(days => ${days})`;
}

/** The server ids of the remaining rows. */
async function kept(): Promise<(string | null)[]> {
  const rows = await database.direct<{ guild_id: string | null }[]>`
    select guild_id from steamscope.moderator_actions order by id`;
  return rows.map(({ guild_id }) => guild_id);
}

async function left(): Promise<string[]> {
  const rows = await database.direct<{ guild_id: string }[]>`
    select guild_id from steamscope.left_guilds where left_at > now() - interval '1 hour'`;
  return rows.map(({ guild_id }) => guild_id);
}

test('the rows of a server are deleted 30 days after it has removed the bot, and no others', async () => {
  await look();
  expect(await left()).toEqual([GONE]);
  await daysPass(29);
  await look();
  expect(await kept()).toEqual([GUILD, GONE, GONE, null]);
  await daysPass(1);
  await look();
  expect(await kept()).toEqual([GUILD, null]);
  // Nothing is left about the server, not even that it was there.
  expect(await database.direct`select from steamscope.left_guilds`).toHaveLength(0);
  expect(logged.lines).toMatchObject([{ rows: 2 }]);
});

test('a server that takes the bot back keeps its rows, and has 30 days again the next time', async () => {
  await look();
  await daysPass(40);
  await discord.stop();
  discord = await startStandIn({ guilds: [{ id: GUILD }, { id: GONE }] });
  await look();
  expect(await kept()).toEqual([GUILD, GONE, GONE, null]);
  await discord.stop();
  discord = await startStandIn();
  await look();
  expect(await left()).toEqual([GONE]);
  expect(await kept()).toEqual([GUILD, GONE, GONE, null]);
});

test('a server that Discord fails to answer about counts neither as left nor as forgotten', async () => {
  await look();
  await daysPass(40);
  discord.faults.failNext({ route: 'commands', status: 500, times: 2 });
  await look();
  expect(await kept()).toEqual([GUILD, GONE, GONE, null]);
  expect(await left()).toEqual([]);
  expect(logged.troubles).toMatchObject([{ guild: expect.any(String) }, { guild: expect.any(String) }]);
});

test('a bot with the first shard looks when it starts', async () => {
  await look();
  await daysPass(31);
  const guildRecords = guildRecordsIn(database.answers);
  const second = await startTestBot(discord, {
    commands: [],
    settings: { shards: { ids: [1], count: 2 } },
    guildRecords,
  });
  await second.bot.stop();
  expect(await kept()).toContain(GONE);
  const first = await startTestBot(discord, {
    commands: [],
    settings: { adminGuildIds: [ADMIN_GUILD] },
    guildRecords,
  });
  await first.logged.said('deleted the data of servers that removed the bot');
  expect(await kept()).not.toContain(GONE);
  await first.bot.stop();
});

test('the bot looks every day, also after a day on which that failed', async () => {
  vi.useFakeTimers();
  try {
    let looks = 0;
    const records: GuildRecords = {
      async guildIds() {
        looks += 1;
        if (looks === 2) throw new Error('no database today');
        return [];
      },
      note: async () => 0,
    };
    const stop = watchGuilds(new REST(), APPLICATION, records, logged.log);
    await vi.advanceTimersByTimeAsync(0);
    expect(looks).toBe(1);
    await vi.advanceTimersByTimeAsync(3 * 24 * 60 * 60_000);
    expect(looks).toBe(4);
    expect(logged.troubles).toMatchObject([{ err: { message: 'no database today' } }]);
    await stop();
    await vi.advanceTimersByTimeAsync(3 * 24 * 60 * 60_000);
    expect(looks).toBe(4);
  } finally {
    vi.useRealTimers();
  }
});
