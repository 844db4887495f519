import type { Fault, Problem, Scene } from '../stage/fault.ts';
import type { Question } from '../stage/questions.ts';

/** The routes of a reply. Most edits upload a picture; that of `/help` does not. */
const ROUTES = ['callback', 'edit', 'followup', 'delete'] as const;

/** Before the request is read, before its answer, and in the middle of its answer. */
const MOMENTS = ['request', 'answer', 'middle'] as const;

/** Cuts in one round, one after the other. */
const CUTS = 12;

/** A question with a mistake. Its public reply is deleted, and a follow-up tells the asker alone. */
const MISTAKE: Question = { command: 'recommend-game', options: { game: 'Qzx Vwj 0000' } };

/** A question whose answer has no picture. */
const PLAIN: Question = { command: 'help', options: {} };

/**
 * Connections of the bot are cut at each step of a reply: before the request is read, before its answer, in the middle of
 * its answer. Every member sees the right answer all the same, once.
 */
export const cutReplies: Fault = {
  name: 'cut-replies',
  stages: ['embedded', 'named'],
  answersOnly: true,
  act: async (scene) => {
    const { stage, random, from } = scene;
    const { faults } = stage.members!.discord;
    const peaceful = {
      mistake: await stage.members!.refusal(MISTAKE),
      plain: (await stage.members!.ask(PLAIN)).text,
    };
    const problems: Problem[] = [];
    const did: string[] = [];
    for (let n = 0; n < CUTS; n++) {
      const [route, at, reset] = [random.pick(ROUTES), random.pick(MOMENTS), random.chance(0.5)];
      const times = random.integer(1, 2);
      const applied = at !== 'request' && random.chance(0.5);
      const said = `${route} at the ${at}${applied ? ', done' : ''}, by ${reset ? 'RST' : 'FIN'}, ${times} ×`;
      faults.failNext({ route, status: 'cut', at, reset, applied, times });
      const asked = await askSome(scene, route, peaceful);
      problems.push(...asked.map(({ kind, what }) => ({ kind, what: `${said}: ${what}` })));
      did.push(said);
      faults.clear();
    }
    return { did: `cut ${did.join('; ')}`, hit: true, served: from, away: false, problems };
  },
};

/** Asks some questions at once that come to the route. @returns what is wrong with their answers */
async function askSome(
  { stage, random, from, questions, right }: Scene,
  route: (typeof ROUTES)[number],
  peaceful: { mistake: string; plain: string },
): Promise<Problem[]> {
  const members = stage.members!;
  const refused = route === 'followup' || route === 'delete';
  const asked = Array.from({ length: 3 }, async (): Promise<Problem[]> => {
    try {
      if (refused) {
        const said = await members.refusal(MISTAKE);
        return said === peaceful.mistake
          ? []
          : [{ kind: 'wrong', what: `a mistake is answered with ${said.slice(0, 300)}` }];
      }
      if (route === 'edit' && random.chance(0.3)) {
        const { text } = await members.ask(PLAIN);
        return text === peaceful.plain ? [] : [{ kind: 'wrong', what: 'help is answered otherwise' }];
      }
      const question = random.pick(questions);
      const variant = right.variantOf('discord', question, await members.ask(question));
      return variant === from
        ? []
        : [{ kind: 'wrong', what: `${question.command} answers as ${variant ?? 'neither'}` }];
    } catch (error) {
      return [{ kind: 'dead', what: (error as Error).message }];
    }
  });
  return (await Promise.all(asked)).flat();
}
