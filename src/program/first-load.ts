import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Words } from '../../locales/words.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/connection.ts';
import { lastEndedRefresh } from '../database/refresh-log.ts';
import type { Concern } from '../database/schema/lasting.ts';
import { findReadableDataSet } from '../database/served-data-set.ts';
import { findWaitingDataSet } from '../database/waiting-data-set.ts';
import { concernText } from '../etl/publish/gate.ts';
import type { ProgramAdministration } from './administration.ts';
import { shownReason } from './shown-reason.ts';

/** Milliseconds between two looks whether another process has loaded the first data set. */
const LOOK_EVERY_MS = 500;

/** The reason why there is no data set. */
type Lack =
  | { kind: 'waits'; concerns: readonly Concern[] }
  | { kind: 'stopped' }
  /** `reason` is a sentence for the operator; null for a failure that nobody foresaw. */
  | { kind: 'failed'; reason: string | null };

/** Loads the first data set where there is none, and explains why there is none, if that fails. */
export class FirstLoad {
  readonly #config: Config;
  readonly #database: Database;
  readonly #administration: ProgramAdministration;
  readonly #log: Logger;
  #state: 'loading' | 'failed' | null = null;

  constructor(config: Config, database: Database, administration: ProgramAdministration, log: Logger) {
    this.#config = config;
    this.#database = database;
    this.#administration = administration;
    this.#log = log;
  }

  /** Loads a data set unless one is served. The log says how that ended. */
  async run(signal: AbortSignal): Promise<void> {
    const { invented } = this.#config;
    if ((await this.#served()) !== null || signal.aborted) return;
    this.#state = 'loading';
    const end = await this.#administration.start('start').ended;
    const loaded =
      (end.outcome === 'reported' && end.report.outcome === 'published') ||
      (end.outcome === 'failed' && end.code === 'already-running' && (await this.#loadedByAnother(signal)));
    this.#state = loaded ? null : 'failed';
    if (loaded) this.#log.info(invented ? 'the invented sample is loaded' : 'the sources are loaded');
    else if (!signal.aborted) this.#log.error(inWords(await this.#lack()));
  }

  /**
   * The loading, or why there is no data set and how to get one, for a page that anybody may read; null if there is
   * nothing to say. It is asked while no data set is served.
   */
  async says(locale: string): Promise<string | null> {
    const words = Words.of(locale);
    if (this.#state === null) return null;
    if (this.#state === 'loading') {
      return words.forPage(this.#config.invented ? 'page.loadingSample' : 'page.loadingSources');
    }
    const lack = await this.#lack();
    if (lack.kind === 'stopped') return words.forPage('page.loadStopped');
    if (lack.kind === 'waits') {
      const concerns = lack.concerns.map((concern) => pageConcern(concern, words)).join(' ');
      return words.forPage('page.loadWaits', { concerns });
    }
    if (lack.reason === null) return words.forPage('page.loadFailed');
    return words.forPage('page.loadFailedBecause', { reason: shownReason(lack.reason, this.#config) });
  }

  /** The reason why there is no data set, as the database has it now: somebody may have tried again since. */
  async #lack(): Promise<Lack> {
    const waiting = await findWaitingDataSet(this.#database.records);
    if (waiting !== null) return { kind: 'waits', concerns: waiting.concerns };
    const last = await lastEndedRefresh(this.#database.records);
    // A data set that waited last and waits no more was dropped by a moderator.
    if (last?.outcome === 'cancelled' || last?.outcome === 'waiting') return { kind: 'stopped' };
    return { kind: 'failed', reason: last?.failure ?? null };
  }

  /** Waits while another process loads the first data set. @returns whether there is a data set now */
  async #loadedByAnother(signal: AbortSignal): Promise<boolean> {
    this.#log.info('another process is loading the data');
    while (!signal.aborted && (await this.#administration.isRefreshing())) {
      await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
    return (await this.#served()) !== null;
  }

  #served() {
    return findReadableDataSet(this.#database.answers);
  }
}

/** The reason in words for the log. */
function inWords(lack: Lack): string {
  if (lack.kind === 'stopped') {
    return 'no data set is loaded: the loading was stopped. To load the data: npm run refresh';
  }
  if (lack.kind === 'waits') {
    return (
      `no data set is served: the first one waits for a decision. ${sentences(lack.concerns)} ` +
      'To publish it as it is: npm run refresh -- --publish-anyway, or /admin status in Discord. ' +
      'Otherwise mend the file and run: npm run refresh'
    );
  }
  const reason = lack.reason ?? 'The error is in the log above.';
  return `no data set could be loaded. ${reason} Mend that and run: npm run refresh`;
}

function sentences(concerns: readonly Concern[]): string {
  return concerns.map((concern) => concernText(concern).replace(/\.?$/, '.')).join(' ');
}

/** A reason why a data set waits, in words for a page. The rejects are places and reasons, never content. */
function pageConcern(concern: Concern, words: Words): string {
  if (concern.kind === 'lost') {
    const { what, before, after } = concern;
    return words.forPage('page.concernLost', { what: words.forPage(`page.${what}`), before, after });
  }
  const { source, share, most, first } = concern;
  return words.forPage('page.concernRejected', {
    source: words.forPage(`source.${source}`),
    share: words.percent(share),
    most: words.percent(most),
    first: first.join('; '),
  });
}
