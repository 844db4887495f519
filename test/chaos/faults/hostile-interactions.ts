import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../../scripts/sample/random.ts';
import type { Fault, Scene } from '../stage/fault.ts';
import { GUILD } from '../stage/members.ts';
import { mutated } from '../stage/mutations.ts';

/** Hostile interactions in one round. */
const INTERACTIONS = 300;

/** Hostile frames of the gateway in one round. */
const FRAMES = 40;

/** Milliseconds between two of them. */
const PAUSE_MS = 10;

/** Interactions that Discord would never send come between those of members. The program lives, and members are answered. */
export const hostileInteractions: Fault = {
  name: 'hostile-interactions',
  stages: ['embedded', 'named'],
  answersOnly: true,
  act: async (scene) => {
    const { stage, random, from } = scene;
    const { gateway } = stage.members!.discord;
    const payloads = await validPayloads(scene);
    let sent = 0;
    for (; sent < INTERACTIONS && gateway.sessions.length > 0; sent++) {
      const fresh = { id: String(10n ** 18n + BigInt(sent)), token: randomBytes(24).toString('base64url') };
      gateway.dispatch(GUILD, 'INTERACTION_CREATE', mutated({ ...random.pick(payloads), ...fresh }, random));
      await delay(PAUSE_MS);
      if ((await stage.ended()).length > 0) break;
    }
    return { did: `${sent} hostile interactions`, hit: sent > 0, served: from, away: false, problems: [] };
  },
};

/** Frames that Discord's gateway would never send. The program lives, and answers as soon as it is connected again. */
export const hostileFrames: Fault = {
  name: 'hostile-frames',
  stages: ['embedded', 'named'],
  answersOnly: true,
  recoverySeconds: 60,
  act: async ({ stage, random, from }) => {
    const { gateway } = stage.members!.discord;
    stage.asker.mayFail(['discord']);
    let sent = 0;
    for (; sent < FRAMES && (await stage.ended()).length === 0; sent++) {
      gateway.sendText(frame(random));
      await delay(10 * PAUSE_MS);
    }
    return { did: `${sent} hostile frames`, hit: sent > 0, served: from, away: true, problems: [] };
  },
};

/** An interaction of each kind, as Discord sends it. */
async function validPayloads({ stage, random, questions }: Scene): Promise<object[]> {
  const { discord } = stage.members!;
  const member = discord.member({ guildId: GUILD });
  const reply = await stage.members!.send(random.pick(questions));
  await reply.answered();
  const typed = await member.type('recommend-game', { game: 'a' }, 'game');
  const other = discord.member({ guildId: GUILD });
  const buttons = reply.shown?.buttons.filter(({ disabled }) => disabled !== true) ?? [];
  const pressed = buttons.length === 0 ? [] : [await other.press(reply, buttons[0]!.custom_id)];
  return [reply, typed, ...pressed].map(({ interaction }) => interaction.start.payload);
}

const EVENTS = [
  'READY',
  'RESUMED',
  'GUILD_CREATE',
  'GUILD_DELETE',
  'MESSAGE_CREATE',
  'INTERACTION_CREATE',
  'NOTHING',
  '',
];

function frame(random: Random): string {
  if (random.chance(0.3))
    return random.pick(['', '{', 'null', '[]', '"text"', '0', '{"op":0}', '{}', '[[[[', '\u0000']);
  const valid = {
    op: random.pick([0, 0, 0, 10, 11, 12, 255]),
    t: random.pick(EVENTS),
    s: null,
    d: { id: '1', guild_id: '2' },
  };
  return JSON.stringify(mutated(valid, random));
}
