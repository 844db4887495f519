import type { Logger } from 'pino';
import type { Administration } from '../commands/contract/administration.ts';
import type { AnyCommand, CommandContext } from '../commands/contract/command.ts';
import type { DrawPicture } from '../commands/contract/picture.ts';
import type { PersonalData } from '../commands/contract/privacy.ts';
import { AgeRestriction, restrictionOverRest } from './age-restriction.ts';
import { AskLimit } from './ask-limit.ts';
import { CommandIds } from './command-ids.ts';
import type { DeliveryLimits } from './delivery.ts';
import { Gateway } from './gateway.ts';
import { type GuildRecords, watchGuilds } from './guild-watch.ts';
import type { InteractionEvent } from './interaction-event.ts';
import { keepRegistered } from './keep-registered.ts';
import type { Registrable } from './registration.ts';
import { interactionApi } from './responses.ts';
import type { RestClients } from './rest.ts';
import { Router } from './router.ts';

/** Milliseconds that a stop waits for answers that are still being made; the whole stop may take ten seconds. */
const PATIENCE_MS = 7_500;

export interface BotSettings {
  /** The bot's token: a secret. */
  token: string;
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
  /** Milliseconds between attempts in servers that refuse the commands; unset: those of `keepRegistered`. */
  refusedEveryMs?: number;
  /** The times within which Discord takes answers; unset: Discord's own. */
  limits?: DeliveryLimits;
}

export interface BotParts {
  /** All requests go through these clients. */
  rest: RestClients;
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
  /** Resolves when every place has been tried, when registering the commands has failed, or at a stop; never rejects. */
  registered: Promise<void>;
  /**
   * Takes no more questions, waits up to 7.5 seconds for answers that are being made, and closes the gateway. Nothing else is
   * sent to Discord from now on: no connection is made anew, and registering the commands ends.
   */
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
    rest,
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
  const commandIds = new CommandIds();
  const router = new Router({
    commands,
    commandIds,
    dataSet,
    administration,
    personalData,
    draw,
    log,
    onInteraction,
    askLimit: new AskLimit(settings.askLimit),
    ageRestriction: new AgeRestriction(restrictionOverRest(rest.client('reading a channel'))),
    api: interactionApi(rest, settings.limits),
  });
  const stopped = new AbortController();
  let gateway: Gateway;
  try {
    gateway = await Gateway.connect(settings, rest, (received) => router.handle(received), log, signal);
  } catch (error) {
    rest.stop();
    // One shard may have brought questions before another one failed to connect.
    await stopAnswering(router, log);
    throw error;
  }
  const stopWatching =
    gateway.isFirst && guildRecords !== undefined
      ? watchGuilds(
          rest.client('looking for servers that removed the bot'),
          gateway.applicationId,
          guildRecords,
          log,
        )
      : () => Promise.resolve();
  const registering = gateway.isFirst
    ? keepRegistered(
        { ...settings, applicationId: gateway.applicationId, knownGuildIds: gateway.guildIds },
        {
          rest: rest.client('registering the commands'),
          commands: registrable,
          commandIds,
          log,
          stopped: stopped.signal,
          refusedEveryMs: settings.refusedEveryMs,
        },
      )
    : null;
  return {
    gateway: () => gateway.state,
    lost: gateway.lost,
    registered: registering?.tried ?? Promise.resolve(),
    async stop() {
      gateway.hold();
      rest.stop();
      stopped.abort();
      await Promise.all([stopAnswering(router, log), stopWatching(), registering?.done]);
      await gateway.close();
    },
  };
}

async function stopAnswering(router: Router, log: Logger): Promise<void> {
  const left = await router.stop(PATIENCE_MS);
  if (left > 0) log.warn({ answers: left }, 'stopping before these answers are finished');
}
