import { once } from 'node:events';
import type { Logger } from 'pino';
import { Pictures } from '../charts/pictures.ts';
import type { DrawPicture } from '../commands/framework/picture.ts';
import { type Config, readConfig } from '../config.ts';
import { type Database, openDatabase } from '../database/connection.ts';
import { migrateDatabase } from '../database/migrations.ts';
import { DATA_SET_FORMAT } from '../database/schema/data-set.ts';
import { findServedDataSet } from '../database/served-data-set.ts';
import type { Bot } from '../discord/bot.ts';
import { GatewayError } from '../discord/gateway-error.ts';
import { DataSets } from '../engine/data-set.ts';
import { createPages, type HttpServer, listen } from '../http/server.ts';
import { ProgramAdministration } from './administration.ts';
import { loadCommands, registrableOf } from './commands.ts';
import { DataReports } from './data-reports.ts';
import { EXIT } from './exit.ts';
import { createLog } from './log.ts';
import { onStopSignal } from './stop-signals.ts';

/** `start`: migrates, loads the sources where there is no data set yet, and serves until it is told to stop. */
export async function run(): Promise<number> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const stop = stopSignal(log);
  const database = await openDatabase(config, (message) => log.info(message));
  try {
    await migrateDatabase(database.directUrl);
    await new Program(config, database, log, await loadCommands()).run(stop);
    return EXIT.ok;
  } catch (error) {
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

/** What serves: the pages, and with a token the bot. */
class Program {
  readonly #config: Config;
  readonly #database: Database;
  readonly #log: Logger;
  readonly #commands: Awaited<ReturnType<typeof loadCommands>>;
  readonly #dataSets: DataSets;
  readonly #administration: ProgramAdministration;
  readonly #pictures: Pictures;
  readonly #reports: DataReports;
  #bot: Bot | null = null;
  /** What the pages say beside what is loaded. */
  #activity: string | null = null;

  constructor(
    config: Config,
    database: Database,
    log: Logger,
    commands: Awaited<ReturnType<typeof loadCommands>>,
  ) {
    this.#config = config;
    this.#database = database;
    this.#log = log;
    this.#commands = commands;
    this.#pictures = new Pictures({
      onFailure: (err) => log.error({ err }, 'a picture could not be drawn; the text went out alone'),
    });
    this.#dataSets = new DataSets(database.answers);
    this.#reports = new DataReports(config.dataFolder, () => this.#served(), log);
    this.#administration = new ProgramAdministration(config, database.answers, log);
  }

  /** Serves until `stop` is aborted. @throws GatewayError, and Node's listen errors */
  async run(stop: AbortController): Promise<void> {
    const server = await this.#listen();
    this.#log.info({ url: server.url }, `Steamscope is at ${server.url}`);
    // Whichever ends first ends the others: a bot without its gateway is to be started anew.
    const parts = [this.#loadFirst(stop.signal), this.#serveDiscord(stop.signal)].map((part) =>
      part.catch((error) => {
        stop.abort();
        if (!isAbort(error)) throw error;
      }),
    );
    const ended = Promise.allSettled(parts);
    try {
      if (!stop.signal.aborted) await once(stop.signal, 'abort');
      await this.#administration.stop();
      await ended;
      await Promise.all(parts);
    } finally {
      await server.close();
      await this.#pictures.close();
      await this.#reports.stop();
    }
  }

  #listen(): Promise<HttpServer> {
    const { http, preview } = this.#config;
    const log = this.#log;
    return listen(
      createPages({
        dataSet: () => this.#served(),
        activity: () => this.#activity,
        host: http.host,
        gateway: () =>
          this.#config.discord.token === undefined ? null : (this.#bot?.gateway() ?? 'connecting'),
        onFailure: (err) => log.error({ err }, 'a page failed'),
        ...(preview
          ? {
              preview: {
                commands: () => Promise.resolve([...this.#commands.values()]),
                context: (asker) => ({
                  dataSet: () => this.#dataSets.current(),
                  asker,
                  administration: null,
                  progress: null,
                }),
                draw: this.#draw,
                report: (language) => this.#reports.report(language),
                onFailure: (details) => log.error(details, 'a question failed'),
              },
            }
          : {}),
      }),
      http.host,
      http.port,
    );
  }

  /** Where no data set is there yet, loads one; then follows the schedule, and reads what is completed from memory. */
  async #loadFirst(signal: AbortSignal): Promise<void> {
    const { invented } = this.#config;
    if ((await this.#served()) === null && !signal.aborted) {
      this.#activity = `Loading ${invented ? 'the sample' : 'the sources'} …`;
      const { outcome } = await this.#administration.start(null).process.ended;
      const loaded = outcome === 'published';
      this.#activity = loaded ? null : 'Loading failed; the log says why. Try again with: npm run refresh';
      if (loaded) this.#log.info(invented ? 'the invented sample is loaded' : 'the sources are loaded');
      else if (!signal.aborted) this.#log.error('no data set could be loaded');
    }
    this.#administration.followSchedule();
    this.#pictures.warmUp();
    await this.#warmUp().catch((err) => this.#log.warn({ err }, 'names could not be read ahead'));
  }

  /** So that nobody's first letters wait for it. */
  async #warmUp(): Promise<void> {
    if ((await this.#served()) === null) return;
    const dataSet = await this.#dataSets.current();
    await Promise.all([dataSet.genres(), dataSet.developers(), dataSet.catalogue()]);
  }

  /** Without a token there is nothing to serve. discord.js is loaded where it is needed: it takes its time. */
  async #serveDiscord(signal: AbortSignal): Promise<void> {
    const { discord, askLimit } = this.#config;
    const { token } = discord;
    if (token === undefined) return;
    const { startBot } = await import('../discord/bot.ts');
    this.#bot = await startBot(
      { ...discord, token, askLimit },
      {
        commands: this.#commands,
        registrable: registrableOf(this.#commands.values()),
        dataSet: () => this.#dataSets.current(),
        administration: this.#administration,
        draw: this.#draw,
        log: this.#log,
      },
      signal,
    );
    try {
      await Promise.race([signal.aborted ? null : once(signal, 'abort'), this.#bot.lost]);
    } finally {
      await this.#bot.stop();
    }
  }

  readonly #draw: DrawPicture = (chart, dataSetId) => this.#pictures.draw(chart, dataSetId);

  async #served() {
    const served = await findServedDataSet(this.#database.answers);
    return served?.format === DATA_SET_FORMAT ? served : null;
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

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function nextPort({ http }: Config): number {
  return http.port + 1;
}
