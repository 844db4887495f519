import type { Fault, Problem, Scene } from '../stage/fault.ts';
import { hostileText } from '../stage/hostile-texts.ts';
import { GUILD } from '../stage/members.ts';

/** Hostile texts in one round. */
const TEXTS = 60;

/** Members who type at once. */
const MEMBERS = 3;

/** Milliseconds in which Discord has to have the choices. */
const IN_TIME_MS = 3000;

/** Milliseconds after which the fault itself gives up on choices. */
const PATIENCE_MS = 15_000;

/**
 * Members type texts that take long to look up into every field with completion, and send them. Nobody else notices: the event
 * loop turns, and each first answer comes in time.
 */
export const hostileCompletions: Fault = {
  name: 'hostile-completions',
  stages: ['embedded', 'named'],
  answersOnly: true,
  // Where a text stops the program for minutes, the round still ends.
  recoverySeconds: 60,
  act: async (scene) => {
    const { from } = scene;
    const fields = completedFields(scene);
    const problems: Problem[] = [];
    let typed = 0;
    const member = async () => {
      while (typed < TEXTS && problems.length < 3) {
        typed++;
        problems.push(...(await type(scene, fields)));
      }
    };
    await Promise.all(Array.from({ length: MEMBERS }, member));
    const did = `${typed} hostile texts in ${fields.length} fields`;
    return { did, hit: true, served: from, away: false, problems };
  },
};

type Field = readonly [command: string, option: string];

/** All fields with completion, as the commands are registered. */
function completedFields({ stage }: Scene): Field[] {
  return stage.members!.discord.commands.global.flatMap(({ name, options = [] }) =>
    (options as { name: string; autocomplete?: boolean }[])
      .filter(({ autocomplete }) => autocomplete === true)
      .map(({ name: option }) => [name, option] as const),
  );
}

async function type({ stage, random }: Scene, fields: readonly Field[]): Promise<Problem[]> {
  const [command, option] = random.chance(0.4) ? (['recommend-user', 'likes'] as const) : random.pick(fields);
  const text = hostileText(random);
  const member = stage.members!.discord.member({ guildId: GUILD });
  const reply = random.chance(0.8)
    ? await member.type(command, { [option]: text }, option)
    : await member.command('recommend-user', { likes: text });
  const first = await reply.acknowledged(PATIENCE_MS).then(
    () => reply.acknowledgedAfterMs!,
    () => null,
  );
  if (first !== null && first <= IN_TIME_MS) return [];
  const shown = `${text.length} letters, ${JSON.stringify(text.slice(0, 20))} …`;
  return [{ kind: 'dead', what: `no first answer in 3 s to ${command} ${option}: ${shown}` }];
}
