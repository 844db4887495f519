import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Plain } from '../../locales/markdown.ts';
import { customId } from '../../src/commands/contract/custom-id.ts';
import type { Bot } from '../../src/discord/bot.ts';
import type { InteractionEvent } from '../../src/discord/interaction-event.ts';
import { Changes } from '../support/discord/changes.ts';
import { ManualClock } from '../support/discord/clock.ts';
import { isObject, type JsonObject } from '../support/discord/json.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { seeded } from '../support/random.ts';
import { fakeCommand, GUILD, type KeptLog, saying, startStandIn, startTestBot } from './test-bot.ts';

/** Milliseconds for a test that sends thousands of events. */
const LONG_MS = 180_000;

let discord: StandIn;
let bot: Bot;
let logged: KeptLog;
let events: InteractionEvent[];
let changes: Changes;

beforeEach(async () => {
  // The stand-in's clock stands still, so that the speed of this machine does not matter.
  discord = await startStandIn({ clock: new ManualClock() });
  events = [];
  changes = new Changes();
  const button = {
    type: 1 as const,
    components: [
      {
        type: 2 as const,
        style: 1 as const,
        label: 'again',
        custom_id: customId({ command: 'ask', options: { what: 'pressed' }, effect: 'update' }),
      },
    ],
  };
  const command = fakeCommand('ask', async (_, { what }) => saying(String(what), [button]), {
    complete: async (_, { typed }) => [{ name: typed as Plain, value: typed }],
  });
  ({ bot, logged } = await startTestBot(discord, {
    commands: [command],
    settings: { askLimit: { questions: 1_000_000, seconds: 10 } },
    onInteraction: (event) => {
      events.push(event);
      changes.notify();
    },
  }));
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
});

/** Asks as a member does. @returns the text of the reply */
async function ask(): Promise<string | undefined> {
  const reply = await discord.member({ guildId: GUILD }).command('ask', { what: 'x' });
  return (await reply.answered()).data.embeds[0]?.description;
}

/** Waits until the bot has ended this number of interactions. */
function handled(count: number): Promise<InteractionEvent[]> {
  return changes.until(
    () => (events.length >= count ? events : undefined),
    () => `only ${events.length} of ${count} interactions have ended`,
    LONG_MS,
  );
}

/** Sets the field at a path; `undefined` removes it. */
function set(payload: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(payload) as JsonObject;
  const names = path.split('.');
  const last = names.pop()!;
  const holder = names.reduce<JsonObject>((held, name) => held[name] as JsonObject, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

/** Interactions of members as Discord sends them: a command, a completion and a press. */
async function payloads(): Promise<JsonObject[]> {
  const member = discord.member({ guildId: GUILD });
  const command = await member.command('ask', { what: 'x' });
  await command.answered();
  const typed = await member.type('ask', { what: 'x' }, 'what');
  const pressed = await member.press(command);
  await handled(3);
  return [command, typed, pressed].map(({ interaction }) => interaction.start.payload);
}

test('a completion that keeps half of a character is offered without it', async () => {
  const member = discord.member({ guildId: GUILD });
  const typed = await member.type('ask', { what: '\ud83dx' }, 'what');
  await typed.acknowledged(LONG_MS);
  expect(typed.choices).toEqual([{ name: '\ufffdx', value: '\ufffdx' }]);
});

describe('an interaction is answered although', () => {
  test.each([
    ['`entitlements` is missing', 'entitlements', undefined],
    ['`entitlements` is no list', 'entitlements', 5],
    ['`app_permissions` is null', 'app_permissions', null],
    ['`app_permissions` is no number', 'app_permissions', 'all of them'],
    ['`authorizing_integration_owners` is missing', 'authorizing_integration_owners', undefined],
    ['`version` is 2', 'version', 2],
    ['`context` is new', 'context', 17],
    ['the member has no permissions', 'member.permissions', null],
    ['the member has no roles', 'member.roles', undefined],
    ['the locale is unknown', 'locale', 'tlh-AQ'],
    ['the locale is missing', 'locale', undefined],
    ['the channel is missing', 'channel', undefined],
    ['the channel is null', 'channel', null],
    ['the channel has a new shape', 'channel', { kind: 'hologram' }],
    ['the server is missing', 'guild', undefined],
    ['`data.resolved` is a number', 'data.resolved', 7],
    ['a field is added', 'x', { y: [null] }],
  ])('%s', async (_, path, value) => {
    discord.gateway.alter = (_t, d) => set(d, path, value);
    expect(await ask()).toBe('x');
    expect(logged.troubles).toEqual([]);
  });

  test('the message of a press says nothing of its asker', async () => {
    const member = discord.member({ guildId: GUILD });
    const first = await member.command('ask', { what: 'x' });
    await first.answered();
    discord.gateway.alter = (_, d) =>
      set(d, 'message.interaction_metadata.authorizing_integration_owners', undefined);
    expect((await (await member.press(first)).answered()).data.embeds[0]?.description).toBe('pressed');
    discord.gateway.alter = (_, d) => set(d, 'message', null);
    await member.press(first);
    expect((await handled(3)).map(({ outcome }) => outcome)).toEqual(['answered', 'answered', 'answered']);
    expect(logged.troubles).toEqual([]);
  });
});

describe('an interaction is one line of the log where', () => {
  test.each([
    ['it is null', (): unknown => null],
    ['it is a number', () => 5],
    ['it is a list', () => []],
    ['it is empty', () => ({})],
    ['its type is 99', (d: JsonObject) => set(d, 'type', 99)],
    ['its type is a text', (d: JsonObject) => set(d, 'type', '2')],
    ['it is a form', (d: JsonObject) => set(d, 'type', 5)],
    ['it is a command for a message', (d: JsonObject) => set(d, 'data.type', 3)],
    ['it has no token', (d: JsonObject) => set(d, 'token', undefined)],
    ['its token leads elsewhere', (d: JsonObject) => set(d, 'token', '../../../users/@me')],
    ['its id is a number', (d: JsonObject) => set(d, 'id', 123)],
    ['its application is null', (d: JsonObject) => set(d, 'application_id', null)],
    ['its data is null', (d: JsonObject) => set(d, 'data', null)],
    ['its data is missing', (d: JsonObject) => set(d, 'data', undefined)],
    ['its command has no name', (d: JsonObject) => set(d, 'data.name', undefined)],
    ['its options are no list', (d: JsonObject) => set(d, 'data.options', { what: 'x' })],
    ['its options are numbers', (d: JsonObject) => set(d, 'data.options', [1, 2])],
    ['its options have no end', (d: JsonObject) => set(d, 'data.options', Array(10_000).fill({}))],
    ['an option is an object', (d: JsonObject) => set(d, 'data.options.0.value', { toString: 1 })],
    ['its member has no user', (d: JsonObject) => set(d, 'member.user', undefined)],
    ['its user is a number', (d: JsonObject) => set(d, 'member.user.id', 1e300)],
    ['nobody has caused it', (d: JsonObject) => set(d, 'member', undefined)],
    ['its button has no id', (d: JsonObject) => set(set(d, 'type', 3), 'data', { component_type: 2 })],
    ['its server is a list', (d: JsonObject) => set(d, 'guild_id', [])],
  ])('%s', async (_, change) => {
    const [command] = await payloads();
    discord.gateway.dispatch(GUILD, 'INTERACTION_CREATE', change(command!));
    expect((await handled(4))[3]).toMatchObject({ outcome: 'ignored', firstAnswerMs: null });
    expect(logged.troubles).toMatchObject([{ level: 40, outcome: 'ignored' }]);
    expect(await ask()).toBe('x');
  });
});

/** A value that a field of Discord's JSON may turn into. */
function odd(random: () => number): unknown {
  const values = [
    null,
    true,
    0,
    -1,
    2 ** 60,
    0.5,
    '',
    'x',
    '0',
    [],
    {},
    [[[]]],
    [null],
    { id: null },
    undefined,
  ];
  return values[Math.floor(random() * values.length)];
}

/** A copy of some JSON in which a few fields, chosen at random, have other values. */
function mutated(payload: JsonObject, random: () => number): unknown {
  const copy = structuredClone(payload);
  const places: [JsonObject, string][] = [];
  const look = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const name of Object.keys(value)) {
      places.push([value as JsonObject, name]);
      look((value as JsonObject)[name]);
    }
  };
  look(copy);
  for (let left = 1 + Math.floor(random() * 3); left > 0; left--) {
    const [holder, name] = places[Math.floor(random() * places.length)]!;
    const value = odd(random);
    if (value === undefined) delete holder[name];
    else holder[name] = value;
  }
  return copy;
}

test(
  'after 500 interactions with fields changed at random, the next question is answered',
  async () => {
    const kinds = await payloads();
    const random = seeded(18);
    const count = 500;
    for (let n = 0; n < count; n++) {
      discord.gateway.dispatch(GUILD, 'INTERACTION_CREATE', mutated(kinds[n % kinds.length]!, random));
    }
    await handled(kinds.length + count);
    expect(await ask()).toBe('x');
    // Each has one line, whatever became of it, and no failure of the program was met.
    const lines = logged.lines.filter((line) => 'request' in line && 'outcome' in line);
    expect(new Set(lines.map(({ request }) => request)).size).toBe(lines.length);
    expect(logged.lines.filter(({ msg }) => /could not be (?:handled|reported)/.test(msg))).toEqual([]);
  },
  LONG_MS,
);

/** Texts of hostile frames. */
const HELLO = '{"op":10,"d":{"heartbeat_interval":40000}}';
const FRAMES: [string, string[]][] = [
  ['no JSON', ['not JSON', '', '{', '\u0000']],
  ['JSON of another kind', ['null', '5', '"x"', '[]', '[{}]', 'true', '{}']],
  ['an unknown op', ['{"op":99,"d":{}}', '{"op":null}', '{"op":"0","t":"READY","d":{}}', '{"op":1e400}']],
  ['HELLO without a number', ['{"op":10,"d":null}', '{"op":10}', '{"op":10,"d":{"heartbeat_interval":-1}}']],
  ['a HELLO that asks for a heartbeat each millisecond', ['{"op":10,"d":{"heartbeat_interval":1e-9}}']],
  ['HELLO again and again', [HELLO, HELLO, HELLO]],
  ['an event without a name', ['{"op":0,"d":{},"s":1}', '{"op":0,"t":null}', '{"op":0,"t":{},"d":{}}']],
  [
    'READY of another shape',
    ['{"op":0,"t":"READY","s":2,"d":null}', '{"op":0,"t":"READY","d":{"v":11,"user":{}}}'],
  ],
  ['RESUMED that was not asked for', ['{"op":0,"t":"RESUMED","s":2,"d":null}']],
  [
    'GUILD_CREATE without an id',
    ['{"op":0,"t":"GUILD_CREATE","s":2,"d":{}}', '{"op":0,"t":"GUILD_CREATE","d":null}'],
  ],
  ['GUILD_DELETE of nothing', ['{"op":0,"t":"GUILD_DELETE","s":2,"d":null}']],
  ['MESSAGE_CREATE without a message', ['{"op":0,"t":"MESSAGE_CREATE","s":2,"d":null}']],
  ['an event named error', ['{"op":0,"t":"error","s":2,"d":null}', '{"op":0,"t":"__proto__","d":{}}']],
  [
    'a sequence that is no number',
    ['{"op":0,"t":"TYPING_START","s":"9","d":{}}', '{"op":0,"t":"X","s":1e300}'],
  ],
  ['heartbeats out of turn', ['{"op":11}', '{"op":1,"d":null}', '{"op":11,"d":{}}']],
  [
    'JSON nested 20,000 deep',
    [`{"op":0,"t":"INTERACTION_CREATE","d":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ],
];

test.each(FRAMES)('a frame with %s leaves the bot connected and answering', async (_, frames) => {
  for (const frame of frames) discord.gateway.sendText(frame);
  expect(await ask()).toBe('x');
  expect(discord.gateway.identifications).toBe(1);
  expect(logged.troubles.length).toBeLessThanOrEqual(frames.length);
});

const RECONNECTING: [string, string[]][] = [
  ['an invalid session, twice at once', ['{"op":9,"d":false}', '{"op":9,"d":false}']],
  ['an invalid session that does not say whether it can be resumed', ['{"op":9,"d":null}']],
  ['a request to reconnect, three times at once', ['{"op":7}', '{"op":7,"d":{}}', '{"op":7}']],
  ['a request to reconnect and an invalid session at once', ['{"op":7}', '{"op":9}']],
];

test.each(RECONNECTING)(
  'after %s the bot connects again and answers',
  async (_, frames) => {
    const again = Promise.race([once(discord.gateway, 'identified'), once(discord.gateway, 'resumed')]);
    for (const frame of frames) discord.gateway.sendText(frame);
    await again;
    expect(await ask()).toBe('x');
  },
  LONG_MS,
);

test(
  'after 3,000 frames with fields changed at random the bot answers',
  async () => {
    const random = seeded(19);
    const ready = {
      session_id: 's',
      resume_gateway_url: 'ws://127.0.0.1:1',
      user: { id: '1' },
      guilds: [{ id: '2' }],
    };
    const frames: JsonObject[] = [
      JSON.parse(HELLO),
      { op: 0, t: 'READY', s: 1, d: ready },
      {
        op: 0,
        t: 'GUILD_CREATE',
        s: 1,
        d: { id: '2', name: 'x', channels: [{ id: '3' }], roles: [], members: [] },
      },
      { op: 0, t: 'INTERACTION_CREATE', s: 1, d: { id: '1', type: 2, data: { name: 'ask' } } },
      { op: 11, d: null },
    ];
    for (let n = 0; n < 1000; n++) {
      const frame = mutated(frames[n % frames.length]!, random);
      // Another `op` may ask for a reconnect, which the tests above do.
      discord.gateway.sendText(
        JSON.stringify(isObject(frame) && [1, 7, 9].includes(Number(frame.op)) ? {} : frame),
      );
    }
    expect(await ask()).toBe('x');
    expect(discord.gateway.identifications).toBe(1);
  },
  LONG_MS,
);
