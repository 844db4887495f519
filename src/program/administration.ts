import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Logger } from 'pino';
import manifest from '../../package.json' with { type: 'json' };
import type {
  Administration,
  AdministrationStatus,
  RefreshOutcome,
  RefreshProgress,
} from '../commands/contract/administration.ts';
import {
  recentModeratorActions,
  recordModeratorAction,
  takeBackModeratorAction,
} from '../community/moderator-actions.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/connection.ts';
import {
  lastEndedRefresh,
  postgresVersion,
  requestCancel,
  runningRefresh,
  type Starter,
} from '../database/refresh-log.ts';
import { findServedDataSet } from '../database/served-data-set.ts';
import { findWaitingDataSet } from '../database/waiting-data-set.ts';
import { decideOnWaiting } from '../etl/publish/publish.ts';
import { sourceFileName } from '../platform/source-address.ts';
import { type RefreshEnd, RefreshProcess } from './refresh-process.ts';
import { Schedule } from './schedule.ts';
import { shownReason } from './shown-reason.ts';
import { CHILD_MS } from './stop.ts';

/** The number of moderators' actions that `/admin status` shows. */
const RECENT_ACTIONS = 5;

/** Milliseconds between two looks at the progress of a refresh that a moderator watches. */
const LOOK_EVERY_MS = 1000;

/** The moderator who acts, and the server in which they act. */
type By = Parameters<Administration['refresh']>[0];

/**
 * Carries out `/admin`. Also runs the refreshes of this process, one at a time: those that moderators or the
 * schedule start, and the first one.
 */
export class ProgramAdministration implements Administration {
  readonly #config: Config;
  readonly #database: Database;
  readonly #records: PostgresJsDatabase;
  readonly #log: Logger;
  readonly #startedAt = new Date();
  readonly #schedule: Schedule | null;
  /** The refresh that this process runs; `by` is the Discord id of a moderator, `schedule` or `start`. */
  #running: { process: RefreshProcess; by: string } | null = null;
  #stopped = false;

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

  /** Begins to follow the schedule, where one is set. */
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
      recentModeratorActions(this.#records, RECENT_ACTIONS),
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
      last: last === null ? null : { finishedAt: last.finishedAt, outcome: last.outcome },
      nextRefresh: this.#schedule?.nextRun() ?? null,
      recentActions,
      versions: { program: manifest.version, node: process.versions.node, postgres },
      startedAt: this.#startedAt,
    };
  }

  async refresh(
    { userId, guildId }: By,
    onProgress: (progress: RefreshProgress) => void,
  ): ReturnType<Administration['refresh']> {
    const running = await this.#progress();
    if (running !== null) return { started: false, running };
    // The action is there before the refresh, which finds the moderator by it, and no longer once it is deleted.
    const moderatorAction = await recordModeratorAction(this.#records, {
      by: userId,
      guildId,
      action: 'refresh',
    });
    // Two moderators may start a refresh at the same moment. The second is then shown the first one's refresh.
    const first = this.#ownProgress();
    if (first !== null) {
      await takeBackModeratorAction(this.#records, moderatorAction);
      return { started: false, running: first };
    }
    const refresh = this.start({ moderatorAction }, userId);
    onProgress({ by: userId, since: refresh.startedAt, phase: null, done: 0 });
    const watching = setInterval(() => {
      this.#progress()
        .then((progress) => progress !== null && onProgress(progress))
        .catch((err) => this.#log.debug({ err }, 'the progress of the refresh cannot be read'));
    }, LOOK_EVERY_MS);
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
   * Starts a refresh in a process of its own. This process must not be running one already.
   *
   * @param by the Discord id of the moderator, where one starts it
   */
  start(starter: Starter, by = String(starter)): RefreshProcess {
    const started = new RefreshProcess(this.#log, starter);
    this.#running = { process: started, by };
    // A moderator, or the schedule, may have decided on it just before the stop.
    if (this.#stopped) void started.end(CHILD_MS);
    void started.ended.then(() => {
      this.#running = null;
    });
    return started;
  }

  /** Whether a refresh is running, in this process or another. */
  async isRefreshing(): Promise<boolean> {
    return (await this.#progress()) !== null;
  }

  /** Ends the schedule and this process's refresh, and waits until the refresh has ended. It is killed after six seconds. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#schedule?.stop();
    await this.#running?.process.end(CHILD_MS);
  }

  /** Runs a refresh that the schedule asks for. It is skipped while another one runs. */
  async #refreshBySchedule(): Promise<void> {
    if ((await this.#progress()) !== null || this.#running !== null) {
      this.#log.warn('a scheduled refresh is skipped: another one is running');
      return;
    }
    this.#log.info('a scheduled refresh begins');
    const end = await this.start('schedule').ended;
    if (end.outcome === 'failed')
      this.#log.error('the scheduled refresh failed; the data set that was there stays');
    else if (end.outcome === 'reported' && end.report.outcome === 'waiting')
      this.#log.warn('the new data set looks poorer and waits for a moderator: see /admin status');
    else {
      const outcome = end.outcome === 'reported' ? end.report.outcome : end.outcome;
      this.#log.info({ outcome }, 'the scheduled refresh has ended');
    }
  }

  /** The progress of the running refresh, in this process or another; null where there is none. */
  async #progress(): Promise<RefreshProgress | null> {
    const running = await runningRefresh(this.#records);
    if (running === null) return this.#ownProgress();
    const { startedBy, since, phase, progress } = running;
    return { by: startedBy, since, phase, done: progress };
  }

  /** The progress of this process's refresh until its entry is in the log; null where it runs none. */
  #ownProgress(): RefreshProgress | null {
    if (this.#running === null) return null;
    const { process: own, by } = this.#running;
    return { by, since: own.startedAt, phase: null, done: 0 };
  }

  #outcomeOf(end: RefreshEnd): RefreshOutcome {
    if (end.outcome === 'cancelled') return { outcome: 'cancelled' };
    if (end.outcome === 'failed') {
      return {
        outcome: 'failed',
        reason: end.reason === null ? null : shownReason(end.reason, this.#config),
      };
    }
    const { outcome, concerns, games, users, libraryRows, reviews, ...rest } = end.report;
    if (outcome === 'unchanged') return { outcome };
    const result = { ...rest, counts: { games, users, libraryRows, reviews } };
    return outcome === 'waiting' ? { outcome, result, concerns } : { outcome, result };
  }
}
