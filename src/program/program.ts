import { once } from 'node:events';
import type { Logger } from 'pino';
import manifest from '../../package.json' with { type: 'json' };
import { Pictures } from '../charts/pictures.ts';
import type { allCommands } from '../commands/catalogue/catalogue.ts';
import type { DrawPicture } from '../commands/contract/picture.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/connection.ts';
import { describeDatabaseFailure } from '../database/failures.ts';
import { PublishWatch } from '../database/publish-watch.ts';
import { refreshFigures } from '../database/refresh-figures.ts';
import { findReadableDataSet } from '../database/served-data-set.ts';
import type { Bot } from '../discord/bot.ts';
import type { RateLimitReport } from '../discord/rate-limit-waits.ts';
import type { RestClients } from '../discord/rest.ts';
import { DataSets } from '../engine/data-set/data-sets.ts';
import { readAhead } from '../engine/data-set/per-data-set.ts';
import { createPages, type HttpServer, listen } from '../http/server.ts';
import { Metrics } from '../metrics/metrics.ts';
import { OutageLog } from '../platform/outage-log.ts';
import { unlessAborted, withinLimit } from '../platform/time-limit.ts';
import { ProgramAdministration } from './administration.ts';
import { registrableOf } from './commands.ts';
import { DataReports } from './data-reports.ts';
import { reasonOf } from './doctor/check.ts';
import { EXIT } from './exit.ts';
import { FirstLoad } from './first-load.ts';
import { guildRecordsIn } from './guild-records.ts';
import { personalDataIn } from './personal-data.ts';
import { PARTS_MS, type Stop } from './stop.ts';

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
  readonly #databaseOutage: OutageLog;
  #rest: RestClients | null = null;
  #bot: Bot | null = null;
  readonly #firstLoad: FirstLoad;

  constructor(
    config: Config,
    database: Database,
    log: Logger,
    commands: Awaited<ReturnType<typeof allCommands>>,
  ) {
    this.#config = config;
    this.#database = database;
    this.#log = log;
    this.#databaseOutage = new OutageLog(log, {
      lost: 'the database does not answer',
      lasts: 'the database still does not answer',
      back: 'the database answers again',
    });
    this.#commands = commands;
    this.#watch = new PublishWatch(
      () => database.directUrl,
      () => this.#warmUp(),
    );
    this.#dataSets = new DataSets(database.answers, this.#watch);
    this.#administration = new ProgramAdministration(config, database, log);
    this.#firstLoad = new FirstLoad(config, database, this.#administration, log);
    this.#metrics = new Metrics(
      {
        gateway: () => this.#gateway(),
        rateLimits: () => this.#rateLimits(),
        queries: () => database.load(),
        database: async () => {
          const [dataSet, refreshes] = await Promise.all([this.#served(), refreshFigures(database.records)]);
          return { dataSet, refreshes };
        },
      },
      { version: manifest.version, commands: commands.keys() },
    );
    this.#pictures = new Pictures({
      onFailure: (err) => log.error({ err }, 'a picture could not be drawn, so the reply stays without it'),
    });
    this.#reports = new DataReports(config.dataFolder, () => this.#served(), log);
  }

  /** Serves until the stop begins, and ends all parts within its time. @throws GatewayError, and Node's listen errors */
  async run(stop: Stop): Promise<void> {
    const server = await this.#listen();
    this.#watch.start();
    this.#log.info({ url: server.url }, `Steamscope is at ${server.url}`);
    const failures: unknown[] = [];
    const parts = [
      unlessAborted(stop.signal, this.#loadFirst(stop.signal)),
      this.#serveDiscord(stop.signal),
    ].map((part) =>
      part.catch((error) => {
        if (stop.signal.aborted && isAbort(error)) return;
        failures.push(error);
        // A part that fails ends the others and so the program: a bot that has lost its gateway has to be restarted.
        stop.begin(EXIT.failure);
      }),
    );
    if (!stop.signal.aborted) await once(stop.signal, 'abort');
    await withinLimit(PARTS_MS, this.#stop(server, Promise.all(parts)), () =>
      this.#log.warn('stopping before all parts have ended'),
    );
    if (failures.length > 0) throw failures[0];
  }

  /** Ends all parts, the pictures last, because answers that are still being made need them. */
  async #stop(server: HttpServer, ended: Promise<unknown>): Promise<void> {
    await Promise.all([
      this.#administration.stop(),
      this.#reports.stop(),
      this.#watch.stop(),
      server.close(),
      ended,
    ]);
    await this.#pictures.close();
  }

  /** Opens the pages: health, metrics, and the local page where it is switched on. */
  #listen(): Promise<HttpServer> {
    const { http, preview } = this.#config;
    const log = this.#log;
    return listen(
      createPages({
        dataSet: () => this.#served(),
        activity: (locale) => this.#firstLoad.says(locale),
        host: http.host,
        allowedHosts: http.allowedHosts,
        gateway: () => this.#gateway(),
        rateLimits: () => this.#rateLimits(),
        metrics: () => this.#metrics.page(),
        onFailure: (err, request) => {
          if (request === undefined) this.#databaseOutage.failed(whyAway(err));
          else log.error({ request, err }, 'a page failed');
        },
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
    await this.#firstLoad.run(signal);
    if (signal.aborted) return;
    this.#administration.followSchedule();
    this.#pictures.warmUp();
    await this.#warmUp();
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
    const [{ startBot }, { RestClients }] = await Promise.all([
      import('../discord/bot.ts'),
      import('../discord/rest.ts'),
    ]);
    this.#rest = new RestClients({ ...discord, token }, this.#log);
    this.#bot = await startBot(
      { ...discord, token, askLimit },
      {
        rest: this.#rest,
        commands: this.#commands,
        registrable: registrableOf(this.#commands.values()),
        dataSet: () => this.#dataSets.current(),
        administration: this.#administration,
        personalData: personalDataIn(this.#database),
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

  /** The waits for Discord's rate limits; null where no token is set. */
  #rateLimits(): RateLimitReport | null {
    return this.#rest?.waits.report() ?? null;
  }

  readonly #draw: DrawPicture = (chart) => this.#pictures.draw(chart);

  async #served() {
    const served = await findReadableDataSet(this.#database.answers);
    this.#databaseOutage.works();
    return served;
  }
}

/** The reason why the database does not answer, in a few words. */
function whyAway(error: unknown): string {
  const failure = describeDatabaseFailure(error);
  return failure === null ? reasonOf(error) : `${failure.message} (${failure.code})`;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
