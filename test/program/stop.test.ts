import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordModeratorAction } from '../../src/community/moderator-actions.ts';
import { findServedDataSet } from '../../src/database/served-data-set.ts';
import { refresh } from '../../src/etl/refresh/refresh.ts';
import { GUILD, startStandIn, TOKEN } from '../discord/test-bot.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { Program } from '../support/program.ts';
import { game, library, lines, review, reviewer, writeRawFiles } from '../support/raw-files.ts';

/** Milliseconds after which supervisors kill a process that was told to stop. */
const SUPERVISOR_MS = 10_000;

/** Milliseconds for a test, which starts the program. */
const TEST_MS = 180_000;

let discord: StandIn;
let database: TestDatabase;
let files: Awaited<ReturnType<typeof writeRawFiles>>;
let program: Program;

beforeAll(async () => {
  [database, files] = await Promise.all([
    createTestDatabase(),
    writeRawFiles({
      games: lines(game(10), game(20)),
      reviews: lines(reviewer('a', review(10))),
      libraries: lines(library('a', { 10: 60 })),
    }),
  ]);
  await refresh(database.direct, files.settings);
  await recordModeratorAction(database.answers, { by: '1', guildId: GUILD, action: 'refresh' });
});
afterAll(() => Promise.all([database.remove(), files.remove()]));
beforeEach(async () => {
  discord = await startStandIn();
});
afterEach(async () => {
  program.child.kill('SIGKILL');
  await discord.stop();
});

function start(): void {
  const { games, reviews, libraries } = files.settings.sources;
  program = new Program(['start'], {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.url,
    DATABASE_URL: database.url,
    GAMES_SOURCE: games,
    REVIEWS_SOURCE: reviews,
    LIBRARIES_SOURCE: libraries,
    HTTP_PORT: '0',
  });
}

/** Stops the program. @returns the log of the stop, and everything that Discord has heard meanwhile */
async function stopped() {
  const [requests, attempts] = [discord.requests.length, discord.gateway.attempts.length];
  const began = performance.now();
  program.child.kill('SIGTERM');
  const { status, stderr } = await program.ended();
  const took = performance.now() - began;
  expect(stderr).toContain('"stopping"');
  expect({ status, inTime: took < SUPERVISOR_MS }).toEqual({ status: 0, inTime: true });
  return {
    stderr: stderr.slice(stderr.indexOf('"stopping"')),
    heard: [
      ...discord.requests.slice(requests).map(({ method, route }) => `${method} ${route}`),
      ...discord.gateway.attempts.slice(attempts).map(({ what }) => what),
    ],
  };
}

const connected = async () => {
  start();
  await program.said(/commands are (?:registered|unchanged)/);
};

/** Each state of the program in which a stop used not to end, and the way into it. */
const STATES: [string, () => Promise<unknown>][] = [
  [
    'the gateway says no HELLO',
    async () => {
      discord.gateway.mood = 'no HELLO';
      start();
      await discord.gateway.attempted('upgrade');
    },
  ],
  [
    'the gateway says HELLO and never READY',
    async () => {
      discord.gateway.mood = 'no READY';
      start();
      await discord.gateway.attempted('identify');
    },
  ],
  [
    'the gateway has refused the first attempt',
    async () => {
      discord.gateway.mood = 'refusing';
      start();
      await program.said(/Trying again in 1 s/);
    },
  ],
  [
    'Discord fails, and the program waits before the next attempt',
    async () => {
      discord.faults.failNext({ route: 'gateway', status: 500, times: 100 });
      start();
      await program.said(/Trying again in 4 s/);
    },
  ],
  [
    'the gateway is limited for ten minutes (429)',
    async () => {
      discord.faults.failNext({ route: 'gateway', status: 429, retryAfter: 600 });
      start();
      await program.said(/connecting to the gateway waits until/);
    },
  ],
  [
    'a broken connection waits for the answer to RESUME',
    async () => {
      await connected();
      discord.gateway.mood = 'no READY';
      discord.gateway.cut();
      await discord.gateway.attempted('resume');
    },
  ],
  [
    'a broken connection is refused again and again',
    async () => {
      await connected();
      discord.gateway.mood = 'refusing';
      discord.gateway.cut();
      await discord.gateway.attempted('upgrade', 4);
    },
  ],
  [
    'the session was invalidated, and the next one never begins',
    async () => {
      await connected();
      discord.gateway.mood = 'no READY';
      discord.gateway.invalidateSession(false);
      await discord.gateway.attempted('identify', 2);
    },
  ],
  [
    'registering the commands, and the look for servers, are limited (429)',
    async () => {
      discord.faults.failNext({ route: 'commands', status: 429, retryAfter: 600, times: 2 });
      start();
      await program.said(/registering the commands waits until/);
      await program.said(/looking for servers that removed the bot waits until/);
    },
  ],
];

test.each(STATES)(
  'a stop ends in ten seconds and sends nothing more while %s',
  async (_, reach) => {
    await reach();
    const { heard, stderr } = await stopped();
    expect(heard).toEqual([]);
    expect(stderr).not.toMatch(/"level":[456]0/);
  },
  TEST_MS,
);

test(
  'a stop ends when Discord has gone for good',
  async () => {
    await connected();
    await discord.stop();
    await program.said(/the gateway connection is lost/);
    program.child.kill('SIGTERM');
    expect((await program.ended()).status).toBe(0);
    discord = await startStandIn();
  },
  TEST_MS,
);

test(
  'a stop leaves an answer whose edit is limited for ten minutes (429), and ends',
  async () => {
    await connected();
    discord.faults.failNext({ route: 'edit', status: 429, retryAfter: 600 });
    const reply = await discord.member({ guildId: GUILD }).command('users-recommend', { year: 2015 });
    await reply.acknowledged();
    await program.said(/sending a reply waits until/);
    const { heard, stderr } = await stopped();
    expect(heard).toEqual([]);
    expect(stderr).toContain('stopping before these answers are finished');
  },
  TEST_MS,
);

test(
  'a stop ends while the database is slow and a client holds its connection open',
  async () => {
    await connected();
    const [, url] = await program.said(/Steamscope is at (http:\S+?)"/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const served = await findServedDataSet(database.answers);
    const lock = await database.direct.reserve();
    await lock`begin`;
    const schema = `steamscope_data_${served!.id}`;
    const tables = await lock<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = ${schema}`;
    for (const { name } of tables)
      await lock`lock table ${lock(schema)}.${lock(name)} in access exclusive mode`;
    const reply = await discord.member({ guildId: GUILD }).command('users-recommend', { year: 2015 });
    await reply.acknowledged();
    const { stderr } = await stopped();
    await lock`rollback`;
    lock.release();
    expect(stderr).toContain('stopping before these answers are finished');
  },
  TEST_MS,
);
