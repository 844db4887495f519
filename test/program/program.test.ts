import { readdirSync, readFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { recordModeratorAction } from '../../src/community/moderator-actions.ts';
import { findServedDataSet } from '../../src/database/served-data-set.ts';
import { ADMIN_GUILD, GUILD, startStandIn, TOKEN } from '../discord/test-bot.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { Program, run } from '../support/program.ts';
import { game, library, lines, review, reviewer, writeRawFiles } from '../support/raw-files.ts';

let discord: StandIn;
let database: TestDatabase;
let files: Awaited<ReturnType<typeof writeRawFiles>>;
let settings: Record<string, string>;
let program: Program;

beforeAll(async () => {
  [discord, database, files] = await Promise.all([
    startStandIn(),
    createTestDatabase(),
    writeRawFiles({
      games: lines(game(10), game(20), game(30)),
      reviews: lines(reviewer('a', review(10), review(20)), reviewer('b', review(10))),
      libraries: lines(library('a', { 10: 60, 20: 30 }), library('b', { 10: 600, 30: 5 })),
    }),
  ]);
  const { games, reviews, libraries } = files.settings.sources;
  settings = {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.url,
    DISCORD_ADMIN_GUILD_IDS: ADMIN_GUILD,
    DATABASE_URL: database.url,
    GAMES_SOURCE: games,
    REVIEWS_SOURCE: reviews,
    LIBRARIES_SOURCE: libraries,
    HTTP_PORT: '0',
  };
  program = new Program(['start'], settings);
  await program.said(/commands are registered/);
  await program.said(/the sources are loaded/);
});
afterAll(async () => {
  program.child.kill('SIGKILL');
  await discord.stop();
  await Promise.all([database.remove(), files.remove()]);
});

/** The command lines of all processes on this machine. */
function commandLines(): string[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      return [readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0').join(' ').trim()];
    } catch {
      return []; // It has ended meanwhile.
    }
  });
}

const moderator = () =>
  discord.member({ guildId: ADMIN_GUILD, permissions: PermissionFlagsBits.ManageGuild, locale: 'en-GB' });

test('the program answers behind the gateway, and is ready when it is connected', async () => {
  const reply = await discord.member({ guildId: GUILD }).command('users-recommend', { year: 2015 });
  const answer = await reply.answered();
  expect(JSON.stringify(answer.data.embeds)).toContain('Game 10');

  const [, url] = await program.said(/Steamscope is at (http:\S+?)"/);
  const ready = await fetch(`${url}/readyz`);
  expect(await ready.json()).toMatchObject({ status: 'ready', gateway: 'ok' });
  expect(discord.violations).toEqual([]);
});

test('a database that is away is one line in the log, however often the program is probed, and one when it is back', async () => {
  const [, url] = await program.said(/Steamscope is at (http:\S+?)"/);
  const probe = async () => (await fetch(`${url}/readyz`)).status;
  const name = new URL(database.url).pathname.slice(1);
  const server = postgres(inject('serverUrl'), { max: 1 });
  await server`alter database ${server(name)} with allow_connections false`;
  await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  for (let times = 0; times < 3; times++) expect(await probe()).toBe(503);
  await server`alter database ${server(name)} with allow_connections true`;
  await server.end();
  await vi.waitUntil(async () => (await probe()) === 200, { timeout: PATIENCE_MS });
  await program.said(/the database answers again/);
  const lost = program.written.split('\n').filter((line) => line.includes('the database does not answer'));
  expect(lost.map((line) => JSON.parse(line))).toEqual([
    { level: 40, time: expect.any(Number), why: expect.any(String), msg: 'the database does not answer' },
  ]);
});

test('registering again changes nothing', async () => {
  const before = discord.requests.length;
  const registered = await run(['register'], settings);
  expect(registered).toMatchObject({ status: 0, stdout: expect.stringContaining('unchanged: global\n') });
  expect(registered.stdout).not.toContain('registered:');
  expect(discord.requests.slice(before).every(({ method }) => method === 'GET')).toBe(true);
});

test('a moderator refreshes the data, and the status names the moderator', async () => {
  const before = await findServedDataSet(database.answers);
  await appendFile(settings.GAMES_SOURCE!, gzipSync(lines(game(40))));
  const member = moderator();
  const reply = await member.command('admin refresh');
  const ended = await reply.interaction.changes.until(
    () => (reply.message?.embeds[0]?.title?.startsWith('The data was refreshed') ? reply.message : undefined),
    () => `it did not end: ${JSON.stringify(reply.message?.embeds)}`,
    60_000,
  );
  expect(reply.ephemeral).toBe(true);
  expect(ended.embeds[0]!.fields![0]!.value).toBe(
    'Games: 4 (1 new, 0 gone, 0 changed)\nUsers: 2\nGames in libraries: 4\nReviews: 3',
  );
  const after = await findServedDataSet(database.answers);
  expect(after!.id).toBeGreaterThan(before!.id);

  const status = await (await member.command('admin status')).answered();
  const text = JSON.stringify(status.data.embeds);
  expect(text).toContain(`Data set ${after!.id} is being served`);
  expect(text).toContain(`<@${member.userId}> started a refresh`);
  // The text shows no folder of this machine.
  expect(text).not.toContain('/tmp');
  expect(discord.violations).toEqual([]);
});

test('a refresh that finds nothing new says so', async () => {
  const before = await findServedDataSet(database.answers);
  const reply = await moderator().command('admin refresh');
  await reply.interaction.changes.until(
    () => (reply.message?.embeds[0]?.title === 'Nothing has changed' ? true : undefined),
    () => `it did not end: ${JSON.stringify(reply.message?.embeds)}`,
    60_000,
  );
  expect((await findServedDataSet(database.answers))!.id).toBe(before!.id);
});

test('a second moderator, in another process, is told about the first', async () => {
  const by = '300000000000000033';
  const action = await recordModeratorAction(database.records, {
    by,
    guildId: ADMIN_GUILD,
    action: 'refresh',
  });
  const first = new Program(['refresh', '--reload', '--action', String(action)], settings);
  await first.said(/"phase":"reviews"/);
  const told = await (await moderator().command('admin refresh')).answered();
  expect(told.data.embeds[0]).toMatchObject({
    title: 'A refresh is already running',
    description: expect.stringMatching(/started <t:\d+:R> by <@300000000000000033>\.\nNow: .* \(\d+\.\d%\)/),
  });
  expect((await first.ended()).status).toBe(0);
});

test('a cancelled refresh leaves the data as it was', async () => {
  const before = await findServedDataSet(database.answers);
  const member = moderator();
  // The refresh stops at its beginning: until this lock is free it cannot remove leftovers of an earlier one.
  const lock = await database.direct.reserve();
  await lock`begin`;
  await lock`lock table steamscope.data_sets in share mode`;
  const reply = await member.command('admin refresh');
  await reply.answered();
  // Everybody on the machine can read the command lines: they name the action, never the moderator.
  const [{ id, by } = { id: 0, by: '' }] = await database.direct<{ id: number; by: string }[]>`
    select id, by from steamscope.moderator_actions order by id desc limit 1`;
  const lines = commandLines();
  expect(lines).toContainEqual(expect.stringMatching(new RegExp(` refresh --json --action ${id}$`)));
  expect(lines.filter((line) => line.includes(by))).toEqual([]);
  const cancelled = await (await member.command('admin cancel')).answered();
  await lock`rollback`;
  lock.release();
  expect(cancelled.data.embeds[0]!.title).toBe('The refresh was stopped');
  await reply.interaction.changes.until(
    () => (reply.message?.embeds[0]?.title === 'The refresh was stopped' ? true : undefined),
    () => 'whoever started it was not told',
  );
  expect((await findServedDataSet(database.answers))!.id).toBe(before!.id);
});

test('SIGTERM waits for a running answer, and closes the gateway with 1000', async () => {
  const served = await findServedDataSet(database.answers);
  const lock = await database.direct.reserve();
  await lock`begin`;
  await lock`lock table ${lock(`steamscope_data_${served!.id}`)}.games in access exclusive mode`;
  const reply = await discord.member({ guildId: GUILD }).command('users-recommend', { year: 2015 });
  await reply.acknowledged();
  program.child.kill('SIGTERM');
  await program.said(/"stopping"/);
  await lock`rollback`;
  lock.release();
  expect(JSON.stringify((await reply.answered()).data.embeds)).toContain('Game 10');
  expect((await program.ended()).status).toBe(0);
  expect(discord.gateway.closings).toMatchObject([{ code: 1000, by: 'bot' }]);
  expect(discord.violations).toEqual([]);
});

test('a wrong token ends the program with one clear line and status 1', async () => {
  const { status, stderr } = await run(['start'], { ...settings, DISCORD_TOKEN: 'hunter2' });
  expect(status).toBe(1);
  const fatal = stderr.split('\n').filter((line) => line.includes('"level":60'));
  expect(fatal).toHaveLength(1);
  expect(fatal[0]).toContain('refuses the token (401)');
  expect(stderr).not.toContain('hunter2');
  const registered = await run(['register'], { ...settings, DISCORD_TOKEN: 'hunter2' });
  expect(registered).toMatchObject({ status: 1, stderr: expect.stringContaining('refuses the token (401)') });
});

test('if Discord closes the gateway for good, the program ends with status 1, to be started anew', async () => {
  const again = new Program(['start'], settings);
  await again.said(/commands are unchanged/);
  discord.gateway.closeAll(4014);
  const { status, stderr } = await again.ended();
  expect(status).toBe(1);
  expect(stderr).toMatch(/"level":60.*4014/);
});
