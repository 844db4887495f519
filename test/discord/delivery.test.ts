import { DiscordAPIError } from '@discordjs/rest';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/discord/bot.ts';
import type { DeliveryLimits } from '../../src/discord/delivery.ts';
import type { InteractionEvent } from '../../src/discord/interaction-event.ts';
import { interactionApi, Responses } from '../../src/discord/responses.ts';
import { RestClients } from '../../src/discord/rest.ts';
import { QuestionError } from '../../src/engine/data-set/question-error.ts';
import { Changes } from '../support/discord/changes.ts';
import { ManualClock } from '../support/discord/clock.ts';
import type { Fault } from '../support/discord/faults.ts';
import type { HeldMessage } from '../support/discord/held-message.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { fakeCommand, GUILD, type KeptLog, saying, startStandIn, startTestBot } from './test-bot.ts';

const PICTURE = { name: 'a.png', data: new Uint8Array(200_000).fill(7), description: 'a picture' };
const BUTTON = {
  type: 1 as const,
  components: [{ type: 2 as const, style: 2 as const, label: 'again', custom_id: '' }],
};

/** Limits that no machine exceeds. Where they and a clock that stands still are used, the speed of the machine does not matter. */
const PATIENT = { firstAnswerMs: 120_000, tokenMs: 900_000 };

let discord: StandIn;
let bot: Bot;
let logged: KeptLog;
const events: InteractionEvent[] = [];
const ended = new Changes();

beforeAll(async () => {
  discord = await startStandIn({ clock: new ManualClock() });
  ({ bot, logged } = await startTestBot(discord, {
    settings: { limits: PATIENT },
    commands: [
      fakeCommand('ask', async (_, { what }) => {
        if (what === 'a mistake') throw new QuestionError('unknown-genre', { name: 'x' });
        const { customId } = await import('../../src/commands/contract/custom-id.ts');
        const again = customId({ command: 'ask', options: { what: `${what}+` }, effect: 'update' });
        const row = { ...BUTTON, components: [{ ...BUTTON.components[0]!, custom_id: again }] };
        return { ...saying(String(what), [row]), files: what === 'a picture' ? [PICTURE] : [] };
      }),
    ],
    onInteraction: (event) => {
      events.push(event);
      ended.notify();
    },
  }));
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});
beforeEach(() => {
  discord.faults.clear();
  (discord.violations as unknown[]).length = 0;
  events.length = 0;
  logged.lines.length = 0;
});

const ask = (what: string) => discord.member({ guildId: GUILD }).command('ask', { what });
const textOf = (message: HeldMessage | null) => message?.data.embeds[0]?.description;
const codes = () => discord.violations.map(({ code }) => code);

/** The events of the interactions so far, once `count` of them have ended. */
async function endedEvents(count = 1): Promise<InteractionEvent[]> {
  return ended.until(
    () => (events.length >= count ? events : undefined),
    () => `fewer than ${count} interactions ended`,
  );
}

/** A bot of its own, on a stand-in of its own whose clock stands still. */
async function started(limits = PATIENT) {
  const standIn = await startStandIn({ clock: new ManualClock() });
  const ending: InteractionEvent[] = [];
  const changes = new Changes();
  const running = await startTestBot(standIn, {
    commands: [fakeCommand('ask', async (_, { what }) => saying(String(what)))],
    settings: { limits },
    onInteraction: (event) => {
      ending.push(event);
      changes.notify();
    },
  });
  return {
    discord: standIn,
    logged: running.logged,
    ending,
    ask: (what: string) => standIn.member({ guildId: GUILD }).command('ask', { what }),
    ended: (count: number) =>
      changes.until(
        () => (ending.length >= count ? ending : undefined),
        () => `fewer than ${count} interactions ended`,
      ),
    async stop() {
      await running.bot.stop();
      await standIn.stop();
    },
  };
}

/** The ways in which a request fails before it is carried out, and those in which only its answer is lost. */
const LOST: [string, Omit<Fault, 'route'>][] = [
  ['closed before the request is read', { status: 'cut', at: 'request' }],
  ['reset before the request is read', { status: 'cut', at: 'request', reset: true }],
  ['closed without an answer', { status: 'cut' }],
  ['reset without an answer', { status: 'cut', reset: true }],
  ['closed three times', { status: 'cut', times: 3 }],
  ['failing with 500', { status: 500 }],
  ['failing with the web page of a proxy (502)', { status: 502, page: true }],
  ['answered by the web page of a proxy (200)', { status: 200, page: true }],
  ['refused by the web page of a proxy (403)', { status: 403, page: true }],
];
const DONE: [string, Omit<Fault, 'route'>][] = [
  ['closed without the answer', { status: 'cut', applied: true }],
  ['reset without the answer', { status: 'cut', reset: true, applied: true }],
  ['closed in the middle of the answer', { status: 'cut', at: 'middle', applied: true }],
  ['reset in the middle of the answer', { status: 'cut', at: 'middle', reset: true, applied: true }],
  ['failing with 503 although all is done', { status: 503, applied: true }],
  ['answered by a web page although all is done', { status: 200, page: true, applied: true }],
];

describe('a first answer', () => {
  test.each([...LOST, ...DONE])('%s: the member sees the right answer once', async (_, fault) => {
    discord.faults.failNext({ route: 'callback', ...fault });
    const reply = await ask('this');
    expect(textOf(await reply.answered())).toBe('this');
    expect(await endedEvents()).toMatchObject([{ outcome: 'answered', retries: fault.times ?? 1 }]);
    expect(reply.followups).toEqual([]);
    expect(reply.interaction.edits).toBe(1);
    // The work of an earlier try counts as done.
    expect(codes()).toEqual(fault.applied === true ? [40060] : []);
    expect(logged.troubles).toEqual([]);
  });

  test('that Discord puts off beyond its time is given up at once', async () => {
    discord.faults.failNext({ route: 'callback', status: 429, retryAfter: 600 });
    const reply = await ask('this');
    expect(await endedEvents()).toMatchObject([{ outcome: 'too-late', retries: 0 }]);
    expect(reply.callbacks).toEqual([]);
  });

  test('that Discord puts off for a moment is sent again', async () => {
    discord.faults.failNext({ route: 'callback', status: 429, retryAfter: 0.2, global: true });
    expect(textOf(await (await ask('this')).answered())).toBe('this');
    expect(await endedEvents()).toMatchObject([{ outcome: 'answered', retries: 1 }]);
  });
});

describe('the answer', () => {
  test.each([...LOST, ...DONE])('%s: the member sees it once', async (_, fault) => {
    discord.faults.failNext({ route: 'edit', ...fault });
    const reply = await ask('this');
    await reply.answered();
    expect(await endedEvents()).toMatchObject([{ outcome: 'answered', retries: fault.times ?? 1 }]);
    expect(textOf(reply.shown)).toBe('this');
    expect(reply.followups).toEqual([]);
    expect(reply.deleted).toBe(false);
    expect(codes()).toEqual([]);
    expect(logged.troubles).toEqual([]);
  });

  test.each([...LOST, ...DONE])(
    'with a picture, %s: the member sees it with one picture',
    async (_, fault) => {
      discord.faults.failNext({ route: 'edit', ...fault });
      const reply = await ask('a picture');
      await reply.answered();
      expect(await endedEvents()).toMatchObject([{ outcome: 'answered' }]);
      const message = reply.shown!;
      expect(message.data.attachments).toHaveLength(1);
      expect(message.files.get('a.png')!.bytes).toHaveLength(PICTURE.data.length);
      expect(reply.followups).toEqual([]);
      expect(logged.troubles).toEqual([]);
    },
  );

  test.each([...LOST.slice(0, 4), ...DONE.slice(0, 4)])(
    'that changes the message of a button, %s: shows the change',
    async (_, fault) => {
      const member = discord.member({ guildId: GUILD });
      const message = await (await member.command('ask', { what: 'a' })).answered();
      discord.faults.failNext({ route: 'callback', ...fault });
      discord.faults.failNext({ route: 'edit', ...fault });
      const pressed = await member.press(message);
      await endedEvents(2);
      expect(textOf(message)).toBe('a+');
      expect(pressed.followups).toEqual([]);
      expect(events[1]).toMatchObject({ kind: 'component', outcome: 'answered', retries: 2 });
    },
  );

  test('waits for the limits of its own webhook, while others are answered and until a stop', async () => {
    const own = await started();
    own.discord.faults.failNext({ route: 'edit', status: 429, retryAfter: 600, times: 40 });
    const limited = await Promise.all(Array.from({ length: 40 }, (_, n) => own.ask(`limited ${n}`)));
    await own.logged.saidOften(40, ({ waitMs }) => Number(waitMs) > 500_000);
    expect(textOf(await (await own.ask('another')).answered())).toBe('another');
    expect(limited.filter(({ message }) => message !== null)).toEqual([]);
    expect((await own.ended(1)).map(({ outcome }) => outcome)).toEqual(['answered']);
    await own.stop();
    // The stop has given the others up.
    expect(own.ending.map(({ outcome }) => outcome)).toEqual(['answered', ...Array(40).fill('gone')]);
  });
});

describe('a mistake', () => {
  test.each([...LOST, ...DONE])('whose public reply is removed, %s: is told once', async (_, fault) => {
    discord.faults.failNext({ route: 'delete', ...fault });
    const reply = await ask('a mistake');
    const [told] = await reply.followedUp();
    expect(await endedEvents()).toMatchObject([{ outcome: 'refused', retries: fault.times ?? 1 }]);
    expect(reply.deleted).toBe(true);
    expect(textOf(told!)).toContain('x');
    expect(reply.followups).toHaveLength(1);
    expect(codes()).toEqual(fault.applied === true ? [10008] : []);
    expect(logged.troubles.filter(({ level }) => level >= 50)).toEqual([]);
  });

  test.each(LOST)('told in a message of its own, %s: is told once', async (_, fault) => {
    discord.faults.failNext({ route: 'followup', ...fault });
    const reply = await ask('a mistake');
    await endedEvents();
    expect(reply.followups).toHaveLength(1);
    expect(reply.followups[0]!.ephemeral).toBe(true);
    expect(events).toMatchObject([{ outcome: 'refused', retries: fault.times ?? 1 }]);
  });

  test.each(DONE)(
    'told in a message of its own, %s: is told, twice at worst, and the log says so',
    async (_, fault) => {
      discord.faults.failNext({ route: 'followup', ...fault });
      const reply = await ask('a mistake');
      await endedEvents();
      expect(reply.followups.map(textOf)).toEqual(Array(2).fill(textOf(reply.followups[0]!)));
      expect(logged.troubles).toMatchObject([
        { level: 40, msg: 'a message is sent again, and the asker may see it twice' },
      ]);
    },
  );
});

describe('first answers that hang', () => {
  test.each([40, 200])('%i of them do not keep others from being answered', async (count) => {
    const own = await started();
    own.discord.faults.failNext({ route: 'callback', status: 'hang', times: count });
    const hanging = await Promise.all(Array.from({ length: count }, (_, n) => own.ask(`hanging ${n}`)));
    const others = await Promise.all(Array.from({ length: 10 }, (_, n) => own.ask(`other ${n}`)));
    for (const [n, reply] of others.entries()) expect(textOf(await reply.answered())).toBe(`other ${n}`);
    expect(hanging.filter(({ callbacks }) => callbacks.length > 0)).toEqual([]);
    expect(own.discord.violations).toEqual([]);
    await own.stop();
  });

  test('have another try within their time', async () => {
    const own = await started({ firstAnswerMs: 16_000, tokenMs: 900_000 });
    own.discord.faults.failNext({ route: 'callback', status: 'hang', times: 3 });
    const hanging = await Promise.all(['a', 'b', 'c'].map(own.ask));
    const answers = await Promise.all(hanging.map((reply) => reply.answered()));
    expect(answers.map(textOf)).toEqual(['a', 'b', 'c']);
    await own.stop();
    expect(own.ending).toMatchObject(Array(3).fill({ outcome: 'answered', retries: 1 }));
  });
});

describe('within three seconds', () => {
  let own: Awaited<ReturnType<typeof started>>;
  beforeAll(async () => {
    own = await started({ firstAnswerMs: 3000, tokenMs: 900_000 });
  });
  afterAll(() => own.stop());
  beforeEach(() => {
    own.ending.length = 0;
    own.logged.lines.length = 0;
    own.discord.faults.clear();
  });

  test('a first answer that Discord took, but never confirms, is followed by the answer', async () => {
    own.discord.faults.failNext({ route: 'callback', status: 'cut', applied: true });
    own.discord.faults.failNext({ route: 'callback', status: 'cut', times: 1000 });
    const reply = await own.ask('this');
    expect(textOf(await reply.answered())).toBe('this');
    expect(await own.ended(1)).toMatchObject([{ outcome: 'answered', firstAnswerMs: null }]);
    expect(own.logged.troubles).toEqual([]);
  });

  test('a first answer that never arrives is too late, in one line', async () => {
    own.discord.faults.failNext({ route: 'callback', status: 'cut', times: 1000 });
    const reply = await own.ask('this');
    expect(await own.ended(1)).toMatchObject([{ outcome: 'too-late', firstAnswerMs: null }]);
    expect(reply.callbacks).toEqual([]);
    const shown = { level: 40, outcome: 'too-late', err: { type: 'UndeliveredError' } };
    expect(own.logged.troubles).toMatchObject([shown]);
    expect(own.logged.troubles[0]).toMatchObject({ err: { cause: { type: 'NoAnswerError' } } });
  });

  test('first answers that hang for good are given up, and the next question is answered', async () => {
    own.discord.faults.failNext({ route: 'callback', status: 'hang', times: 10_000 });
    await Promise.all(Array.from({ length: 40 }, (_, n) => own.ask(`hanging ${n}`)));
    await own.ended(40);
    expect(new Set(own.ending.map(({ outcome }) => outcome))).toEqual(new Set(['too-late']));
    own.discord.faults.clear();
    expect(textOf(await (await own.ask('another')).answered())).toBe('another');
    await own.ended(41);
  });

  test('a completion that comes too late is dropped without a line that an operator sees', async () => {
    own.discord.faults.failNext({ route: 'callback', status: 'cut', times: 1000 });
    const member = own.discord.member({ guildId: GUILD });
    for (const typed of ['x', 'xy', 'xyz']) await member.type('ask', { what: typed }, 'what');
    await own.ended(3);
    expect(new Set(own.ending.map(({ outcome }) => outcome))).toEqual(new Set(['too-late']));
    expect(own.logged.lines.filter(({ level }) => level > 20)).toEqual([]);
  });
});

test('edits that hang do not keep others from being answered', async () => {
  discord.faults.failNext({ route: 'edit', status: 'hang', times: 30 });
  const hanging = await Promise.all(Array.from({ length: 30 }, (_, n) => ask(`hanging ${n}`)));
  const others = await Promise.all(Array.from({ length: 10 }, (_, n) => ask(`other ${n}`)));
  for (const [n, reply] of others.entries()) expect(textOf(await reply.answered())).toBe(`other ${n}`);
  for (const [n, reply] of hanging.entries()) expect(textOf(await reply.answered())).toBe(`hanging ${n}`);
  await endedEvents(40);
});

describe('completion', () => {
  test('whose connection is cut offers its choices once', async () => {
    discord.faults.failNext({ route: 'callback', status: 'cut', applied: true });
    expect(await discord.member({ guildId: GUILD }).autocomplete('ask', { what: 'x' }, 'what')).toEqual([]);
    expect(await endedEvents()).toMatchObject([{ kind: 'autocomplete', outcome: 'answered', retries: 1 }]);
  });
});

/** The way to a Discord at this address. */
function apiAt(apiUrl: string, limits?: DeliveryLimits) {
  return interactionApi(new RestClients({ apiUrl, token: 'not-a-token' }, pino({ level: 'silent' })), limits);
}

describe('without Discord', () => {
  const interaction = { id: '500000000000000001', token: 'a-token', application_id: '100000000000000001' };
  const limits = { firstAnswerMs: 300, tokenMs: 600 };

  test('every answer is given up when its time is over', async () => {
    // Nothing listens on port 1.
    const responses = new Responses(apiAt('http://127.0.0.1:1/api', limits), interaction);
    const failure = { name: 'UndeliveredError', mayHaveArrived: false };
    await expect(responses.acknowledge('public')).rejects.toMatchObject(failure);
    await expect(responses.edit(saying('x') as never)).rejects.toMatchObject(failure);
    await expect(responses.remove()).rejects.toMatchObject(failure);
    await expect(responses.followUpPrivately(saying('x') as never)).rejects.toMatchObject(failure);
  });

  test('a stop ends what hangs or pauses, and nothing is sent after it', async () => {
    const api = apiAt(discord.url);
    discord.faults.failNext({ route: 'edit', status: 'hang', times: 2 });
    discord.faults.failNext({ route: 'followup', status: 429, retryAfter: 600 });
    let paused = () => {};
    const pausing = new Promise<void>((resolve) => {
      paused = resolve;
    });
    const responses = new Responses(api, interaction, paused);
    const sent = [responses.edit(saying('x') as never), responses.followUpPrivately(saying('x') as never)];
    const outcomes = Promise.allSettled(sent);
    await pausing;
    api.delivery.stop();
    expect(await outcomes).toMatchObject(
      Array(2).fill({ status: 'rejected', reason: { name: 'UndeliveredError' } }),
    );
    const before = discord.requests.length;
    await expect(responses.remove()).rejects.toMatchObject({ mayHaveArrived: false });
    await expect(new Responses(api, interaction).acknowledge('public')).rejects.toThrow('in time');
    expect(discord.requests).toHaveLength(before);
  });

  test('a refusal of Discord is not sent again, nor is the first answer of another process taken for ours', async () => {
    const api = apiAt(discord.url);
    const unknown = { ...interaction, token: 'an-unknown-token' };
    await expect(new Responses(api, unknown).acknowledge('public')).rejects.toMatchObject({ code: 10062 });
    expect(discord.requests.filter(({ path }) => path.includes(unknown.token))).toHaveLength(1);
    const known = await ask('this');
    await known.answered();
    const { id, token } = known.interaction.start;
    const again = new Responses(api, { ...interaction, id, token }).acknowledge('public');
    await expect(again).rejects.toBeInstanceOf(DiscordAPIError);
    expect(codes()).toEqual([10062, 40060]);
  });
});
