import type { IncomingMessage } from 'node:http';
import type { Cut } from '../../support/discord/cuts.ts';
import type { RouteName } from '../../support/discord/journal.ts';
import type { Fault, Problem, Scene } from '../stage/fault.ts';
import type { Question } from '../stage/questions.ts';

/** The steps of a reply. */
const STEPS: Record<string, { route: RouteName; only?: (request: IncomingMessage) => boolean }> = {
  'first answer': { route: 'callback' },
  edit: { route: 'edit', only: (request) => !uploads(request) },
  upload: { route: 'edit', only: uploads },
  'follow-up': { route: 'followup' },
  delete: { route: 'delete' },
};

function uploads({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.startsWith('multipart/') === true;
}

const WHENS: readonly Cut['when'][] = ['unread', 'unanswered', 'half'];
const HOWS: readonly Cut['how'][] = ['FIN', 'RST'];

/** Cuts in one round, one after the other. */
const CUTS = 12;

/** A question with a mistake. Its public reply is deleted, and a follow-up tells the asker alone. */
const MISTAKE: Question = { command: 'recommend-game', options: { game: 'Qzx Vwj 0000' } };

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
    const mistake = await stage.members!.refusal(MISTAKE);
    const problems: Problem[] = [];
    const did: string[] = [];
    for (let n = 0; n < CUTS; n++) {
      const [step, when, how] = [random.pick(Object.keys(STEPS)), random.pick(WHENS), random.pick(HOWS)];
      const times = random.integer(1, 2);
      const applied = when === 'unanswered' && random.chance(0.5);
      const said = `${step}, ${applied ? 'done but ' : ''}${when}, ${how}, ${times} ×`;
      faults.failNext({ ...STEPS[step]!, status: 'cut', cut: { when, how }, applied, times });
      const asked = await askSome(scene, step, mistake);
      problems.push(...asked.map(({ kind, what }) => ({ kind, what: `${said}: ${what}` })));
      did.push(said);
      faults.clear();
    }
    return { did: `cut ${did.join('; ')}`, hit: true, served: from, away: false, problems };
  },
};

/** Asks some questions at once that come to the step. @returns what is wrong with their answers */
async function askSome(
  { stage, random, from, questions, right }: Scene,
  step: string,
  mistake: string,
): Promise<Problem[]> {
  const members = stage.members!;
  const refused = step === 'follow-up' || step === 'delete';
  const asked = Array.from({ length: 3 }, async (): Promise<Problem[]> => {
    try {
      if (refused) {
        const said = await members.refusal(MISTAKE);
        return said === mistake
          ? []
          : [{ kind: 'wrong', what: `a mistake is answered with ${said.slice(0, 300)}` }];
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
