/**
 * The time that members wait for the first answer ("is thinking …") when many ask at once. A stand-in for Discord in this
 * process measures it; the program runs in another process, on the invented sample.
 *
 *   npm run bench -- first-answers
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StandIn } from '../test/support/discord/stand-in.ts';
import { Program, run } from '../test/support/program.ts';
import { type Figure, figure } from './harness/figure.ts';
import { report } from './harness/report.ts';
import { quantile } from './harness/statistics.ts';

const ROUNDS = 5;
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
// The first questions warm up and are not counted.
await askAtOnce(1);
await askAtOnce(200);
const figures: Figure[] = [];
for (const members of [200, 500]) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await askAtOnce(members));
  for (const share of [0.5, 0.99]) {
    const values = rounds.map(({ waits }) => quantile(waits, share));
    figures.push(figure(`${members} at once: first answer, p${100 * share}`, 'ms', values));
  }
  figures.push(
    figure(
      `${members} at once: all answered`,
      'ms',
      rounds.map(({ all }) => all),
    ),
  );
}
program.child.kill('SIGTERM');
await once(program.child, 'close');
await discord.stop();
await rm(dataFolder, { recursive: true });
report('sample', figures);

/** Milliseconds: the wait of each member for the first answer (`waits`), and the time until all were answered (`all`). */
async function askAtOnce(members: number): Promise<{ waits: number[]; all: number }> {
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
  const all = performance.now() - began;
  return { waits: replies.map((reply) => reply.acknowledgedAfterMs ?? Number.POSITIVE_INFINITY), all };
}
