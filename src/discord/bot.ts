import { REST } from '@discordjs/rest';
import type { Logger } from 'pino';
import type { Administration } from '../commands/contract/administration.ts';
import type { AnyCommand, CommandContext } from '../commands/contract/command.ts';
import type { DrawPicture } from '../commands/contract/picture.ts';
import type { PersonalData } from '../commands/contract/privacy.ts';
import { AgeRestriction, restrictionOverRest } from './age-restriction.ts';
import { AskLimit } from './ask-limit.ts';
import type { DeliveryLimits } from './delivery.ts';
import { Gateway } from './gateway.ts';
import { type GuildRecords, watchGuilds } from './guild-watch.ts';
import type { InteractionEvent } from './interaction-event.ts';
import { type Registrable, register } from './registration.ts';
import { interactionApi } from './responses.ts';
import { Router } from './router.ts';

/** Milliseconds that a stop waits for answers that are still being made. */
const PATIENCE_MS = 10_000;

export interface BotSettings {
  /** The bot's token: a secret. */
  token: string;
  /** The address of Discord's API, such as `https://discord.com/api`. */
  apiUrl: string;
  /** The servers in which the commands are registered; empty: they are registered globally. */
  guildIds: readonly string[];
  /** The servers in which `/admin` is registered. */
  adminGuildIds: readonly string[];
  /** The shards of this process and the number of all shards; undefined: all of them. */
  shards: { ids: number[]; count: number } | undefined;
  /** The number of questions that a user may ask within a number of seconds. */
  askLimit: { questions: number; seconds: number };
  /** Seconds between attempts to connect; unset: those of `Gateway`. */
  waits?: readonly number[];
  /** The times within which Discord takes answers; unset: Discord's own. */
  limits?: DeliveryLimits;
}

export interface BotParts {
  /** All commands, by name. */
  commands: ReadonlyMap<string, AnyCommand>;
  registrable: readonly Registrable[];
  dataSet: CommandContext['dataSet'];
  administration: Administration | null;
  personalData?: PersonalData | undefined;
  /** Absent where the program stores nothing about servers. */
  guildRecords?: GuildRecords | undefined;
  draw: DrawPicture;
  log: Logger;
  /** Called with every interaction at its end. */
  onInteraction?: ((event: InteractionEvent) => void) | undefined;
}

/** The running bot. */
export interface Bot {
  /** The state of the gateway now; `connected` means that every shard of this process is. */
  gateway(): 'connected' | 'connecting';
  /** Rejects with a GatewayError when Discord has closed the gateway for good; never resolves. */
  lost: Promise<never>;
  /** Resolves when the commands are registered, or when registering them has failed; never rejects. */
  registered: Promise<void>;
  /** Takes no more questions, waits up to ten seconds for answers that are being made, and closes the gateway. */
  stop(): Promise<void>;
}

/**
 * Connects to Discord and answers interactions from then on. Registers the commands at the same time.
 *
 * @param signal gives up connecting when it is aborted
 * @throws GatewayError where Discord refuses the connection or cannot be reached
 */
export async function startBot(settings: BotSettings, parts: BotParts, signal: AbortSignal): Promise<Bot> {
  const {
    commands,
    registrable,
    dataSet,
    administration,
    personalData,
    guildRecords,
    draw,
    log,
    onInteraction,
  } = parts;
  const authorized = new REST({ api: settings.apiUrl, version: '10' }).setToken(settings.token);
  const router = new Router({
    commands,
    dataSet,
    administration,
    personalData,
    draw,
    log,
    onInteraction,
    askLimit: new AskLimit(settings.askLimit),
    ageRestriction: new AgeRestriction(restrictionOverRest(authorized)),
    api: interactionApi(settings.apiUrl, settings.limits),
  });
  const gateway = await Gateway.connect(settings, (interaction) => router.handle(interaction), log, signal);
  const stopWatching =
    gateway.isFirst && guildRecords !== undefined
      ? watchGuilds(authorized, gateway.applicationId, guildRecords, log)
      : () => Promise.resolve();
  return {
    gateway: () => gateway.state,
    lost: gateway.lost,
    registered: gateway.isFirst
      ? registerCommands(authorized, settings, registrable, gateway, log)
      : Promise.resolve(),
    async stop() {
      const left = await router.stop(PATIENCE_MS);
      if (left > 0) log.warn({ answers: left }, 'stopping before these answers are finished');
      await Promise.all([gateway.close(), stopWatching()]);
    },
  };
}

/** Registers the commands. A failure is only logged: the bot still answers the commands that were registered before. */
async function registerCommands(
  rest: REST,
  { guildIds, adminGuildIds }: BotSettings,
  registrable: readonly Registrable[],
  gateway: Gateway,
  log: Logger,
): Promise<void> {
  const { applicationId, guildIds: knownGuildIds } = gateway;
  try {
    const report = await register(
      rest,
      registrable,
      { applicationId, guildIds, adminGuildIds, knownGuildIds },
      log,
    );
    log.info({ ...report }, report.written.length > 0 ? 'commands are registered' : 'commands are unchanged');
  } catch (err) {
    log.error({ err }, 'the commands could not be registered; try again with: npm run register');
  }
}
