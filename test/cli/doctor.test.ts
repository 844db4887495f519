import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, readPostmaster } from '../../src/database/embedded/postmaster.ts';
import { ADMIN_GUILD, startStandIn, TOKEN } from '../discord/test-bot.ts';
import { Program, run } from '../support/program.ts';

interface Told {
  outcome: string;
  checks: { name: string; outcome: string; message: string; cure?: string }[];
}

/** The checks whose outcome depends on the machine that runs the tests. */
const ROOM = ['memory', 'disk'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-doctor-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('before the first start all is well, and the check creates nothing', async () => {
  const settings = { DATA_FOLDER: join(folder, 'new'), HTTP_PORT: '0' };
  const { status, stdout, stderr } = await run(['doctor'], settings);
  expect([status, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  for (const line of lines)
    expect(line).toMatch(/^(?:ok {7}[a-z ]{17}|warning {2}(?:memory|disk) {11,13}) \S/);
  expect(lines.map((line) => line.slice(9, 26).trim())).toEqual([
    'settings',
    'node',
    'memory',
    'disk',
    'database',
    'migrations',
    'games source',
    'reviews source',
    'libraries source',
    'token',
    'clock',
    'port',
  ]);
  expect(await readdir(folder)).toEqual([]);
});

test('doctor works beside a running program, in Discord too, and does not disturb it', async () => {
  const discord = await startStandIn();
  const dataFolder = join(folder, 'running');
  const settings = {
    DATA_FOLDER: dataFolder,
    HTTP_PORT: String(await freePort()),
    PREVIEW: 'on',
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.url,
    DISCORD_ADMIN_GUILD_IDS: ADMIN_GUILD,
  };
  const program = new Program(['start'], settings);
  try {
    const [, url] = await program.said(/Steamscope is at (http:\S+?)"/);
    await program.said(/the invented sample is loaded/);
    const server = readPostmaster(join(dataFolder, 'postgres'));
    const { status, stdout } = await run(['doctor', '--json'], settings);
    const told = JSON.parse(stdout) as Told;
    const lesser = told.checks.filter(({ outcome }) => outcome !== 'ok').map(({ name }) => name);
    expect(lesser.filter((name) => !ROOM.includes(name))).toEqual([]);
    expect(status).toBe(0);
    const messages = Object.fromEntries(told.checks.map(({ name, message }) => [name, message]));
    expect(messages).toMatchObject({
      database: expect.stringMatching(/^Postgres 18/),
      migrations: expect.stringMatching(/^all \d/),
      token: expect.stringMatching(/^Discord accepts it/),
      'admin servers': 'the bot is in all 1',
      clock: 'agrees with Discord',
      port: expect.stringMatching(/Steamscope is running there$/),
    });
    expect(stdout).not.toContain(TOKEN);
    expect(readPostmaster(join(dataFolder, 'postgres'))).toEqual(server);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(discord.violations).toEqual([]);
  } finally {
    program.child.kill('SIGTERM');
    expect((await program.ended()).status).toBe(0);
    await discord.stop();
  }
});

test('each of many faults is reported with its cure, and no secret is shown', async () => {
  const nobody = `127.0.0.1:${await freePort()}`;
  const { status, stdout, stderr } = await run(['doctor', '--json'], {
    DATA_FOLDER: join(folder, 'new'),
    DATABASE_URL: `postgres://me:hunter2@${nobody}/name?password=hunter3`,
    DATABASE_DIRECT_URL: `postgres://me:hunter4@${nobody}/name`,
    DISCORD_TOKEN: 'hunter5.hunter6',
    DISCORD_API_URL: `http://me:hunter7@${nobody}/api`,
    GAMES_SOURCE: `http://me:hunter8@${nobody}/games?key=hunter9`,
    REVIEWS_SOURCE: `http://${nobody}/reviews#hunter10`,
    LIBRARIES_SOURCE: join(folder, 'no libraries'),
    HTTP_HOST: '192.0.2.1',
    HTTPPORT: 'hunter11',
  });
  const { outcome, checks } = JSON.parse(stdout) as Told;
  expect([status, outcome, stderr]).toEqual([1, 'wrong', '']);
  const wrong = checks.filter((check) => check.outcome === 'wrong').map(({ name }) => name);
  const sources = ['games source', 'reviews source', 'libraries source'];
  expect(wrong).toEqual(['database', 'pooler', ...sources, 'token', 'port']);
  expect(checks.filter(({ outcome, cure }) => outcome !== 'ok' && !cure)).toEqual([]);
  expect(checks[0]).toMatchObject({
    name: 'settings',
    outcome: 'warning',
    message: expect.stringContaining('HTTPPORT'),
  });
  expect(stdout).not.toContain('hunter');
});

test('a warning alone is no failure for a script', async () => {
  await writeFile(join(folder, '.env'), 'SOMETHING=1\nHTTP_PORT=0\n');
  const { status, stdout } = await run(['doctor'], { DATA_FOLDER: join(folder, 'new') }, '', folder);
  expect(stdout).toMatch(/^warning +settings +SOMETHING \(in \.env\): not a setting/);
  expect(status).toBe(0);
  await rm(join(folder, '.env'));
});

test('all wrong settings are reported, beside the checks that need none of them', async () => {
  const { status, stdout } = await run(['doctor'], {
    HTTP_PORT: 'hunter2',
    LOG_LEVEL: 'loud',
    GAME_SOURCE: '/g.gz',
  });
  const lines = stdout.split('\n');
  expect(lines.filter((line) => line.startsWith('wrong    settings'))).toEqual([
    expect.stringContaining('HTTP_PORT: should be'),
    expect.stringContaining('LOG_LEVEL: should be'),
  ]);
  expect(stdout).toMatch(/^warning +settings +GAME_SOURCE: .* did you mean GAMES_SOURCE\?/m);
  expect(stdout).toMatch(/^ok +node /m);
  expect(stdout).not.toContain('hunter2');
  expect(status).toBe(1);
});

test('unknown arguments are refused', async () => {
  expect(await run(['doctor', '--jsn'], {})).toMatchObject({ status: 2, stdout: '' });
});
