import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { LatePictureError, Pictures } from '../charts/pictures.ts';
import type { allCommands } from '../commands/catalogue/catalogue.ts';
import type { DrawPicture } from '../commands/contract/picture.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/connection.ts';
import { PublishWatch } from '../database/publish-watch.ts';
import { refreshFigures } from '../database/refresh-figures.ts';
import { findReadableDataSet } from '../database/served-data-set.ts';
import type { Bot } from '../discord/bot.ts';
import { DataSets } from '../engine/data-set/data-sets.ts';
import { readAhead } from '../engine/data-set/per-data-set.ts';
import { createPages, type HttpServer, listen } from '../http/server.ts';
import { Metrics } from '../metrics/metrics.ts';
import { ProgramAdministration } from './administration.ts';
import { registrableOf } from './commands.ts';
import { DataReports } from './data-reports.ts';
import { guildRecordsIn } from './guild-records.ts';
import { personalDataIn } from './personal-data.ts';

/** Milliseconds between two looks whether another process has loaded the first data set. */
const LOOK_EVERY_MS = 500;

/** The program that serves: the pages, and the bot where a token is set. */
export class Program {
  readonly #config: Config;
  readonly #database: Database;
  readonly #log: Logger;
  readonly #commands: Awaited<ReturnType<typeof allCommands>>;
  readonly #watch: PublishWatch;
  readonly #dataSets: DataSets;
  readonly #administration: ProgramAdministration;
  readonly #metrics: Metrics;
  readonly #pictures: Pictures;
  readonly #reports: DataReports;
  #bot: Bot | null = null;
  /** The text of the status page about loading the first data set; null where there is nothing to say. */
  #activity: string | null = null;

  constructor(
    config: Config,
    database: Database,
    log: Logger,
    commands: Awaited<ReturnType<typeof allCommands>>,
  ) {
    this.#config = config;
    this.#database = database;
    this.#log = log;
    this.#commands = commands;
    this.#watch = new PublishWatch(
      () => database.directUrl,
      () => this.#warmUp(),
    );
    this.#dataSets = new DataSets(database.answers, this.#watch);
    this.#administration = new ProgramAdministration(config, database, log);
    this.#metrics = new Metrics({
      gateway: () => this.#gateway(),
      queries: () => database.load(),
      database: async () => {
        const [dataSet, refreshes] = await Promise.all([this.#served(), refreshFigures(database.records)]);
        return { dataSet, refreshes };
      },
    });
    this.#pictures = new Pictures({
      onFailure: (err) => {
        if (err instanceof LatePictureError)
          log.info('a picture took too long, so the reply went out without it');
        else log.error({ err }, 'a picture could not be drawn, so the reply went out without it');
      },
    });
    this.#reports = new DataReports(config.dataFolder, () => this.#served(), log);
  }

  /** Serves until `stop` is aborted. @throws GatewayError, and Node's listen errors */
  async run(stop: AbortController): Promise<void> {
    const server = await this.#listen();
    this.#watch.start();
    this.#log.info({ url: server.url }, `Steamscope is at ${server.url}`);
    // A part that fails ends the others and so the program: a bot that has lost its gateway has to be restarted.
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
      await this.#watch.stop();
      await server.close();
      await this.#pictures.close();
      await this.#reports.stop();
    }
  }

  /** Opens the pages: health, metrics, and the local page where it is switched on. */
  #listen(): Promise<HttpServer> {
    const { http, preview } = this.#config;
    const log = this.#log;
    return listen(
      createPages({
        dataSet: () => this.#served(),
        activity: () => this.#activity,
        host: http.host,
        gateway: () => this.#gateway(),
        metrics: () => this.#metrics.page(),
        onFailure: (err, request) => log.error({ request, err }, 'a page failed'),
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
                onFailure: ({ reference, err }) =>
                  log.error({ request: reference, err }, 'a question failed'),
              },
            }
          : {}),
      }),
      http.host,
      http.port,
    );
  }

  /**
   * Loads the first data set where there is none. Then follows the schedule, and prepares
   * pictures and the data set.
   */
  async #loadFirst(signal: AbortSignal): Promise<void> {
    const { invented } = this.#config;
    if ((await this.#served()) === null && !signal.aborted) {
      this.#activity = `Loading ${invented ? 'the sample' : 'the sources'} …`;
      const end = await this.#administration.start('start').ended;
      const loaded =
        (end.outcome === 'reported' && end.report.outcome === 'published') ||
        (end.outcome === 'failed' && end.code === 'already-running' && (await this.#loadedByAnother(signal)));
      this.#activity = loaded ? null : 'Loading failed; the log says why. Try again with: npm run refresh';
      if (loaded) this.#log.info(invented ? 'the invented sample is loaded' : 'the sources are loaded');
      else if (!signal.aborted) this.#log.error('no data set could be loaded');
    }
    this.#administration.followSchedule();
    this.#pictures.warmUp();
    await this.#warmUp();
  }

  /** Waits while another process loads the first data set. @returns whether there is a data set now */
  async #loadedByAnother(signal: AbortSignal): Promise<boolean> {
    this.#log.info('another process is loading the data');
    while (!signal.aborted && (await this.#administration.isRefreshing())) {
      await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
    return (await this.#served()) !== null;
  }

  /**
   * Reads names and weights into memory, so that neither the first completion nor the
   * first question waits for them.
   */
  async #warmUp(): Promise<void> {
    try {
      if ((await this.#served()) === null) return;
      await readAhead(await this.#dataSets.current());
    } catch (err) {
      this.#log.warn({ err }, 'names and weights could not be read ahead');
    }
  }

  /** Serves Discord where a token is set. The modules of discord.js are loaded only then, because that takes long. */
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
        personalData: personalDataIn(this.#database.records),
        guildRecords: guildRecordsIn(this.#database.records),
        draw: this.#draw,
        log: this.#log,
        onInteraction: this.#metrics.count,
      },
      signal,
    );
    try {
      await Promise.race([signal.aborted ? null : once(signal, 'abort'), this.#bot.lost]);
    } finally {
      await this.#bot.stop();
    }
  }

  #gateway(): 'connected' | 'connecting' | null {
    return this.#config.discord.token === undefined ? null : (this.#bot?.gateway() ?? 'connecting');
  }
  readonly #draw: DrawPicture = (chart) => this.#pictures.draw(chart);

  #served() {
    return findReadableDataSet(this.#database.answers);
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
