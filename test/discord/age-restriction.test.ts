import { REST } from '@discordjs/rest';
import { ChannelType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { AgeRestriction, restrictionOverRest } from '../../src/discord/age-restriction.ts';
import { startStandIn, TOKEN } from './test-bot.ts';

/** Parent 1 is age-restricted, parent 2 is not, and the bot cannot see any other. */
function restriction() {
  const read: string[] = [];
  const ageRestriction = new AgeRestriction(async (id) => {
    read.push(id);
    if (id !== '1' && id !== '2') throw new Error('Missing Access');
    return id === '1';
  });
  return { ageRestriction, read };
}

const thread = (parent: string) => ({ type: ChannelType.PublicThread, parent_id: parent }) as const;

test('a channel itself says whether it is age-restricted', async () => {
  const { ageRestriction, read } = restriction();
  expect(await ageRestriction.of({ type: ChannelType.GuildText, nsfw: true })).toBe(true);
  expect(await ageRestriction.of({ type: ChannelType.GuildText, nsfw: false })).toBe(false);
  expect(await ageRestriction.of({ type: ChannelType.DM })).toBe(false);
  expect(await ageRestriction.of(undefined)).toBe(false);
  // The parent of a text channel is a category, which does not count.
  expect(await ageRestriction.of({ type: ChannelType.GuildText, parent_id: '1' })).toBe(false);
  expect(read).toEqual([]);
});

test('a thread is age-restricted if its parent is, which is looked up once', async () => {
  const { ageRestriction, read } = restriction();
  expect(ageRestriction.known(thread('1'))).toBe(false);
  expect(await ageRestriction.of(thread('1'))).toBe(true);
  expect(ageRestriction.known(thread('1'))).toBe(true);
  expect(await ageRestriction.of(thread('1'))).toBe(true);
  expect(await ageRestriction.of(thread('2'))).toBe(false);
  expect(read).toEqual(['1', '2']);
});

test('a thread whose parent the bot cannot see does not count as age-restricted', async () => {
  const { ageRestriction } = restriction();
  expect(await ageRestriction.of(thread('3'))).toBe(false);
});

test('a look-up that failed is not remembered: the next question asks again', async () => {
  const answers = [
    () => Promise.reject(new Error('cut')),
    () => Promise.reject(new Error('503')),
    async () => true,
  ];
  const ageRestriction = new AgeRestriction(() => answers.shift()!());
  expect(await ageRestriction.of(thread('1'))).toBe(false);
  expect(await ageRestriction.of(thread('1'))).toBe(false);
  expect(await ageRestriction.of(thread('1'))).toBe(true);
  expect(ageRestriction.known(thread('1'))).toBe(true);
  expect(answers).toEqual([]);
});

test('a look-up that hangs delays no question for long, and is remembered once it has an answer', async () => {
  let answer = (_: boolean) => {};
  const reading = new Promise<boolean>((resolve) => {
    answer = resolve;
  });
  const ageRestriction = new AgeRestriction(() => reading, 1);
  expect(await ageRestriction.of(thread('1'))).toBe(false);
  answer(true);
  expect(await ageRestriction.of(thread('1'))).toBe(true);
});

test.each([
  [403, 1],
  [404, 1],
  [500, 2],
])('an answer with status %i is asked for %i times by two questions', async (status, times) => {
  const discord = await startStandIn();
  const rest = new REST({ api: discord.url, retries: 0 }).setToken(TOKEN);
  discord.faults.failNext({ route: 'any', status, times: 10 });
  const ageRestriction = new AgeRestriction(restrictionOverRest(rest));
  expect(await ageRestriction.of(thread('300000000000000001'))).toBe(false);
  expect(await ageRestriction.of(thread('300000000000000001'))).toBe(false);
  expect(discord.requests).toHaveLength(times);
  await discord.stop();
});
