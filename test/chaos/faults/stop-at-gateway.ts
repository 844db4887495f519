import { setTimeout as delay } from 'node:timers/promises';
import type { LiveInteraction } from '../../support/discord/live-interaction.ts';
import type { Program } from '../../support/program.ts';
import { endWithin, type Fault } from '../stage/fault.ts';
import { GATEWAY_STATES, PATIENCE_SECONDS } from '../stage/gateway-states.ts';
import { discordSettings, startStandIn } from '../stage/members.ts';
import { sentAfter, stopProblems } from '../stage/sendings.ts';

/** Seconds within which a stopped program must be gone. */
const STOP_SECONDS = 10;

/**
 * SIGTERM comes in one of the states of the gateway and of the requests to Discord, to a second `npm start` with a Discord of
 * its own. It is gone within ten seconds, and sends nothing more but the ends of its answers.
 */
export const stopAtGateway: Fault = {
  name: 'stop-at-gateway',
  stages: ['embedded', 'named'],
  answersOnly: true,
  act: async ({ stage, random, from, questions }) => {
    const name = random.pick(Object.keys(GATEWAY_STATES));
    const state = GATEWAY_STATES[name]!;
    let discord = await startStandIn();
    const { port } = new URL(discord.url);
    state.prepare?.(discord);
    const program = stage.start(from, discordSettings(discord));
    try {
      const reached = state.reach(discord, program, { random, questions }).then((is) => is !== false);
      const patience = delay(1000 * PATIENCE_SECONDS, false, { ref: false });
      if (!(await Promise.race([reached, program.ended().then(() => false), patience])))
        return notReached(name, program, from);
      if (state.leaves === true) await discord.stop();
      const sleep = random.next() * (state.answers === true ? 0.1 : 2);
      await delay(1000 * sleep);
      const open = discord.interactions.filter((interaction) => !isAnswered(interaction));
      const [began, stoppedAt] = [performance.now(), Date.now()];
      program.child.kill('SIGTERM');
      // A server that was gone comes back, and would hear whatever the program still sends.
      if (state.leaves === true) discord = await startStandIn(Number(port));
      const outcome = await endWithin(program, STOP_SECONDS);
      const seconds = (performance.now() - began) / 1000;
      const problems = stopProblems(name, outcome, sentAfter(stoppedAt, discord));
      const lost = state.answers === true ? open.filter((each) => !isAnswered(each)).length : 0;
      if (lost > 0)
        problems.push({ kind: 'dead', what: `${lost} of ${open.length} members got no answer any more` });
      const did = `SIGTERM ${sleep.toFixed(1)} s into "${name}": gone after ${seconds.toFixed(1)} s`;
      return { did, hit: true, served: from, away: false, problems };
    } finally {
      program.child.kill('SIGKILL');
      await program.ended();
      await discord.stop();
    }
  },
};

function isAnswered({ callback, original, followups }: LiveInteraction): boolean {
  return callback !== undefined && (original?.loading === false || followups.length > 0);
}

async function notReached(name: string, program: Program, from: 'A' | 'B') {
  program.child.kill('SIGKILL');
  const { status, stdout, stderr } = await program.ended();
  const last = (stdout + stderr).trim().split('\n').at(-1) ?? '';
  // A program that gives up with a clear line, so that a supervisor starts it anew, needs no stop.
  const gaveUp = status === 1 && /"level":60/.test(last);
  const did = `"${name}" was not reached (${status}): ${last.slice(0, 200)}`;
  const problems = gaveUp ? [] : [{ kind: 'dead' as const, what: did }];
  return { did, hit: false, served: from, away: false, problems };
}
