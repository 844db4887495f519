import { ChannelType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { AgeRestriction } from '../../src/discord/age-restriction.ts';

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
