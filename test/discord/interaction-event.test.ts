import { afterEach, beforeEach, expect, test } from 'vitest';
import { own } from '../../locales/markdown.ts';
import type { Bot } from '../../src/discord/bot.ts';
import type { InteractionEvent } from '../../src/discord/interaction-event.ts';
import { QuestionError } from '../../src/engine/data-set/question-error.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { fakeCommand, GUILD, type KeptLog, saying, startStandIn, startTestBot } from './test-bot.ts';

const USER = '400000000000000042';

let discord: StandIn;
let bot: Bot;
let logged: KeptLog;
let events: InteractionEvent[];

beforeEach(async () => {
  discord = await startStandIn();
  events = [];
  ({ bot, logged } = await startTestBot(discord, {
    commands: [
      fakeCommand(
        'ask',
        async (_, { what }) => {
          if (what === 'a mistake') throw new QuestionError('unknown-genre', { name: 'a mistake' });
          if (what === 'a failure') throw new Error('broken');
          return saying(`about ${what}`);
        },
        { complete: async () => [{ name: own('anything'), value: 'anything' }] },
      ),
    ],
    onInteraction: (event) => events.push(event),
  }));
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
});

/** The log lines about interactions, once these have been handled. */
async function linesAfter(asking: Promise<unknown>) {
  await asking;
  await bot.stop();
  return logged.lines.filter((line) => 'request' in line);
}

async function ask(what: string): Promise<void> {
  const reply = await discord.member({ guildId: GUILD, userId: USER }).command('ask', { what });
  await reply.settled();
}

test.each([
  ['answered', 'a thing', { level: 30, msg: 'a question was answered' }],
  ['refused', 'a mistake', { level: 30, msg: 'a question was refused', code: 'unknown-genre' }],
  ['failed', 'a failure', { level: 50, msg: 'a question failed', err: { message: 'broken' } }],
])('a question that is %s gives one log line and one event', async (outcome, what, more) => {
  const lines = await linesAfter(ask(what));
  const event = {
    request: expect.stringMatching(/^[0-9a-f]{8}$/),
    kind: 'command',
    command: 'ask',
    outcome,
    firstAnswerMs: expect.any(Number),
    ms: expect.any(Number),
  };
  expect(lines).toMatchObject([{ ...event, ...more }]);
  expect(events).toMatchObject([event]);
  expect(events[0]!.request).toBe(lines[0]!.request);
  // The reply comes after the first answer.
  expect(events[0]!.ms).toBeGreaterThanOrEqual(events[0]!.firstAnswerMs!);
});

test('no log line shows the asker, the place or the question', async () => {
  const lines = await linesAfter(Promise.all(['a thing', 'a mistake', 'a failure'].map(ask)));
  expect(lines).toHaveLength(3);
  const text = JSON.stringify(lines);
  for (const told of [USER, GUILD, 'a thing', 'a mistake', 'a failure']) expect(text).not.toContain(told);
});

test('completion is an event too, but does not fill the log', async () => {
  const typing = discord.member({ guildId: GUILD }).autocomplete('ask', { what: 'x' }, 'what');
  const lines = await linesAfter(typing);
  // Level 20 is debug.
  expect(lines).toMatchObject([{ level: 20, kind: 'autocomplete', command: 'ask', outcome: 'answered' }]);
  expect(events).toMatchObject([{ kind: 'autocomplete', outcome: 'answered' }]);
});

test('a command that does not exist is logged as unknown, whatever its name', async () => {
  discord.commands.global[0]!.name = 'gone';
  const lines = await linesAfter(
    discord
      .member({ guildId: GUILD })
      .command('gone')
      .then((reply) => reply.answered()),
  );
  expect(lines).toMatchObject([{ command: 'unknown', outcome: 'refused', code: 'unknown-command' }]);
});
