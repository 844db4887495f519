import { performance } from 'node:perf_hooks';
import type postgres from 'postgres';
import type { Connection } from '../database/connection.ts';
import { LOCKS } from '../database/locks.ts';
import { DATA_SET_FORMAT } from '../database/schema/data-set.ts';
import type { DataSetSummary } from '../database/schema/lasting.ts';
import { deriveRollups } from './derive/rollups.ts';
import { summarize } from './derive/summary.ts';
import { fitModels } from './fit/fit-models.ts';
import { loadColumnProfiles } from './load/column-profiles.ts';
import { loadGames, UnnamedGames } from './load/games.ts';
import { loadLibraries } from './load/libraries.ts';
import { loadRejects } from './load/rejects.ts';
import { loadReviews } from './load/reviews.ts';
import { Users } from './load/users.ts';
import { createDataSetSchema, createIndexes, dropOtherDataSets } from './publish/data-set-schema.ts';
import { checkNotPoorer } from './publish/gate.ts';
import { publishDataSet } from './publish/publish.ts';
import { downloadSources } from './read/download.ts';
import { readSource } from './read/source.ts';
import { isAddress } from './read/source-address.ts';
import { RefreshError } from './refresh-error.ts';
import { type RefreshReport, rejectedByReason, sourceReport } from './report.ts';
import { type SourceName, Tally } from './tally.ts';

/** What a refresh reads, and how. */
export interface RefreshSettings {
  /** The path or http(s) address of each raw file, gz or plain. */
  sources: Record<SourceName, string>;
  /** Where what is downloaded is kept. */
  dataFolder: string;
  /** The sources are this project's own invented sample. */
  invented: boolean;
  /** The year of a review posted without one. */
  undatedReviewYear: number;
  /** The greatest share, 0 to 1, of a file's lines or records that may be rejected. */
  maxRejectedShare: number;
  /** Whether a data set that looks poorer than the one being served is published all the same. */
  publishAnyway?: boolean;
}

/** The phases of a refresh, in order; the first only where a source is an address. */
export type Phase = 'download' | 'games' | 'libraries' | 'reviews' | 'derive' | 'fit' | 'publish';

/** Told when a phase begins. */
export type OnPhase = (phase: Phase) => void;

/**
 * Builds the next data set from the raw files, beside the one that is being served, and publishes it.
 * Until it is published, and if this fails or is killed at any moment, the old one answers.
 *
 * @param direct a client to the server itself, not to a pooler
 * @throws RefreshError when the sources are not fit to be served, or another refresh is running
 */
export async function refresh(
  direct: postgres.Sql,
  settings: RefreshSettings,
  onPhase: OnPhase = () => {},
): Promise<RefreshReport> {
  const lock = await direct.reserve();
  try {
    const [row] = await lock<{ taken: boolean }[]>`select pg_try_advisory_lock(${LOCKS.refresh}) as taken`;
    if (!row!.taken)
      throw new RefreshError('already-running', 'Another refresh is running on this database.');
    try {
      return await refreshLocked(direct, settings, onPhase);
    } finally {
      await lock`select pg_advisory_unlock(${LOCKS.refresh})`.catch(() => {});
    }
  } finally {
    lock.release();
  }
}

async function refreshLocked(
  direct: postgres.Sql,
  settings: RefreshSettings,
  onPhase: OnPhase,
): Promise<RefreshReport> {
  const clock = new PhaseClock(onPhase);
  const logId = await beginLog(direct);
  try {
    const served = await readServed(direct);
    // What an answer may still have been reading when the last data set was published, and what a failed refresh left.
    await dropOtherDataSets(direct, served === null ? [] : [served.id]);
    const sources = await downloaded(settings, clock);
    const [created] = await direct<{ id: number }[]>`
      insert into steamscope.data_sets (format) values (${DATA_SET_FORMAT}) returning id`;
    const dataSetId = created!.id;

    const tallies = {
      games: new Tally('games'),
      libraries: new Tally('libraries'),
      reviews: new Tally('reviews'),
    };
    // One transaction: a refresh that is killed leaves nothing, and where the server's wal_level is
    // minimal, rows that go into tables of the same transaction need no write-ahead log.
    const summary = await direct.begin(async (sql) => {
      await createDataSetSchema(sql, dataSetId);
      await load(sql, dataSetId, { ...settings, sources }, tallies, clock);
      clock.begin('derive');
      await deriveRollups(sql);
      clock.begin('fit');
      await fitModels(sql);
      await createIndexes(sql, dataSetId);
      await sql`analyze`;
      const built = await summarize(sql, settings.invented, rejectedByReason(Object.values(tallies)));
      if (settings.publishAnyway !== true) checkNotPoorer(served?.summary ?? null, built);
      return built;
    });
    clock.begin('publish');
    await publishDataSet(direct, dataSetId, summary);
    clock.end();

    const report = makeReport(dataSetId, clock, summary, tallies);
    await direct`
      update steamscope.refreshes set finished_at = now(), outcome = 'published', data_set_id = ${dataSetId},
        report = ${direct.json(JSON.parse(JSON.stringify(report)))}
      where id = ${logId}`;
    return report;
  } catch (error) {
    const failure = error instanceof RefreshError ? error.message : 'unexpected';
    // Where the database is gone, it is the first error that says why.
    await direct`
      update steamscope.refreshes set finished_at = now(), outcome = 'failed', report = ${direct.json({ failure })}
      where id = ${logId}`.catch(() => {});
    throw error;
  }
}

/** The paths of the sources, those that are addresses downloaded before anything is loaded. */
async function downloaded(
  { sources, dataFolder }: RefreshSettings,
  clock: PhaseClock,
): Promise<RefreshSettings['sources']> {
  if (!Object.values(sources).some(isAddress)) return sources;
  clock.begin('download');
  return downloadSources(sources, dataFolder);
}

async function load(
  sql: Connection,
  dataSetId: number,
  settings: RefreshSettings,
  tallies: Record<SourceName, Tally>,
  clock: PhaseClock,
): Promise<void> {
  const { sources, maxRejectedShare, undatedReviewYear } = settings;
  const read = (name: SourceName) => readSource(sources[name], name);

  clock.begin('games');
  const recorded = await loadGames(sql, read('games'), tallies.games);
  checkRejected(tallies.games, maxRejectedShare);

  clock.begin('libraries');
  const users = new Users();
  const unnamed = new UnnamedGames(recorded);
  await loadLibraries(sql, read('libraries'), tallies.libraries, {
    users,
    unnamed,
    buildKey: () => createIndexes(sql, dataSetId, 'library'),
  });
  checkRejected(tallies.libraries, maxRejectedShare);

  clock.begin('reviews');
  await loadReviews(sql, read('reviews'), tallies.reviews, {
    users,
    unnamed,
    undatedYear: undatedReviewYear,
  });
  checkRejected(tallies.reviews, maxRejectedShare);

  await unnamed.load(sql, tallies.libraries);
  await users.load(sql);
  await loadRejects(sql, Object.values(tallies));
  await loadColumnProfiles(sql, Object.values(tallies));
}

/** Ends the refresh where too much of a file was rejected, or nothing was left of it. */
function checkRejected(tally: Tally, maxShare: number): void {
  const first = tally.rejects
    .slice(0, 5)
    .map(({ line, column, path, reason }) => {
      const place = column !== null ? ` column ${column}` : path !== null ? ` ${path}` : '';
      return `line ${line}${place}: ${reason}`;
    })
    .join('; ');
  if (tally.rejectedShare > maxShare) {
    const percent = (100 * tally.rejectedShare).toFixed(1);
    const looksLike = [...tally.reasons.keys()].find((reason) => reason.startsWith('looks-like-'));
    if (looksLike !== undefined && tally.rejectedShare > 0.5) {
      const kind = looksLike.slice('looks-like-'.length);
      throw new RefreshError(
        'wrong-source',
        `The ${tally.source} file holds ${kind}: are two sources exchanged?`,
      );
    }
    throw new RefreshError(
      'too-many-rejected',
      `${percent} % of the ${tally.source} file was rejected, more than ${100 * maxShare} %. The first: ${first}`,
    );
  }
  if (tally.lines - tally.blankLines - tally.rejectedLines === 0) {
    throw new RefreshError('source-empty', `The ${tally.source} file has no records.`);
  }
}

async function beginLog(direct: postgres.Sql): Promise<number> {
  // Whoever holds the lock knows that no other refresh runs: one that says so was killed.
  await direct`update steamscope.refreshes set outcome = 'killed' where outcome = 'running'`;
  const [row] = await direct<{ id: number }[]>`
    insert into steamscope.refreshes (outcome) values ('running') returning id`;
  return row!.id;
}

async function readServed(
  direct: postgres.Sql,
): Promise<{ id: number; summary: DataSetSummary | null } | null> {
  const [row] = await direct<{ id: number; summary: DataSetSummary | null }[]>`
    select id, summary from steamscope.served_data_set join steamscope.data_sets on id = data_set_id`;
  return row ?? null;
}

function makeReport(
  dataSet: number,
  clock: PhaseClock,
  summary: DataSetSummary,
  tallies: Record<SourceName, Tally>,
): RefreshReport {
  const { games, users, libraryRows, reviews, rejected } = summary;
  return {
    dataSet,
    seconds: clock.seconds,
    games,
    users,
    libraryRows,
    reviews,
    rejected,
    phases: clock.phases,
    sources: {
      games: sourceReport(tallies.games),
      libraries: sourceReport(tallies.libraries),
      reviews: sourceReport(tallies.reviews),
    },
  };
}

/** Seconds by phase, on the monotonic clock. */
class PhaseClock {
  readonly phases: Record<string, number> = {};
  readonly #onPhase: OnPhase;
  readonly #started = performance.now();
  #current: { phase: Phase; since: number } | null = null;

  constructor(onPhase: OnPhase) {
    this.#onPhase = onPhase;
  }

  begin(phase: Phase): void {
    this.end();
    this.#current = { phase, since: performance.now() };
    this.#onPhase(phase);
  }

  end(): void {
    if (this.#current === null) return;
    const { phase, since } = this.#current;
    this.phases[phase] = rounded((performance.now() - since) / 1000);
    this.#current = null;
  }

  get seconds(): number {
    return rounded((performance.now() - this.#started) / 1000);
  }
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
