import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Interaction } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../../scripts/sample/random.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { asCommand, GUILD, startDiscord, TinyBot } from '../support/discord/tiny-bot.ts';
import { hostileText, MOST_LETTERS } from './stage/hostile-texts.ts';
import { frozen, gaugeSettings, turnsSince } from './stage/loop-gauge.ts';
import { answerTo } from './stage/members.ts';
import { mutated } from './stage/mutations.ts';
import { sentAfter, stopProblems } from './stage/sendings.ts';

// The judges of the rounds of `npm run chaos`, tried on programs at fault.
let folder: string;
let discord: StandIn;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-judges-'));
  discord = await startDiscord();
});
afterAll(async () => {
  await discord?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a program under the gauge, which measures what is started as `start`. */
function turnsOf(name: string, program: string) {
  const file = join(folder, name);
  const { status } = spawnSync(process.execPath, ['--eval', program, '--', 'start'], {
    env: { ...process.env, ...gaugeSettings(file) },
  });
  expect(status).toBe(0);
  return turnsSince(file, 0);
}

test('a turn that computes for long is told', () => {
  const turns = turnsOf(
    'computing',
    `setTimeout(() => {
      const began = process.cpuUsage().user;
      while (process.cpuUsage().user - began < 300_000);
      setTimeout(() => {}, 50);
    }, 50)`,
  );
  expect(frozen(turns.slice(-1))).toEqual([expect.stringMatching(/stood for \d{3,} ms/)]);
});

test('a turn in which the machine does not run the program is not its own', () => {
  const turns = turnsOf(
    'waiting',
    `setTimeout(() => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
      setTimeout(() => {}, 50);
    }, 50)`,
  );
  expect(turns.filter(({ took, computed }) => took > 250 && computed > 100)).toEqual([]);
});

test('a turn that handles what came in while the machine ran others is not too long', () => {
  expect(frozen([{ at: 1, computed: 101, took: 102 }])).toHaveLength(1);
  expect(frozen([{ at: 1, computed: 103, took: 1978 }])).toEqual([]);
  expect(frozen([{ at: 1, computed: 1000, took: 10_000 }])).toHaveLength(1);
});

test('a stop that does not end, ends otherwise, or sends more is told', () => {
  const ended = { status: 0, stdout: '', stderr: '' };
  expect(stopProblems('no HELLO', ended, [])).toEqual([]);
  expect(stopProblems('no HELLO', null, [])).toHaveLength(1);
  expect(stopProblems('no HELLO', { ...ended, status: 1 }, [])).toHaveLength(1);
  expect(stopProblems('no HELLO', ended, ['identify at the gateway'])).toHaveLength(1);
});

test('after a stop only the ends of answers may be sent', async () => {
  const bot = await TinyBot.start(discord, async () => {});
  const sent = sentAfter(0, discord);
  expect(sent).toContain('GET /gateway/bot');
  expect(sent).toContain('identify at the gateway');
  const reply = await discord.member({ guildId: GUILD }).command('game', { name: 'a' });
  expect(sentAfter(0, discord)).toEqual(sent);
  expect(reply.acknowledgedAfterMs).toBeNull();
  await bot.stop();
});

const BOTS: [what: string, judged: RegExp, answer: (interaction: Interaction) => Promise<unknown>][] = [
  ['does not answer', /no first answer/, async () => {}],
  ['only defers', /only a first answer/, (interaction) => asCommand(interaction).deferReply()],
  [
    'answers twice',
    /an error: .*again/,
    async (interaction) => {
      const command = asCommand(interaction);
      await command.reply({ embeds: [{ title: 'once' }] });
      await command.followUp({ embeds: [{ title: 'again' }] });
    },
  ],
];

test.each(BOTS)('a bot that %s has not answered', async (_, judged, answer) => {
  let tried = () => {};
  const done = new Promise<void>((resolve) => {
    tried = resolve;
  });
  const bot = await TinyBot.start(discord, (interaction) => answer(interaction).finally(tried));
  const reply = await discord.member({ guildId: GUILD }).command('game', { name: 'a' });
  await done;
  await expect(answerTo(reply, 0)).rejects.toThrow(judged);
  await bot.stop();
});

test('a bot that answers otherwise gives another text', async () => {
  let year = 2014;
  const bot = await TinyBot.start(discord, (interaction) =>
    asCommand(interaction).reply({ embeds: [{ title: `${year++}` }] }),
  );
  const ask = async () => answerTo(await discord.member({ guildId: GUILD }).command('game', { name: 'a' }));
  expect((await ask()).text).not.toBe((await ask()).text);
  await bot.stop();
});

test('hostile interactions differ from the valid ones, which stay as they are', () => {
  const valid = { id: '1', type: 2, data: { name: 'help', options: [{ name: 'a', value: 'b' }] } };
  const before = structuredClone(valid);
  const random = new Random('hostile');
  const others = Array.from({ length: 200 }, () => JSON.stringify(mutated(valid, random)));
  expect(valid).toEqual(before);
  expect(new Set(others).size).toBeGreaterThan(100);
  expect(others.filter((other) => !other.includes('"options"')).length).toBeGreaterThan(10);
});

test('hostile texts are as long as Discord allows, and no longer', () => {
  const random = new Random('texts');
  const lengths = Array.from({ length: 200 }, () => hostileText(random).length);
  expect(Math.max(...lengths)).toBe(MOST_LETTERS);
});
