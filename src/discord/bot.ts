import { REST } from '@discordjs/rest';
import type { Logger } from 'pino';
import type { Administration } from '../commands/contract/administration.ts';
import type { AnyCommand, CommandContext } from '../commands/contract/command.ts';
import type { DrawPicture } from '../commands/contract/picture.ts';
import type { PersonalData } from '../commands/contract/privacy.ts';
import { AgeRestriction, restrictionOverRest } from './age-restriction.ts';
import { AskLimit } from './ask-limit.ts';
import { Gateway } from './gateway.ts';
import { type GuildRecords, watchGuilds } from './guild-watch.ts';
import type { InteractionEvent } from './interaction-event.ts';
import { type Registrable, register } from './registration.ts';
import { interactionApi } from './responses.ts';
import { Router } from './router.ts';

/** How long answers that are under way at a stop have to end, in milliseconds. */
const PATIENCE_MS = 10_000;

export interface BotSettings {
  /** A secret. */
  token: string;
  apiUrl: string;
  guildIds: readonly string[];
  adminGuildIds: readonly string[];
  shards: { ids: number[]; count: number } | undefined;
  askLimit: { questions: number; seconds: number };
  /** Seconds between attempts to connect; as `Gateway` has them unless said. */
  waits?: readonly number[];
}

export interface BotParts {
  commands: ReadonlyMap<string, AnyCommand>;
  registrable: readonly Registrable[];
  dataSet: CommandContext['dataSet'];
  administration: Administration | null;
  personalData?: PersonalData | undefined;
  /** Absent where nothing is kept of servers. */
  guildRecords?: GuildRecords | undefined;
  draw: DrawPicture;
  log: Logger;
  /** Told of every interaction when it is through. */
  onInteraction?: ((event: InteractionEvent) => void) | undefined;
}

/** The bot, behind its gateway. */
export interface Bot {
  gateway(): 'connected' | 'connecting';
  /** Rejects with a GatewayError when Discord has closed the gateway for good; never resolves. */
  lost: Promise<never>;
  /** Resolves when the commands are registered, or could not be; never rejects. */
  registered: Promise<void>;
  /** Ends the intake, waits for running answers (10 s), and closes the gateway. */
  stop(): Promise<void>;
}

/**
 * Connects and answers from then on; registers the commands beside it.
 *
 * @throws GatewayError where Discord refuses, or cannot be reached
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
    api: interactionApi(settings.apiUrl),
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
      if (left > 0) log.warn({ answers: left }, 'stopping before these answers are through');
      await Promise.all([gateway.close(), stopWatching()]);
    },
  };
}

/** A bot whose commands could not be registered still answers those that are. */
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
