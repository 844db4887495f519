import { setTimeout as wait } from 'node:timers/promises';
import type { REST } from '@discordjs/rest';
import type { Logger } from 'pino';
import { unlessAborted } from '../platform/time-limit.ts';
import type { CommandIds } from './command-ids.ts';
import {
  type Registrable,
  type RegistrationReport,
  type RegistrationSettings,
  register,
  registerRefused,
} from './registration.ts';

/** Milliseconds between two attempts in servers that refuse the commands. */
const REFUSED_EVERY_MS = 30_000;

export interface KeepRegisteredParts {
  /** Carries the bot's token. */
  rest: REST;
  commands: readonly Registrable[];
  commandIds: CommandIds;
  log: Logger;
  /** Ends the work when it is aborted. */
  stopped: AbortSignal;
  /** Milliseconds between two attempts in servers that refuse the commands; unset: half a minute. */
  refusedEveryMs?: number | undefined;
}

/** The work of registering the commands. Both promises also resolve when it has failed, and at a stop; they never reject. */
export interface Registering {
  /** Resolves when every place has been tried once. */
  tried: Promise<void>;
  /** Resolves when no server refuses the commands any more. */
  done: Promise<void>;
}

/**
 * Registers the commands, and tries servers that refuse them again from time to time: Discord does not tell a bot without intents
 * that somebody has invited it. A failure is only logged: the bot still answers the commands that were registered before.
 */
export function keepRegistered(settings: RegistrationSettings, parts: KeepRegisteredParts): Registering {
  const { rest, commands, commandIds, log, stopped } = parts;
  const first = async () => {
    const report = await unlessAborted(stopped, register(rest, commands, settings, log));
    const { written, unchanged, refused } = report;
    commandIds.learn(report);
    tell(report, log);
    log.info(
      { written, unchanged, refused },
      written.length > 0 ? 'commands are registered' : 'commands are unchanged',
    );
    return refused;
  };
  const again = async (refused: readonly string[]) => {
    let left = refused;
    while (left.length > 0) {
      await wait(parts.refusedEveryMs ?? REFUSED_EVERY_MS, undefined, { signal: stopped, ref: false });
      try {
        const report = await unlessAborted(stopped, registerRefused(rest, commands, settings, left));
        commandIds.learn(report);
        tell(report, log);
        left = report.refused;
      } catch (err) {
        stopped.throwIfAborted();
        log.debug({ err }, 'the servers that refused the commands could not be asked again');
      }
    }
  };
  const failed = (err: unknown) => {
    if (stopped.aborted) return;
    log.error({ err }, 'the commands could not be registered; try again with: npm run register');
  };
  const trying = first();
  return { tried: trying.then(() => {}, failed), done: trying.then(again).catch(() => {}) };
}

/** Tells the log which commands are registered where. */
function tell({ ids }: RegistrationReport, log: Logger): void {
  for (const [place, commands] of ids) {
    const names = [...commands.keys()].map((name) => `/${name}`).join(', ');
    if (place === 'global') log.info(`registered in all servers: ${names}`);
    else log.info({ guild: place }, `registered in one server: ${names}`);
  }
}
