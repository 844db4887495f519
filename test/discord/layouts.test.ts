import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { customId } from '../../src/commands/contract/custom-id.ts';
import type { SentLayout, SentReply } from '../../src/commands/contract/reply.ts';
import type { Bot } from '../../src/discord/bot.ts';
import { QuestionError } from '../../src/engine/data-set/question-error.ts';
import { CHARTS } from '../charts/charts-to-draw.ts';
import type { HeldMessage } from '../support/discord/held-message.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { fakeCommand, GUILD, saying, startStandIn, startTestBot } from './test-bot.ts';

let discord: StandIn;
let bot: Bot;

/** Buttons that ask these questions in place of the message's own. */
function asking(...questions: string[]) {
  return {
    type: ComponentType.ActionRow as const,
    components: questions.map((what) => ({
      type: ComponentType.Button as const,
      style: 2 as const,
      label: what,
      custom_id: customId({ command: 'ask', options: { what }, effect: 'update' }),
    })),
  };
}

function layout(text: string): SentLayout {
  return {
    layout: [
      {
        type: ComponentType.Container,
        components: [
          {
            type: ComponentType.Section,
            components: [{ type: ComponentType.TextDisplay, content: text }],
            accessory: { type: ComponentType.Thumbnail, media: { url: 'https://a.example/b.jpg' } },
          },
        ],
      },
      asking('layout', 'embed', 'mistake'),
    ],
    files: [],
  };
}

const command = fakeCommand('ask', async (_, { what }): Promise<SentReply> => {
  if (what === 'mistake') throw new QuestionError('unknown-genre', { name: 'x' });
  if (what === 'embed') {
    const embed = {
      title: 'A title',
      url: 'https://store.steampowered.com/app/620/',
      description: 'said in an embed',
      footer: { text: 'a *footer*' },
    };
    return { embeds: [embed], components: [asking('layout', 'embed')], files: [] };
  }
  if (what === 'picture') {
    return { ...layout('with a picture'), picture: { chart: CHARTS.columns, description: 'a picture' } };
  }
  if (what === 'plain') return saying('plain', [asking('layout')]);
  return layout('said in a layout');
});

beforeEach(async () => {
  discord = await startStandIn();
  ({ bot } = await startTestBot(discord, { commands: [command], draw: async () => new Uint8Array([1]) }));
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

const isLayout = ({ data }: HeldMessage) => (Number(data.flags) & MessageFlags.IsComponentsV2) !== 0;

/** The bodies of the bot's edits so far. */
function edits(): Record<string, unknown>[] {
  return discord.requests
    .filter(({ route }) => route === 'edit')
    .map(({ payload }) => payload as Record<string, unknown>);
}

test('a layout is sent with its flag on the edit, not on the defer, and without content and embeds', async () => {
  const reply = await discord.member({ guildId: GUILD }).command('ask', { what: 'layout' });
  const message = await reply.answered();
  expect(isLayout(message)).toBe(true);
  expect(message.texts).toEqual(['said in a layout']);
  expect(reply.callbacks[0]!.body).not.toHaveProperty('data.flags');
  const [edit] = edits();
  expect(edit).toMatchObject({ flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } });
  expect(edit).not.toHaveProperty('content');
  expect(edit).not.toHaveProperty('embeds');
});

test('a button under embeds turns the old message into a layout, and further ones keep it one', async () => {
  const member = discord.member({ guildId: GUILD });
  const message = await (await member.command('ask', { what: 'plain' })).answered();
  expect(isLayout(message)).toBe(false);
  await (await member.press(message, 'layout')).settled();
  expect(isLayout(message)).toBe(true);
  expect(message.data).toMatchObject({ content: '', embeds: [] });
  expect(edits().at(-1)).toMatchObject({ content: null, embeds: [] });
  await (await member.press(message, 'layout')).settled();
  expect(edits().at(-1)).not.toHaveProperty('embeds');

  // An answer in embeds is shown as a layout, because the message takes nothing else.
  await (await member.press(message, 'embed')).settled();
  expect(isLayout(message)).toBe(true);
  expect(message.texts).toEqual([
    '### [A title](https://store.steampowered.com/app/620/)',
    'said in an embed',
    '-# a \\*footer\\*',
  ]);
  expect(message.buttons).toHaveLength(2);
});

test('an error of a press on a layout is a layout, for the asker alone', async () => {
  const member = discord.member({ guildId: GUILD });
  const message = await (await member.command('ask', { what: 'layout' })).answered();
  const [told] = await (await member.press(message, 'mistake')).followedUp();
  expect(told!.ephemeral).toBe(true);
  expect(isLayout(told!)).toBe(true);
  expect(told!.texts.join()).toContain('x');
  expect(message.texts).toEqual(['said in a layout']);
});

test('somebody else’s press on a layout is answered by a layout of their own', async () => {
  const message = await (
    await discord.member({ guildId: GUILD }).command('ask', { what: 'layout' })
  ).answered();
  const reply = await discord.member({ guildId: GUILD }).press(message, 'layout');
  const own = await reply.answered();
  expect(own.id).not.toBe(message.id);
  expect(own.ephemeral).toBe(true);
  expect(isLayout(own)).toBe(true);
});

test('the picture of a layout stands under everything else', async () => {
  const reply = await discord.member({ guildId: GUILD }).command('ask', { what: 'picture' });
  const message = await reply.answered();
  expect(message.data.attachments).toMatchObject([{ filename: 'answer.png', description: 'a picture' }]);
  expect(message.data.components!.at(-1)).toMatchObject({
    type: ComponentType.MediaGallery,
    items: [{ media: { url: 'attachment://answer.png' }, description: 'a picture' }],
  });
});
