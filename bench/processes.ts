/**
 * The load that one process carries, and the gain from a second one on the same database. Members of servers on every shard
 * ask and type as fast as they are answered. The stand-in for Discord and Postgres share the machine, so the processor time
 * of an interaction says more than the number of interactions per second.
 *
 *   npm run bench -- processes
 *
 * It loads the sources in the environment (see .env.example), or else the invented sample.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOURCE_SETTING_LIST } from '../src/config/source-settings.ts';
import type { Member } from '../test/support/discord/member.ts';
import { StandIn } from '../test/support/discord/stand-in.ts';
import { Program } from '../test/support/program.ts';
import { type Figure, figure } from './harness/figure.ts';
import { report } from './harness/report.ts';
import { quantile } from './harness/statistics.ts';

const TOKEN = 'a-token-of-nobody';
const SECONDS = 20;
/** The number of members of each server who ask. */
const MEMBERS = 32;

const dataFolder = await mkdtemp(join(tmpdir(), 'steamscope-bench-'));
const sources = SOURCE_SETTING_LIST.flatMap(({ setting: name }) =>
  process.env[name] === undefined ? [] : [[name, process.env[name]]],
);
const settings = {
  ...Object.fromEntries(sources),
  DATA_FOLDER: dataFolder,
  HTTP_PORT: '0',
  ASK_LIMIT: '99999/1',
};
// This process keeps the database server running for all measurements.
const keeper = new Program(['start'], settings);
await keeper.said(/(?:sample is|sources are) loaded/);

const figures: Figure[] = [];
for (const processes of [1, 2]) figures.push(...(await measure(processes, 2)));
for (const servers of [2500, 25_000]) figures.push(await measureServers(servers));

keeper.child.kill('SIGTERM');
await once(keeper.child, 'close');
await rm(dataFolder, { recursive: true });
report(sources.length > 0 ? 'real data' : 'sample', figures);

/** Starts a stand-in for Discord with some servers, and some processes with one shard each. */
async function begin(processes: number, servers: number) {
  // Ids are consecutive after the shift, so that (id >> 22) % shards spreads the servers evenly.
  const guilds = Array.from({ length: servers }, (_, n) => ({ id: String(BigInt(1000 + n) << 22n) }));
  const discord = await StandIn.start({ token: TOKEN, applicationId: '100000000000000001', guilds });
  const bot = { ...settings, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.url };
  const programs = Array.from(
    { length: processes },
    (_, shard) => new Program(['start'], { ...bot, DISCORD_SHARDS: `${shard}/${processes}` }),
  );
  await Promise.all(programs.map((program) => program.said(/the gateway is connected/)));
  await programs[0]!.said(/commands are (?:registered|unchanged)/);
  const pages = await Promise.all(
    programs.map(async (program) => (await program.said(/Steamscope is at (http:\S+?)"/))[1]!),
  );
  return {
    discord,
    guilds,
    read: async (name: string) => Promise.all(pages.map((page) => figureOf(page, name))),
    async end() {
      for (const { child } of programs) child.kill('SIGTERM');
      await Promise.all(programs.map((program) => program.ended()));
      await discord.stop();
    },
  };
}

async function measure(processes: number, servers: number): Promise<Figure[]> {
  const { discord, guilds, read, end } = await begin(processes, servers);
  const members = guilds.flatMap(({ id: guildId }) =>
    Array.from({ length: MEMBERS }, () => discord.member({ guildId })),
  );
  const games = await gamesOf(members[0]!);
  await Promise.all(members.map((member) => ask(member, 0, games)));
  const waits: number[] = [];
  const before = await read('process_cpu_seconds_total');
  const until = performance.now() + SECONDS * 1000;
  let interactions = 0;
  await Promise.all(
    members.map(async (member, place) => {
      for (let n = place; performance.now() < until; n++) {
        waits.push(...(await ask(member, n, games)));
        interactions += 4;
      }
    }),
  );
  const after = await read('process_cpu_seconds_total');
  const busy = after.map((seconds, place) => seconds - before[place]!);
  const each = (1000 * busy.reduce((sum, seconds) => sum + seconds, 0)) / interactions;
  const memory = (await read('process_resident_memory_bytes')).map((bytes) => bytes / 1e6);
  await end();
  const of = `${processes} ${processes === 1 ? 'process' : 'processes'}`;
  return [
    figure(`${of}: interactions`, '/s', [interactions / SECONDS]),
    figure(`${of}: processor time of one`, 'ms', [each]),
    figure(`${of}: first answers, p50`, 'ms', [quantile(waits, 0.5)]),
    figure(`${of}: first answers, p99`, 'ms', [quantile(waits, 0.99)]),
    figure(`${of}: memory of each`, 'MB', memory),
  ];
}

/** Games of the data: the suggestions for each letter. */
async function gamesOf(member: Member): Promise<(string | number)[]> {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const offered = await Promise.all(
    letters.map((letter) => member.autocomplete('recommend-game', { game: letter }, 'game')),
  );
  return offered.flat().map(({ value }) => value);
}

/** One completion, two answers about games and one about a year. @returns the waits for first answers, in ms */
async function ask(member: Member, n: number, games: readonly (string | number)[]): Promise<number[]> {
  await member.autocomplete('recommend-game', { game: String.fromCharCode(97 + (n % 26)) }, 'game');
  const game = games[n % games.length]!;
  const replies = [
    await member.command('recommend-game', { game }),
    await member.command('recommend-user', { likes: `${game}` }),
    await member.command('users-recommend', { year: 2011 + (n % 5) }),
  ];
  await Promise.all(replies.map((reply) => reply.settled(60_000)));
  return replies.map((reply) => reply.acknowledgedAfterMs ?? Number.POSITIVE_INFINITY);
}

/** The memory of one process that is in many servers. */
async function measureServers(servers: number): Promise<Figure> {
  const { read, end } = await begin(1, servers);
  const [bytes] = await read('process_resident_memory_bytes');
  await end();
  return figure(`${servers.toLocaleString('en')} servers on one process: memory`, 'MB', [bytes! / 1e6]);
}

async function figureOf(page: string, name: string): Promise<number> {
  const text = await (await fetch(`${page}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}
