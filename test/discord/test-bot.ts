import { once } from 'node:events';
import type { Logger } from 'pino';
import { own } from '../../locales/markdown.ts';
import type { Administration } from '../../src/commands/contract/administration.ts';
import type { AnyCommand, CommandContext } from '../../src/commands/contract/command.ts';
import type { DrawPicture } from '../../src/commands/contract/picture.ts';
import type { PersonalData } from '../../src/commands/contract/privacy.ts';
import type { SentEmbeds, SentReply } from '../../src/commands/contract/reply.ts';
import { type Bot, type BotParts, type BotSettings, startBot } from '../../src/discord/bot.ts';
import type { GuildRecords } from '../../src/discord/guild-watch.ts';
import { RestClients, type RestSettings } from '../../src/discord/rest.ts';
import type { DataSet } from '../../src/engine/data-set/data-set.ts';
import { createLog } from '../../src/platform/log.ts';
import { Changes } from '../support/discord/changes.ts';
import { StandIn, type StandInOptions } from '../support/discord/stand-in.ts';
import { writtenReply } from '../support/written.ts';

export const TOKEN = 'a-token-of-nobody';
export const GUILD = '200000000000000001';
export const ADMIN_GUILD = '200000000000000002';
const APPLICATION = '100000000000000001';

/** A line of the log. */
export interface Logged {
  level: number;
  msg: string;
  [key: string]: unknown;
}

/** A log whose lines a test can read. */
export class KeptLog {
  readonly lines: Logged[] = [];
  readonly log: Logger;
  readonly #changes = new Changes();

  constructor() {
    const write = (line: string) => {
      this.lines.push(JSON.parse(line));
      this.#changes.notify();
    };
    this.log = createLog('debug', { write });
  }

  /** Warnings, errors and worse. */
  get troubles(): Logged[] {
    return this.lines.filter(({ level }) => level >= 40);
  }

  /** Waits for a line with this message. */
  async said(message: string): Promise<Logged> {
    return this.#changes.until(
      () => this.lines.find(({ msg }) => msg === message),
      () => `"${message}" was not logged`,
    );
  }

  /** Waits for at least `count` lines of a kind. */
  async saidOften(count: number, isOfKind: (line: Logged) => boolean): Promise<void> {
    await this.#changes.until(
      () => (this.lines.filter(isOfKind).length >= count ? true : undefined),
      () => `fewer than ${count} such lines were logged`,
    );
  }

  /** Waits for at least `count` warnings, errors or worse. */
  async trouble(count = 1): Promise<Logged[]> {
    return this.#changes.until(
      () => (this.troubles.length >= count ? this.troubles : undefined),
      () => `fewer than ${count} troubles were logged`,
    );
  }
}

/** Starts a stand-in for Discord, with two servers. */
export function startStandIn(options: Partial<StandInOptions> = {}): Promise<StandIn> {
  return StandIn.start({
    token: TOKEN,
    applicationId: APPLICATION,
    guilds: [{ id: GUILD, ageRestrictedChannelIds: ['300000000000000009'] }, { id: ADMIN_GUILD }],
    ...options,
  });
}

/** A command for a test. By default it replies with the options that it is asked with. */
export function fakeCommand(
  name: string,
  answer: (context: CommandContext, options: Record<string, unknown>) => Promise<SentReply> = async (
    _,
    options,
  ) => saying(JSON.stringify(options)),
  more: Partial<AnyCommand> = {},
): AnyCommand {
  return {
    definition: {
      name,
      description: 'a command of a test',
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      options: [{ type: 3, name: 'what', description: 'what is asked', autocomplete: true }],
    },
    byCaller: [],
    visibility: 'public',
    scope: 'everywhere',
    async answer(context, options) {
      const reply = await answer(context, options);
      return {
        answer: null,
        table: () => ({ title: own(''), columns: [], rows: [], notes: [] }),
        reply: () => writtenReply(reply),
      };
    },
    ...more,
  };
}

/** A reply with one text. */
export function saying(description: string, components: SentEmbeds['components'] = []): SentEmbeds {
  return { embeds: [{ description }], components, files: [] };
}

export interface TestBotOptions {
  draw?: DrawPicture;
  commands: readonly AnyCommand[];
  settings?: Partial<BotSettings & RestSettings>;
  dataSet?: CommandContext['dataSet'];
  administration?: Administration | null;
  personalData?: PersonalData;
  guildRecords?: GuildRecords;
  onInteraction?: BotParts['onInteraction'];
}

/** Starts the bot on a stand-in, with its commands registered. */
export async function startTestBot(
  discord: StandIn,
  {
    commands,
    settings,
    dataSet,
    administration = null,
    personalData,
    guildRecords,
    draw = async () => null,
    onInteraction,
  }: TestBotOptions,
): Promise<{ bot: Bot; logged: KeptLog }> {
  const logged = new KeptLog();
  const bot = await startBot(
    {
      token: TOKEN,
      guildIds: [],
      adminGuildIds: [],
      shards: undefined,
      askLimit: { questions: 1000, seconds: 10 },
      ...settings,
    },
    {
      rest: new RestClients(
        { token: TOKEN, ...settings, apiUrl: settings?.apiUrl ?? discord.url },
        logged.log,
      ),
      commands: new Map(commands.map((command) => [command.definition.name, command])),
      registrable: commands.map(({ scope, definition }) => ({ scope, json: definition as never })),
      dataSet: dataSet ?? (() => Promise.resolve({ id: 1 } as DataSet)),
      administration,
      personalData,
      guildRecords,
      draw,
      log: logged.log,
      onInteraction,
    },
    new AbortController().signal,
  );
  await bot.registered;
  return { bot, logged };
}

/** A promise that resolves when `open` is called. */
export function gate(): { open(): void; opened: Promise<void> } {
  const controller = new AbortController();
  const opened = once(controller.signal, 'abort').then(() => {});
  return { open: () => controller.abort(), opened };
}
