import { readFileSync } from 'node:fs';
import { Cron } from 'croner';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Logger } from 'pino';
import type {
  Administration,
  AdministrationStatus,
  RefreshOutcome,
  RefreshProgress,
} from '../commands/framework/administration.ts';
import type { Config } from '../config.ts';
import { recentModeratorActions, recordModeratorAction } from '../database/moderator-actions.ts';
import {
  lastEndedRefresh,
  lastPhases,
  postgresVersion,
  runningRefreshSince,
} from '../database/refresh-log.ts';
import type { DataSetSummary } from '../database/schema/lasting.ts';
import { findServedDataSet } from '../database/served-data-set.ts';
import { downloadPath } from '../etl/read/download-files.ts';
import { isAddress, shownAddress, sourceFileName } from '../etl/read/source-address.ts';
import { type RefreshEnd, RefreshProcess } from './refresh-process.ts';

const RECENT = 5;

/** The order of the phases, for how far a refresh is where none was timed before. */
const PHASES = ['download', 'games', 'libraries', 'reviews', 'derive', 'fit', 'publish'];

const PROGRAM_VERSION = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

interface Running {
  process: RefreshProcess;
  /** Null: it was not asked for. */
  by: string | null;
}

/** What this process does for `/admin`, and the one refresh that it runs at a time. */
export class ProgramAdministration implements Administration {
  readonly #config: Config;
  readonly #database: PostgresJsDatabase;
  readonly #log: Logger;
  readonly #startedAt = new Date();
  readonly #schedule: Cron | null;
  #running: Running | null = null;

  constructor(config: Config, database: PostgresJsDatabase, log: Logger) {
    this.#config = config;
    this.#database = database;
    this.#log = log;
    this.#schedule =
      config.refreshSchedule === undefined
        ? null
        : new Cron(config.refreshSchedule, { paused: true, catch: true }, () => this.#refreshBySchedule());
  }

  /** From now on refreshes start by the clock too, where a schedule is set. */
  followSchedule(): void {
    if (this.#schedule?.resume() === true) {
      this.#log.info({ next: this.#schedule.nextRun() }, 'refreshes follow the schedule');
    }
  }

  mayAdminister({ guildId, mayManageGuild }: Parameters<Administration['mayAdminister']>[0]): boolean {
    return mayManageGuild && guildId !== null && this.#config.discord.adminGuildIds.includes(guildId);
  }

  async status(): Promise<AdministrationStatus> {
    const { sources } = this.#config;
    const [served, last, recentActions, postgres, running] = await Promise.all([
      findServedDataSet(this.#database),
      lastEndedRefresh(this.#database),
      recentModeratorActions(this.#database, RECENT),
      postgresVersion(this.#database),
      this.#progress(),
    ]);
    return {
      dataSet: served === null ? null : { id: served.id, publishedAt: served.publishedAt, ...served.summary },
      sources: {
        games: sourceFileName(sources.games),
        reviews: sourceFileName(sources.reviews),
        libraries: sourceFileName(sources.libraries),
      },
      running,
      last,
      nextRefresh: this.#schedule?.nextRun() ?? null,
      recentActions,
      versions: { program: PROGRAM_VERSION, node: process.versions.node, postgres },
      startedAt: this.#startedAt,
    };
  }

  async refresh(
    { userId, guildId }: Parameters<Administration['refresh']>[0],
    onProgress: Parameters<Administration['refresh']>[1],
  ): ReturnType<Administration['refresh']> {
    const running = await this.#progress();
    if (running !== null) return { started: false, running };
    const [before, phases] = await Promise.all([
      findServedDataSet(this.#database),
      lastPhases(this.#database),
    ]);
    // Two who start one in the same moment: the second is told of the first.
    if (this.#running !== null) return { started: false, running: progressOf(this.#running) };
    const started = this.start(userId, (phase) =>
      onProgress({ ...progressOf(started), fraction: fractionBefore(phase, phases) }),
    );
    await recordModeratorAction(this.#database, { by: userId, guildId, action: 'refresh' });
    onProgress({ ...progressOf(started), fraction: 0 });
    const ended = started.process.ended.then((end) => this.#outcomeOf(end, before?.summary, started));
    return { started: true, ended };
  }

  async cancel({ userId, guildId }: Parameters<Administration['cancel']>[0]): Promise<boolean> {
    const running = this.#running;
    if (running === null) return false;
    running.process.stop();
    await recordModeratorAction(this.#database, { by: userId, guildId, action: 'cancel' });
    await running.process.ended;
    return true;
  }

  /** Starts a refresh in a process of its own; there must be none. @param by a Discord id; null where nobody asked for it */
  start(by: string | null, onPhase?: (phase: string) => void): Running {
    const running = { process: new RefreshProcess(this.#log, onPhase), by };
    this.#running = running;
    void running.process.ended.then(() => {
      this.#running = null;
    });
    return running;
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
    const { outcome } = await this.start(null).process.ended;
    if (outcome === 'failed') this.#log.error('the scheduled refresh failed; the data that was there stays');
    else this.#log.info({ outcome }, 'the scheduled refresh has ended');
  }

  async #progress(): Promise<RefreshProgress | null> {
    if (this.#running !== null) return progressOf(this.#running);
    const since = await runningRefreshSince(this.#database);
    return since === null ? null : { by: null, since, phase: null };
  }

  #outcomeOf(end: RefreshEnd, before: DataSetSummary | undefined, { process }: Running): RefreshOutcome {
    const seconds = (Date.now() - process.startedAt.getTime()) / 1000;
    const nothing = { counts: null, rejected: {}, phases: {}, seconds, reason: null };
    if (end.outcome === 'stopped') return { ...nothing, outcome: 'cancelled' };
    if (end.outcome === 'failed') {
      return { ...nothing, outcome: 'failed', reason: end.reason === null ? null : this.#shown(end.reason) };
    }
    const { report } = end;
    const count = (name: 'games' | 'users' | 'libraryRows' | 'reviews') => ({
      before: before?.[name] ?? null,
      after: report[name],
    });
    return {
      outcome: 'published',
      counts: {
        games: count('games'),
        users: count('users'),
        libraryRows: count('libraryRows'),
        reviews: count('reviews'),
      },
      rejected: report.rejected,
      phases: report.phases,
      seconds: report.seconds,
      reason: null,
    };
  }

  /** Where files lie on this machine is nobody's business in Discord. */
  #shown(reason: string): string {
    const { sources, dataFolder } = this.#config;
    return (['games', 'reviews', 'libraries'] as const).reduce((text, name) => {
      const source = sources[name];
      const shown = isAddress(source) ? shownAddress(source) : source;
      return text
        .replaceAll(shown, sourceFileName(source))
        .replaceAll(downloadPath(dataFolder, name), sourceFileName(source));
    }, reason);
  }
}

function progressOf({ process: { startedAt, phase }, by }: Running): RefreshProgress {
  return { by, since: startedAt, phase };
}

/** The share of the time that the last refresh took before this phase; without one, of the phases. */
export function fractionBefore(phase: string, last: Readonly<Record<string, number>>): number {
  const timed = Object.entries(last);
  const known = timed.some(([name]) => name === phase) ? timed : PHASES.map((name) => [name, 1] as const);
  const total = known.reduce((sum, [, seconds]) => sum + seconds, 0);
  const place = known.findIndex(([name]) => name === phase);
  const before = known.slice(0, Math.max(0, place)).reduce((sum, [, seconds]) => sum + seconds, 0);
  return total === 0 ? 0 : before / total;
}
