import { setTimeout as delay } from 'node:timers/promises';
import type { Fault as DiscordFault } from '../../support/discord/faults.ts';
import type { Fault, Problem, Scene } from '../stage/fault.ts';
import { answerTo, type Members } from '../stage/members.ts';
import type { Question } from '../stage/questions.ts';

/** Seconds for which Discord answers 429. */
const LIMITED_SECONDS = 8;

/** Seconds that each 429 asks the bot to wait. */
const RETRY_SECONDS = 6;

/** The requests that are limited. */
const LIMITED = ['one reply', 'edits', 'first answers'] as const;

/**
 * Discord answers some requests with 429 for as long as it likes. Everyone else is answered meanwhile, the log and `/readyz`
 * say what waits and until when, and those who wait are answered after its end.
 */
export const endlessLimit: Fault = {
  name: 'endless-limit',
  stages: ['embedded', 'named'],
  answersOnly: true,
  act: async (scene) => {
    const { stage, random, from } = scene;
    const members = stage.members!;
    const what = random.pick(LIMITED);
    const global = what !== 'one reply' && random.chance(0.3);
    const problems: Problem[] = [];
    const began = Date.now();
    // A member who waits for one limited reply holds up nobody.
    if (what !== 'one reply') stage.asker.mayFail(['discord']);
    const waiting = await limit(scene, what, global);
    const others = what === 'one reply' ? answersOf(scene, members) : Promise.resolve([]);
    await delay((1000 * LIMITED_SECONDS) / 2);
    const [ready, warnings] = [await stage.page('/readyz'), stage.warningsSince(began)];
    if (!/limit/i.test(ready))
      problems.push({ kind: 'wrong', what: `/readyz says nothing of the limit: ${ready}` });
    if (!warnings.some((line) => /limit/i.test(line) && /\d:\d\d/.test(line)))
      problems.push({ kind: 'wrong', what: 'no warning says what waits for a limit, and until when' });
    await delay((1000 * LIMITED_SECONDS) / 2);
    members.discord.faults.clear();
    problems.push(...(await others), ...(await waiting()));
    const did = `${what} limited for ${LIMITED_SECONDS} s${global ? ', as the limit of all routes' : ''}`;
    return { did, hit: true, served: from, away: what !== 'one reply', problems };
  },
};

/** Begins to limit, with questions that meet the limit. @returns a function that judges what became of them after its end */
async function limit(
  { stage, random, questions, right, from }: Scene,
  what: (typeof LIMITED)[number],
  global: boolean,
): Promise<() => Promise<Problem[]>> {
  const members = stage.members!;
  const { faults } = members.discord;
  const fault: Omit<DiscordFault, 'route'> = {
    status: 429,
    retryAfter: RETRY_SECONDS,
    global,
    times: Number.POSITIVE_INFINITY,
  };
  if (what === 'first answers') {
    faults.failNext({ ...fault, route: 'callback' });
    // A first answer that comes later than in 3 s is none.
    return async () => [];
  }
  // The bot itself waits for the reply that meets one 429, for as long as that asks.
  faults.failNext({
    ...fault,
    route: 'edit',
    ...(what === 'one reply' ? { times: 1, retryAfter: LIMITED_SECONDS } : {}),
  });
  const asked = random.some(questions, what === 'one reply' ? 1 : 5);
  const replies = await Promise.all(asked.map((question) => members.send(question)));
  return async () => {
    const problems = replies.map(async (reply, place): Promise<Problem[]> => {
      try {
        const variant = right.variantOf('discord', asked[place]!, await answerTo(reply));
        return variant === from ? [] : [{ kind: 'wrong', what: `after the limit: ${variant ?? 'neither'}` }];
      } catch (error) {
        return [{ kind: 'dead', what: `after the limit: ${(error as Error).message}` }];
      }
    });
    return (await Promise.all(problems)).flat();
  };
}

/** Asks each question once while one reply is limited. */
async function answersOf({ questions, right, from }: Scene, members: Members): Promise<Problem[]> {
  const ask = async (question: Question): Promise<Problem[]> => {
    try {
      const variant = right.variantOf('discord', question, await members.ask(question));
      return variant === from ? [] : [{ kind: 'wrong', what: `beside a limit: ${variant ?? 'neither'}` }];
    } catch (error) {
      return [{ kind: 'dead', what: `beside a limit: ${(error as Error).message}` }];
    }
  };
  return (await Promise.all(questions.map(ask))).flat();
}
