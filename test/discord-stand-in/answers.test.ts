import { type Interaction, MessageFlags, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ManualClock } from '../support/discord/clock.ts';
import type { StandIn } from '../support/discord/stand-in.ts';
import { asCommand, GUILD, startDiscord, TinyBot } from '../support/discord/tiny-bot.ts';

let clock: ManualClock;
let discord: StandIn;
let bot: TinyBot | undefined;

beforeEach(async () => {
  clock = new ManualClock();
  discord = await startDiscord(clock);
});

afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await discord.stop();
});

async function botThat(answer: (interaction: Interaction) => Promise<unknown>): Promise<TinyBot> {
  bot = await TinyBot.start(discord, answer);
  return bot;
}

test('a reply that was deferred privately stays private, and shows the content that was edited in', async () => {
  const seen: unknown[] = [];
  await botThat(async (interaction) => {
    const command = asCommand(interaction);
    seen.push(command.options.getString('name'), command.options.getInteger('year'), command.locale);
    seen.push(command.guildLocale, command.guild?.id, command.memberPermissions?.has('ManageGuild'));
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    clock.advance(800);
    await command.editReply({ embeds: [{ title: 'Portal 2' }] });
  });
  const reply = await discord
    .member({ guildId: GUILD, locale: 'es-419' })
    .command('game', { name: 'Portal 2', year: 2011 });
  await reply.settled();
  expect(seen).toEqual(['Portal 2', 2011, 'es-419', 'es-ES', GUILD, false]);
  expect(reply).toMatchObject({ deferred: true, ephemeral: true, deleted: false, acknowledgedAfterMs: 0 });
  expect(reply.message).toMatchObject({ embeds: [{ title: 'Portal 2' }], flags: 64 });
  expect(discord.violations).toEqual([]);
});

test('the first answer is refused with 10062 after 3 seconds, and the webhook is unknown until there is one', async () => {
  const codes: unknown[] = [];
  const started = await botThat(async (interaction) => {
    const command = asCommand(interaction);
    await command.webhook.editMessage('@original', 'too early').catch((error) => codes.push(error.code));
    clock.advance(3001);
    await command.deferReply();
  });
  const failed = started.nextError();
  const reply = await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  expect(await failed).toMatchObject({ status: 404, code: 10062 });
  expect(codes).toEqual([10015]);
  expect(reply.acknowledgedAfterMs).toBeNull();
  expect(discord.violations.map(({ code }) => code)).toEqual([10015, 10062]);
});

test('a second first answer is refused with 40060', async () => {
  const started = await botThat(async (interaction) => {
    const command = asCommand(interaction);
    const { id, token, client } = command;
    await client.rest.post(Routes.interactionCallback(id, token), { body: { type: 5 }, auth: false });
    await client.rest.post(Routes.interactionCallback(id, token), { body: { type: 5 }, auth: false });
  });
  const failed = started.nextError();
  await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  expect(await failed).toMatchObject({ status: 400, code: 40060 });
});

test.each([6, 7, 8, 9999])('a slash command cannot be answered with callback type %i', async (type) => {
  const started = await botThat(async (interaction) => {
    const { id, token, client } = asCommand(interaction);
    const body = { type, data: { content: 'x', choices: [] } };
    await client.rest.post(Routes.interactionCallback(id, token), { body, auth: false });
  });
  const failed = started.nextError();
  await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  expect(await failed).toMatchObject({ status: 400, code: 50035 });
});

test('an interaction token dies after 15 minutes', async () => {
  const started = await botThat(async (interaction) => {
    const command = asCommand(interaction);
    await command.deferReply();
    clock.advance(15 * 60_000 + 1);
    await command.editReply('late');
  });
  const failed = started.nextError();
  await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  expect(await failed).toMatchObject({ status: 401, code: 50027 });
});

test('an embed over the limit is refused and kept as a violation, and can then be corrected', async () => {
  const started = await botThat(async (interaction) => {
    const command = asCommand(interaction);
    await command.reply({ embeds: [{ title: 'x'.repeat(257) }] }).catch(async (error) => {
      await command.reply({ content: error.message });
    });
  });
  const reply = await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  await reply.settled();
  expect(reply.message?.content).toContain('data.embeds[0].title');
  expect(discord.violations).toMatchObject([{ route: 'callback', status: 400, code: 50035 }]);
  expect(discord.violations[0]?.reason).toContain('data.embeds.0.title');
  expect(started.errors).toEqual([]);
});

test('a public defer can be removed and followed by a private message', async () => {
  await botThat(async (interaction) => {
    const command = asCommand(interaction);
    await command.deferReply();
    await command.deleteReply();
    await command.followUp({ content: 'only for you', flags: MessageFlags.Ephemeral });
  });
  const reply = await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  const answer = await reply.answered();
  expect(reply.deleted).toBe(true);
  expect(answer).toMatchObject({ ephemeral: true, data: { content: 'only for you', flags: 64 } });
  expect(discord.violations).toEqual([]);
});

test('a follow-up right after a public defer is public, whatever its flags say', async () => {
  await botThat(async (interaction) => {
    const command = asCommand(interaction);
    await command.deferReply();
    await command.followUp({ content: 'seen by all', flags: MessageFlags.Ephemeral });
  });
  const reply = await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  await reply.settled();
  expect(reply.message).toMatchObject({ content: 'seen by all', flags: 0 });
  expect(reply.followups).toEqual([]);
});

test('files must be attached to be shown, and arrive as they were sent', async () => {
  const started = await botThat(async (interaction) => {
    const command = asCommand(interaction);
    await command.deferReply();
    const embeds = [{ image: { url: 'attachment://chart.png' } }];
    await command.editReply({ embeds }).catch((error) => started.errors.push(error.code));
    await command.editReply({ embeds, files: [{ attachment: Buffer.from([1, 2, 3]), name: 'chart.png' }] });
  });
  const reply = await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  await reply.settled();
  expect(started.errors).toEqual([50035]);
  expect(reply.message?.attachments).toMatchObject([{ filename: 'chart.png', size: 3 }]);
  expect(reply.original?.files.get('chart.png')?.bytes).toEqual(new Uint8Array([1, 2, 3]));
});

test('a failure that a test asks for reaches the bot and is no violation', async () => {
  const started = await botThat(async (interaction) => {
    const command = asCommand(interaction);
    await command.deferReply();
    await command.editReply('done');
  });
  discord.faults.failNext({ route: 'callback', status: 429, retryAfter: 0.01 });
  discord.faults.failNext({ route: 'edit', status: 500 });
  const reply = await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  await reply.settled();
  expect(reply.message?.content).toBe('done');
  expect(discord.requests.filter(({ route }) => route === 'callback' || route === 'edit')).toMatchObject([
    { status: 429, injected: true },
    { status: 204, injected: false },
    { status: 500, injected: true },
    { status: 200, injected: false },
  ]);
  expect(started.errors).toEqual([]);
  expect(discord.violations).toEqual([]);
});

test('if the first answer counts but its response is lost, the second attempt gets 40060', async () => {
  const started = await botThat(async (interaction) => asCommand(interaction).reply('here'));
  discord.faults.failNext({ route: 'callback', status: 500, applied: true });
  const failed = started.nextError();
  const reply = await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  expect(await failed).toMatchObject({ code: 40060 });
  expect(reply.message?.content).toBe('here');
});

test('a cut connection is an error for the bot, or is tried again', async () => {
  const started = await botThat(async (interaction) => asCommand(interaction).reply('here'));
  discord.faults.failNext({ route: 'callback', status: 'cut', times: 2 });
  const failed = started.nextError();
  const reply = await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  expect(await failed).toBeInstanceOf(Error);
  expect(reply.acknowledgedAfterMs).toBeNull();
});

test('a bot can ask for the message that its answer became, and read it later', async () => {
  const read: unknown[] = [];
  await botThat(async (interaction) => {
    const command = asCommand(interaction);
    const response = await command.reply({ content: 'first', withResponse: true });
    read.push(response.resource?.message?.content, response.interaction.responseMessageEphemeral);
    read.push((await command.fetchReply()).content);
    await command.editReply('second');
  });
  const reply = await discord.member({ guildId: GUILD }).command('game', { name: 'Portal' });
  await reply.interaction.changes.until(
    () => (reply.message?.content === 'second' ? true : undefined),
    () => 'it was not edited',
  );
  expect(read).toEqual(['first', false, 'first']);
  expect(discord.violations).toEqual([]);
});
