import { once } from 'node:events';
import { REST } from '@discordjs/rest';
import {
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  Routes,
} from 'discord.js';
import { type Clock, systemClock } from './clock.ts';
import { StandIn } from './stand-in.ts';

export const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAwMQ.stand.in';
export const APPLICATION = '1000000000000000001';
export const GUILD = '2000000000000000001';

export const COMMANDS = [
  {
    name: 'game',
    description: 'A game',
    options: [
      { type: 3, name: 'name', description: 'Its name', required: true, autocomplete: true },
      { type: 4, name: 'year', description: 'Its year', min_value: 1970, max_value: 2029 },
      { type: 3, name: 'sort', description: 'By what', choices: [{ name: 'Hours', value: 'hours' }] },
    ],
  },
  {
    name: 'admin',
    description: 'For moderators',
    default_member_permissions: '32',
    options: [{ type: 1, name: 'refresh', description: 'Load again' }],
  },
];

/** A stand-in with one Spanish server that has an age-restricted channel. The commands are registered. */
export async function startDiscord(clock: Clock = systemClock): Promise<StandIn> {
  const discord = await StandIn.start({
    token: TOKEN,
    applicationId: APPLICATION,
    guilds: [{ id: GUILD, locale: 'es-ES', ageRestrictedChannelIds: ['2000000000000000099'] }],
    clock,
  });
  const rest = new REST({ api: discord.url }).setToken(TOKEN);
  await rest.put(Routes.applicationCommands(APPLICATION), { body: COMMANDS });
  return discord;
}

/** The smallest possible bot on a real discord.js client. It answers with `answer`. */
export class TinyBot {
  readonly client: Client;
  /** The errors that `answer` has thrown, in order. */
  readonly errors: unknown[] = [];

  private constructor(standIn: StandIn, answer: (interaction: Interaction) => Promise<unknown>) {
    this.client = new Client({
      intents: [GatewayIntentBits.Guilds],
      rest: { api: standIn.url, retries: 1 },
      // discord.js waits 5 seconds between two identifications of a shard.
      ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    });
    this.client.on(Events.Error, (error) => this.errors.push(error));
    this.client.on(Events.InteractionCreate, (interaction) => {
      answer(interaction).catch((error: unknown) => {
        this.errors.push(error);
        this.client.emit('answerFailed', error);
      });
    });
  }

  /** Logs in and waits until the bot is ready. */
  static async start(
    standIn: StandIn,
    answer: (interaction: Interaction) => Promise<unknown>,
  ): Promise<TinyBot> {
    const bot = new TinyBot(standIn, answer);
    const ready = once(bot.client, Events.ClientReady);
    await bot.client.login(TOKEN);
    await ready;
    return bot;
  }

  /** Waits for the next error that `answer` throws. */
  async nextError(): Promise<{ status?: number; code?: number; message: string }> {
    const [error] = await once(this.client, 'answerFailed');
    return error;
  }

  async stop(): Promise<void> {
    await this.client.destroy();
  }
}

/** The interaction as a slash command. Any other kind fails the test. */
export function asCommand(interaction: Interaction): ChatInputCommandInteraction {
  if (!interaction.isChatInputCommand()) throw new Error('not a slash command');
  return interaction;
}
