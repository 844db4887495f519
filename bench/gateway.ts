import { catalogueOf } from '../src/engine/catalogue/read-catalogue.ts';
/**
 * Answers through the gateway: members of a stand-in for Discord ask and type, one at a time or eight at once, and wait for
 * the reply. The program runs in a process of its own. Everything runs on this machine, also the stand-in, which checks
 * every request body against Discord's description of its API. The yardstick is a ping of the program's page, made in turns.
 *
 *   npm run bench -- gateway
 *
 * BENCH_DATA_FOLDER names a data folder that is loaded already.
 */
import type { Member } from '../test/support/discord/member.ts';
import { StandIn } from '../test/support/discord/stand-in.ts';
import { Program } from '../test/support/program.ts';
import { AnswerClock, millisecondsFor, rateOf } from './harness/answer-clock.ts';
import { type Figure, figure } from './harness/figure.ts';
import { loadedFolder } from './harness/loaded-folder.ts';
import type { Question } from './harness/questions.ts';
import { DATA } from './harness/raw-data.ts';
import { report } from './harness/report.ts';
import { quantile, ratios } from './harness/statistics.ts';

const ROUNDS = 5;
/** The number of questions of each kind in each round. */
const QUESTIONS = 30;
const AT_ONCE = 8;
const GUILD = '200000000000000001';
const TOKEN = 'a-token-of-nobody';

const folder = await loadedFolder();
// The clock provides the questions, and keeps the database server running for the program.
const { questions, kinds, ...clock } = await questionsOf();
const discord = await StandIn.start({
  token: TOKEN,
  applicationId: '100000000000000001',
  guilds: [{ id: GUILD }],
});
const program = new Program(['start'], {
  DATA_FOLDER: folder.path,
  HTTP_PORT: '0',
  ASK_LIMIT: '99999/1',
  DISCORD_TOKEN: TOKEN,
  DISCORD_API_URL: discord.url,
});
try {
  await program.said(/commands are (?:registered|unchanged)/);
  const page = (await program.said(/Steamscope is at (http:\S+?)"/))[1]!;
  const ping = async () => void (await (await fetch(`${page}/healthz`)).text());
  const members = Array.from({ length: AT_ONCE }, () => discord.member({ guildId: GUILD }));
  const ask = async (member: Member, { command, options, typed }: Asked) => {
    if (typed === undefined) await (await member.command(command, options)).settled(60_000);
    else await member.autocomplete(command, { game: typed }, 'game');
  };
  const figures: Figure[] = [];
  for (const kind of ['typing', ...kinds]) {
    const waits: number[][] = [];
    const pings: number[][] = [];
    const rates: number[] = [];
    // The first round warms up.
    for (let round = 0; round <= ROUNDS; round++) {
      const asked = questions(kind, round);
      const times: number[] = [];
      const pinged: number[] = [];
      for (const question of asked) {
        times.push(await millisecondsFor(() => ask(members[0]!, question)));
        pinged.push(await millisecondsFor(ping));
      }
      if (round === 0) continue;
      waits.push(times);
      pings.push(pinged);
    }
    // Measured last: pictures that come too late are still drawn, and would delay the next question.
    for (let round = 0; round < ROUNDS; round++) {
      const asked = questions(kind, ROUNDS + 1 + round);
      const askers = members.map((member) => (question: Asked) => ask(member, question));
      rates.push(await rateOf(asked, askers));
    }
    const at = (all: number[][], share: number) => all.map((times) => quantile(times, share));
    figures.push(
      figure(`${kind}: p50 until the reply / ping of the page`, '×', ratios(at(waits, 0.5), at(pings, 0.5))),
      figure(`${kind}: reply, p50`, 'ms', at(waits, 0.5)),
      figure(`${kind}: reply, p99`, 'ms', at(waits, 0.99), kind === 'typing' ? { aim: 10 } : {}),
      figure(`${kind}: replies, ${AT_ONCE} at once`, '/s', rates),
    );
  }
  report(DATA, figures);
} finally {
  program.child.kill('SIGTERM');
  await program.ended();
  await discord.stop();
  await clock.stop();
  await folder.remove();
}

/** A question, or the letters typed in its field with completion. */
interface Asked extends Question {
  typed: string | undefined;
}

async function questionsOf() {
  const own = await AnswerClock.start(folder.path, 2 * QUESTIONS * (ROUNDS + 1));
  const { games } = await catalogueOf(own.dataSet);
  return {
    kinds: own.kinds,
    questions(kind: string, round: number): Asked[] {
      if (kind !== 'typing') {
        return own.part(kind, round, QUESTIONS).map((question) => ({ ...question, typed: undefined }));
      }
      return Array.from({ length: QUESTIONS }, (_, at) => {
        const { name } = games[(at * at * 7 + round) % games.length]!;
        return { command: 'recommend-game', options: {}, typed: name.slice(0, 1 + (at % 8)) };
      });
    },
    stop: () => own.stop(),
  };
}
