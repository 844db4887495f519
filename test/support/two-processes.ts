import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { StandIn } from './discord/stand-in.ts';
import { Program, run } from './program.ts';

const TOKEN = 'a-token-of-nobody';
// Discord puts a server on the shard (id >> 22) % shards: these two are on shards 0 and 1.
const GUILDS = [String(200n << 22n), String(201n << 22n)] as const;

/** A way for the processes to reach a test's database: their settings, and a function that ends what the way needs. */
export type Reach = (
  database: TestDatabase,
) => Promise<{ settings: Record<string, string>; end(): Promise<void> }>;

/** Defines the tests that two processes on one database must pass, whichever way they reach it. */
export function testTwoProcesses(reach: Reach): void {
  let discord: StandIn;
  let database: TestDatabase;
  let reached: Awaited<ReturnType<Reach>>;
  let settings: Record<string, string>;
  let programs: Program[];
  let urls: string[];

  beforeAll(async () => {
    [discord, database] = await Promise.all([
      StandIn.start({
        token: TOKEN,
        applicationId: '100000000000000001',
        guilds: GUILDS.map((id) => ({ id })),
      }),
      createTestDatabase(),
    ]);
    reached = await reach(database);
    settings = { ...reached.settings, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.url, HTTP_PORT: '0' };
    expect((await run(['refresh'], settings)).status).toBe(0);
    programs = [0, 1].map((shard) => new Program(['start'], { ...settings, DISCORD_SHARDS: `${shard}/2` }));
    await Promise.all(programs.map((program) => program.said(/the gateway is connected/)));
    await programs[0]!.said(/commands are registered/);
    urls = await Promise.all(
      programs.map(async (program) => (await program.said(/Steamscope is at (http:\S+?)"/))[1]!),
    );
  });
  afterAll(async () => {
    for (const { child } of programs) child.kill('SIGKILL');
    await discord.stop();
    await reached.end();
    await database.remove();
  });

  /** The texts that the processes give at a path. */
  const textOf = async (path: string) =>
    Promise.all(urls.map(async (url) => (await fetch(`${url}${path}`)).text()));

  test('each process answers in the servers of its own shard, and no interaction is taken twice', async () => {
    const asked = GUILDS.flatMap((guildId) =>
      [2011, 2012, 2013, 2014].map(async (year) => {
        const reply = await discord.member({ guildId }).command('users-recommend', { year });
        expect(JSON.stringify((await reply.answered()).data.embeds)).toContain(`${year}`);
      }),
    );
    await Promise.all(asked);
    // An interaction is counted after its reply.
    const counted =
      /steamscope_interactions_total\{kind="command",command="users-recommend",outcome="answered"\} 4\n/;
    await expect
      .poll(() => textOf('/metrics'))
      .toEqual([expect.stringMatching(counted), expect.stringMatching(counted)]);
    expect(discord.violations).toEqual([]);
  });

  test('both processes notice a refresh by a third', async () => {
    for (const page of await textOf('/')) expect(page).toContain('1, published');
    const refreshed = await run(['refresh', '--json', '--reload'], settings);
    expect(JSON.parse(refreshed.stdout).dataSet).toBe(2);
    for (const page of await textOf('/')) expect(page).toContain('2, published');
    const answers = await Promise.all(
      GUILDS.map(async (guildId) => {
        const reply = await discord.member({ guildId }).command('recommend-game', { game: 'Ember Hollow' });
        return (await reply.answered()).texts.join('\n');
      }),
    );
    expect(answers[0]).toContain('Ember Hollow');
    expect(answers[1]).toBe(answers[0]);
  });

  test('when one process is stopped, the other goes on answering', async () => {
    const [first, second] = programs as [Program, Program];
    first.child.kill('SIGTERM');
    expect((await first.ended()).status).toBe(0);
    const reply = await discord.member({ guildId: GUILDS[1] }).command('playtime-genre', { genre: 'Racing' });
    expect((await reply.answered()).texts.join()).toContain('Racing');
    second.child.kill('SIGTERM');
    const { status, stderr } = await second.ended();
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/"level":[456]0/);
  });
}
