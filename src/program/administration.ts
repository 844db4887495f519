import { readFileSync } from 'node:fs';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Logger } from 'pino';
import type {
  Administration,
  AdministrationStatus,
  RefreshOutcome,
  RefreshProgress,
} from '../commands/contract/administration.ts';
import { recentModeratorActions, recordModeratorAction } from '../community/moderator-actions.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/connection.ts';
import { lastEndedRefresh, postgresVersion, requestCancel, runningRefresh } from '../database/refresh-log.ts';
import { entriesOf } from '../database/schema/sources.ts';
import { findServedDataSet } from '../database/served-data-set.ts';
import { findWaitingDataSet } from '../database/waiting-data-set.ts';
import { decideOnWaiting } from '../etl/publish/publish.ts';
import { downloadPath } from '../etl/sources/download/download-files.ts';
import { isAddress, shownAddress, sourceFileName } from '../platform/source-address.ts';
import { type RefreshEnd, RefreshProcess } from './refresh-process.ts';
import { Schedule } from './schedule.ts';

const RECENT = 5;

/** How often it is looked how far a refresh is, while somebody watches. */
const LOOK_EVERY_MS = 1000;

const PROGRAM_VERSION = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

type By = Parameters<Administration['refresh']>[0];

/** What this process does for `/admin`, and the one refresh that it runs at a time. */
export class ProgramAdministration implements Administration {
  readonly #config: Config;
  readonly #database: Database;
  readonly #records: PostgresJsDatabase;
  readonly #log: Logger;
  readonly #startedAt = new Date();
  readonly #schedule: Schedule | null;
  /** The refresh that this process runs, and who asked for it. */
  #running: { process: RefreshProcess; by: string } | null = null;

  constructor(config: Config, database: Database, log: Logger) {
    this.#config = config;
    this.#database = database;
    this.#records = database.records;
    this.#log = log;
    this.#schedule =
      config.refreshSchedule === undefined
        ? null
        : new Schedule(config.refreshSchedule, database.direct, log, () => this.#refreshBySchedule());
  }

  /** From now on refreshes start by the clock too, where a schedule is set. */
  followSchedule(): void {
    this.#schedule?.start();
  }

  mayAdminister({ guildId, mayManageGuild }: Parameters<Administration['mayAdminister']>[0]): boolean {
    return mayManageGuild && guildId !== null && this.#config.discord.adminGuildIds.includes(guildId);
  }

  async status(): Promise<AdministrationStatus> {
    const { sources } = this.#config;
    const [served, waiting, last, recentActions, postgres, running] = await Promise.all([
      findServedDataSet(this.#records),
      findWaitingDataSet(this.#records),
      lastEndedRefresh(this.#records),
      recentModeratorActions(this.#records, RECENT),
      postgresVersion(this.#records),
      this.#progress(),
    ]);
    return {
      dataSet: served === null ? null : { id: served.id, publishedAt: served.publishedAt, ...served.summary },
      waiting,
      sources: Object.fromEntries(
        Object.entries(sources).map(([name, source]) => [name, sourceFileName(source)]),
      ),
      running,
      last,
      nextRefresh: this.#schedule?.nextRun() ?? null,
      recentActions,
      versions: { program: PROGRAM_VERSION, node: process.versions.node, postgres },
      startedAt: this.#startedAt,
    };
  }

  async refresh(
    { userId, guildId }: By,
    onProgress: (progress: RefreshProgress) => void,
  ): ReturnType<Administration['refresh']> {
    const running = await this.#progress();
    if (running !== null) return { started: false, running };
    // Two who start one in the same moment: the second is told of the first.
    const first = this.#ownProgress();
    if (first !== null) return { started: false, running: first };
    const refresh = this.start(userId);
    onProgress({ by: userId, since: refresh.startedAt, phase: null, done: 0 });
    const watching = setInterval(() => {
      this.#progress()
        .then((progress) => progress !== null && onProgress(progress))
        .catch((err) => this.#log.debug({ err }, 'how far the refresh is cannot be read'));
    }, LOOK_EVERY_MS);
    await recordModeratorAction(this.#records, { by: userId, guildId, action: 'refresh' });
    const ended = refresh.ended.finally(() => clearInterval(watching)).then((end) => this.#outcomeOf(end));
    return { started: true, ended };
  }

  async cancel({ userId, guildId }: By): Promise<boolean> {
    const own = this.#running;
    own?.process.stop();
    const asked = await requestCancel(this.#records);
    if (own === null && !asked) return false;
    await recordModeratorAction(this.#records, { by: userId, guildId, action: 'cancel' });
    await own?.process.ended;
    return true;
  }

  async decide({ userId, guildId }: By, dataSetId: number, decision: 'publish' | 'drop'): Promise<boolean> {
    const decided = await decideOnWaiting(this.#database.direct, dataSetId, decision);
    if (decided) await recordModeratorAction(this.#records, { by: userId, guildId, action: decision });
    return decided;
  }

  /**
   * Starts a refresh in a process of its own; there must be none.
   *
   * @param by a Discord id, `schedule` or `start`
   */
  start(by: string): RefreshProcess {
    const started = new RefreshProcess(this.#log, by);
    this.#running = { process: started, by };
    void started.ended.then(() => {
      this.#running = null;
    });
    return started;
  }

  /** Whether one runs, in whatever process. */
  async isRefreshing(): Promise<boolean> {
    return (await this.#progress()) !== null;
  }

  /** Stops the clock and the refresh that runs here, and waits until it is gone. */
  async stop(): Promise<void> {
    this.#schedule?.stop();
    this.#running?.process.stop();
    await this.#running?.process.ended;
  }

  /** One that is due while another runs is left out; the next one comes. */
  async #refreshBySchedule(): Promise<void> {
    if ((await this.#progress()) !== null || this.#running !== null) {
      this.#log.warn('a scheduled refresh is left out: another one runs');
      return;
    }
    this.#log.info('a scheduled refresh begins');
    const end = await this.start('schedule').ended;
    if (end.outcome === 'failed')
      this.#log.error('the scheduled refresh failed; the data that was there stays');
    else if (end.outcome === 'reported' && end.report.outcome === 'waiting')
      this.#log.warn('the refreshed data looks poorer and waits: /admin status tells');
    else {
      const outcome = end.outcome === 'reported' ? end.report.outcome : end.outcome;
      this.#log.info({ outcome }, 'the scheduled refresh has ended');
    }
  }

  async #progress(): Promise<RefreshProgress | null> {
    const running = await runningRefresh(this.#records);
    if (running === null) return this.#ownProgress();
    const { startedBy, since, phase, progress } = running;
    return { by: startedBy, since, phase, done: progress };
  }

  /** Of the one that this process runs, before it says so itself. */
  #ownProgress(): RefreshProgress | null {
    if (this.#running === null) return null;
    const { process: own, by } = this.#running;
    return { by, since: own.startedAt, phase: null, done: 0 };
  }

  #outcomeOf(end: RefreshEnd): RefreshOutcome {
    if (end.outcome === 'cancelled') return { outcome: 'cancelled' };
    if (end.outcome === 'failed') {
      return { outcome: 'failed', reason: end.reason === null ? null : this.#shown(end.reason) };
    }
    const { outcome, concerns, games, users, libraryRows, reviews, ...rest } = end.report;
    if (outcome === 'unchanged') return { outcome };
    const result = { ...rest, counts: { games, users, libraryRows, reviews } };
    return outcome === 'waiting' ? { outcome, result, concerns } : { outcome, result };
  }

  /** Where files lie on this machine is nobody's business in Discord. */
  #shown(reason: string): string {
    const { sources, dataFolder } = this.#config;
    return entriesOf(sources).reduce((text, [name, source]) => {
      const shown = isAddress(source) ? shownAddress(source) : source;
      return text
        .replaceAll(shown, sourceFileName(source))
        .replaceAll(downloadPath(dataFolder, name), sourceFileName(source));
    }, reason);
  }
}
