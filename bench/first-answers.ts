/**
 * How long members wait for the first answer ("is thinking …") when many ask at once, by the clock of a stand-in for
 * Discord in this process; the program runs in another, on the invented sample.
 *
 *   npx tsx bench/first-answers.ts
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StandIn } from '../test/support/discord/stand-in.ts';
import { Program, run } from '../test/support/program.ts';

const GUILD = '200000000000000001';
const TOKEN = 'a-token-of-nobody';

const dataFolder = await mkdtemp(join(tmpdir(), 'steamscope-bench-'));
const discord = await StandIn.start({
  token: TOKEN,
  applicationId: '100000000000000001',
  guilds: [{ id: GUILD }],
});
const settings = { DATA_FOLDER: dataFolder, HTTP_PORT: '0' };
await run(['refresh'], settings);
const program = new Program(['start'], { ...settings, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.url });
await program.said(/commands are registered/);
for (const members of [1, 200, 200, 200, 500]) await askAtOnce(members);
program.child.kill('SIGTERM');
await once(program.child, 'close');
await discord.stop();
await rm(dataFolder, { recursive: true });

async function askAtOnce(members: number): Promise<void> {
  const began = performance.now();
  const replies = await Promise.all(
    Array.from({ length: members }, (_, n) =>
      discord.member({ guildId: GUILD }).command('users-recommend', {
        year: 2011 + (n % 5),
        'year-of': n % 2 === 0 ? 'released' : 'reviewed',
      }),
    ),
  );
  await Promise.all(replies.map((reply) => reply.answered(60_000).catch(() => null)));
  const waits = replies
    .map((reply) => reply.acknowledgedAfterMs ?? Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a - b);
  const at = (share: number) => waits[Math.min(members - 1, Math.floor(members * share))]!.toFixed(0);
  const all = (performance.now() - began).toFixed(0);
  console.log(`${members} at once: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; all answered in ${all} ms`);
}
