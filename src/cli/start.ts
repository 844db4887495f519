import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { allCommands } from '../commands/catalogue/catalogue.ts';
import { type Config, readConfig } from '../config/config.ts';
import { openDatabase } from '../database/connection.ts';
import type { Announce } from '../database/embedded/server.ts';
import { migrateDatabase } from '../database/migrations.ts';
import { databasePlace } from '../database/place.ts';
import { GatewayError } from '../discord/gateway-error.ts';
import { createLog } from '../platform/log.ts';
import { unlessAborted } from '../platform/time-limit.ts';
import { EXIT } from '../program/exit.ts';
import { Program } from '../program/program.ts';
import { Stop } from '../program/stop.ts';
import { onStopSignal } from '../program/stop-signals.ts';

/** `start` migrates the database, loads a first data set where there is none, and serves until a signal stops it. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const config = readConfig();
  const log = createLog(config.logLevel);
  const stop = stopAtSignal(log);
  const announce: Announce = (message, level) => log[level](message);
  const database = await openDatabase(config, announce);
  let lost: unknown;
  database.lost.catch((error) => {
    lost = error;
    stop.begin(EXIT.failure);
  });
  try {
    await unlessAborted(
      stop.signal,
      migrateDatabase(database.directUrl, { answersRole: database.answersRole, announce }),
    );
    log.info(`using ${databasePlace(config)}`);
    await new Program(config, database, log, await allCommands()).run(stop);
    // The supervisor starts the program again, which then makes a new database.
    if (lost !== undefined) throw lost;
    return EXIT.ok;
  } catch (error) {
    if (lost !== undefined) throw lost;
    if (error === stop.signal.reason) return EXIT.ok;
    if (error instanceof GatewayError) log.fatal(error.message);
    else if (isPortTaken(error)) {
      log.fatal(
        `HTTP_PORT ${config.http.port} is taken by another program: set another one, such as ${nextPort(config)}`,
      );
    } else throw error;
    return EXIT.failure;
  } finally {
    await database.close();
  }
}

/** A stop that begins at the first SIGINT or SIGTERM. A second signal ends the process at once. */
function stopAtSignal(log: Logger): Stop {
  const stop = new Stop();
  onStopSignal(
    (signal) => {
      log.info({ signal }, 'stopping');
      stop.begin(EXIT.ok);
    },
    () => EXIT.failure,
  );
  return stop;
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function nextPort({ http }: Config): number {
  return http.port + 1;
}
