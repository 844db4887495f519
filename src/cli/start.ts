import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Logger } from 'pino';
import { type Config, readConfig } from '../config.ts';
import { openDatabase } from '../database/connection.ts';
import { migrateDatabase } from '../database/migrations.ts';
import { DATA_SET_FORMAT } from '../database/schema/data-set.ts';
import { findServedDataSet } from '../database/served-data-set.ts';
import { createPages, listen } from '../http/server.ts';
import { EXIT } from './exit.ts';
import { createLog } from './log.ts';
import { onStopSignal } from './stop-signals.ts';

/** `start`: migrates, loads the sources where there is no data set yet, and serves until it is told to stop. */
export async function run(): Promise<number> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const stopped = stopSignal(log);
  const database = await openDatabase(config, (message) => log.info(message));
  try {
    await migrateDatabase(database.directUrl);
    const dataSet = async () => {
      const served = await findServedDataSet(database.answers);
      return served?.format === DATA_SET_FORMAT ? served : null;
    };
    let activity: string | null = null;
    const server = await listen(
      createPages({
        dataSet,
        activity: () => activity,
        onFailure: (err) => log.error({ err }, 'a page failed'),
      }),
      config.http.host,
      config.http.port,
    );
    try {
      log.info({ url: server.url }, `Steamscope is at ${server.url}`);
      if ((await dataSet()) === null && !stopped.signal.aborted) {
        activity = `Loading ${config.invented ? 'the sample' : 'the sources'} …`;
        const loaded = await refreshInOwnProcess(stopped.signal);
        activity = loaded ? null : 'Loading failed; the log says why. Try again with: npm run refresh';
        if (loaded) log.info(config.invented ? 'the invented sample is loaded' : 'the sources are loaded');
        else if (!stopped.signal.aborted) log.error('no data set could be loaded');
      }
      if (!stopped.signal.aborted) await once(stopped.signal, 'abort');
    } finally {
      await server.close();
    }
    return EXIT.ok;
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    log.fatal(
      `HTTP_PORT ${config.http.port} is taken by another program: set another one, such as ${nextPort(config)}`,
    );
    return EXIT.failure;
  } finally {
    await database.close();
  }
}

/** Aborts at the first SIGINT or SIGTERM; the second one ends the process at once. */
function stopSignal(log: Logger): AbortController {
  const stopped = new AbortController();
  onStopSignal(
    (signal) => {
      log.info({ signal }, 'stopping');
      stopped.abort();
    },
    () => EXIT.failure,
  );
  return stopped;
}

/** Runs `refresh` as a process of its own, so that answers never wait for it. @returns whether it published */
async function refreshInOwnProcess(stop: AbortSignal): Promise<boolean> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, 'refresh', '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    signal: stop,
    killSignal: 'SIGTERM',
  });
  child.on('error', () => {});
  // Not before it is gone: until then it still uses the database server.
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return (await ended) === EXIT.ok;
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function nextPort({ http }: Config): number {
  return http.port + 1;
}
