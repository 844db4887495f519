import { REST } from '@discordjs/rest';
import { ComponentType, type Interaction, MessageFlags, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StandIn } from '../support/discord/stand-in.ts';
import {
  APPLICATION,
  asCommand,
  COMMANDS,
  GUILD,
  startDiscord,
  TinyBot,
  TOKEN,
} from '../support/discord/tiny-bot.ts';

let discord: StandIn;
let bot: TinyBot | undefined;

beforeEach(async () => {
  discord = await startDiscord();
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

test('a member presses a button and uses a menu of a message that the bot keeps up to date', async () => {
  await botThat(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({
        content: 'page 1',
        components: [
          {
            type: ComponentType.ActionRow,
            components: [
              { type: ComponentType.Button, style: 2, custom_id: 'page:2', label: 'Next' },
              { type: ComponentType.Button, style: 2, custom_id: 'page:0', label: 'Back', disabled: true },
            ],
          },
        ],
      });
    } else if (interaction.isButton()) {
      await interaction.update({
        content: `${interaction.message.content}, then ${interaction.customId}`,
        components: [
          {
            type: ComponentType.ActionRow,
            components: [
              {
                type: ComponentType.StringSelect,
                custom_id: 'pick',
                options: [
                  { label: 'Portal', value: '400' },
                  { label: 'Portal 2', value: '620' },
                ],
              },
            ],
          },
        ],
      });
    } else if (interaction.isStringSelectMenu()) {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply(`chosen: ${interaction.values.join(', ')}`);
    }
  });
  const member = discord.member({ guildId: GUILD });
  const reply = await member.command('game', { name: 'Portal' });
  await reply.settled();
  await expect(member.press(reply, 'Back')).rejects.toThrow('disabled');
  await expect(member.press(reply, 'page:3')).rejects.toThrow('no button');
  const pressed = await member.press(reply, 'Next');
  await pressed.settled();
  expect(reply.message?.content).toBe('page 1, then page:2');
  await expect(member.choose(reply, 'pick', ['500'])).rejects.toThrow('does not offer');
  const other = discord.member({ guildId: GUILD });
  const chosen = await other.choose(reply, 'pick', ['620']);
  await chosen.settled();
  expect(chosen).toMatchObject({ ephemeral: true, message: { content: 'chosen: 620' } });
  await expect(member.press(chosen)).rejects.toThrow('someone else');
  expect(discord.violations).toEqual([]);
});

test('autocomplete offers choices while an option is typed', async () => {
  await botThat(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { name, value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${name}: ${value}`, value: 'Portal 2' }]);
  });
  const member = discord.member({ guildId: GUILD });
  expect(await member.autocomplete('game', { name: 'port' }, 'name')).toEqual([
    { name: 'name: port', value: 'Portal 2' },
  ]);
  await expect(member.autocomplete('game', { sort: 'h' }, 'sort')).rejects.toThrow('no autocomplete');
});

test('a client sends only registered commands and options', async () => {
  await botThat(async () => {});
  const member = discord.member({ guildId: GUILD });
  const refused: [string, Record<string, string | number>, string][] = [
    ['games', {}, 'not among their commands'],
    ['game', {}, 'name is required'],
    ['game', { name: 'x', genre: 'Action' }, 'no option genre'],
    ['game', { name: 'x', year: 1969 }, 'bounds'],
    ['game', { name: 'x', year: '2011' }, 'integer'],
    ['game', { name: 'x', sort: 'name' }, 'choices'],
    ['admin refresh', {}, 'not among their commands'],
  ];
  for (const [name, values, reason] of refused) {
    await expect(member.command(name, values)).rejects.toThrow(reason);
  }
  const moderator = discord.member({ guildId: GUILD, permissions: 32n });
  await expect(moderator.command('admin')).rejects.toThrow('sub-command must be chosen');
  const reply = await moderator.command('admin refresh');
  expect(reply.interaction.start.payload.data).toMatchObject({ options: [{ type: 1, name: 'refresh' }] });
  expect(discord.member({ guildId: GUILD, overrides: ['admin'] }).commands).toEqual(['game', 'admin']);
});

test('the bot learns where a member is: in an age-restricted channel, a direct message, a server without the bot', async () => {
  const places: unknown[] = [];
  await botThat(async (interaction) => {
    const command = asCommand(interaction);
    const channel = command.channel;
    const nsfw = channel !== null && 'nsfw' in channel ? channel.nsfw : null;
    places.push([command.context, command.inGuild(), command.inCachedGuild(), nsfw]);
    await command.reply('here');
  });
  const rest = new REST({ api: discord.url }).setToken(TOKEN);
  const everywhere = { ...COMMANDS[0], integration_types: [0, 1], contexts: [0, 1, 2] };
  await rest.put(Routes.applicationCommands(APPLICATION), { body: [everywhere] });
  const members = [
    discord.member({ guildId: GUILD, nsfwChannel: true }),
    discord.member({ guildId: GUILD }),
    discord.member({ userInstalled: true }),
    discord.member({ guildId: '2000000000000000777', userInstalled: true }),
  ];
  for (const member of members) await (await member.command('game', { name: 'x' })).settled();
  expect(places).toEqual([
    [0, true, true, true],
    [0, true, true, false],
    [1, false, false, null],
    [0, true, false, null],
  ]);
  expect(discord.member({ guildId: '2000000000000000777' }).commands).toEqual([]);
});
