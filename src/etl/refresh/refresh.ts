import type postgres from 'postgres';
import { LOCKS } from '../../database/locks.ts';
import type { Starter } from '../../database/refresh-log.ts';
import { entriesOf, type PerSource } from '../../database/schema/sources.ts';
import type { DiskRoom } from '../../platform/disk-room.ts';
import { isAddress } from '../../platform/source-address.ts';
import { unlessAborted } from '../../platform/time-limit.ts';
import { type Build, buildDataSet } from '../build/build-data-set.ts';
import {
  type BuiltDataSet,
  readServed,
  readWaiting,
  type ServedDataSet,
} from '../build/reuse/built-data-set.ts';
import { readInputs } from '../build/reuse/inputs.ts';
import { type Inputs, sameInputs } from '../build/reuse/same-inputs.ts';
import { dropLeftovers } from '../publish/data-set-schema.ts';
import { concernsOf } from '../publish/gate.ts';
import { keepWaiting, publishDataSet } from '../publish/publish.ts';
import type { RefreshReport } from '../publish/refresh-report.ts';
import { type Phase, PhaseClock, type Progress } from '../report/progress.ts';
import { asRefreshError, RefreshError } from '../report/refresh-error.ts';
import { downloadSources } from '../sources/download/download.ts';
import { checkSource } from '../sources/read/source.ts';
import { RefreshEntry } from './refresh-entry.ts';
import { watchDisk } from './watch-disk.ts';

/** The sources and options of a refresh. */
export interface RefreshSettings {
  /** The path or http(s) address of each source's file, gzip or plain. */
  sources: PerSource<string>;
  /** The folder that downloads are kept in. */
  dataFolder: string;
  /** Whether the sources are this project's own invented sample. */
  invented: boolean;
  /** The year that is assumed for a review whose date has none. */
  undatedReviewYear: number;
  /** The greatest share, 0 to 1, of a source's lines or records that may be rejected. */
  maxRejectedShare: number;
  /** Whether to publish a data set even if it looks poorer than the served one. */
  publishAnyway?: boolean;
  /** Whether to build everything anew, even if nothing has changed. */
  reload?: boolean;
  /** Finds out how much may be written to the disk of the database; unset where that disk is not this machine's. */
  roomForDatabase?: () => Promise<DiskRoom>;
  /** Unset: `terminal`. */
  startedBy?: Starter;
}

/** The caller's way to follow a refresh and to stop it. */
export interface RefreshWatch {
  /** Called when a phase begins. */
  onPhase?(phase: Phase): void;
  /** Called with the progress, many times a second. */
  onProgress?(progress: Progress): void;
  /** Stops the refresh at once when it is aborted; nothing is left behind. */
  signal?: AbortSignal;
}

/**
 * Builds the next data set from the sources, beside the served one, and publishes it. If the new one looks
 * poorer, it waits for a moderator instead. Until it is published, questions are answered from the old data
 * set, even if this refresh fails or is killed at any moment. Nothing is built if the sources, settings and
 * code are those of the served data set.
 *
 * @param direct a client of the database server itself, not of a pooler
 * @throws RefreshError if the sources are not fit to be served, another refresh is running, or this one was stopped
 */
export async function refresh(
  direct: postgres.Sql,
  settings: RefreshSettings,
  watch: RefreshWatch = {},
): Promise<RefreshReport> {
  const lock = await direct.reserve();
  try {
    const [row] = await lock<{ taken: boolean }[]>`select pg_try_advisory_lock(${LOCKS.refresh}) as taken`;
    if (!row!.taken) throw new RefreshError('already-running', await describeRunning(direct));
    try {
      return await refreshLocked(direct, settings, watch);
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
  { onPhase, onProgress, signal: stopped }: RefreshWatch,
): Promise<RefreshReport> {
  const entry = await RefreshEntry.begin(direct, settings.startedBy ?? 'terminal');
  const cancelled = new AbortController();
  const signal = AbortSignal.any([cancelled.signal, ...(stopped === undefined ? [] : [stopped])]);
  const stopListening = await entry.onCancel(() => cancelled.abort());
  const stopWatching = watchDisk(settings.roomForDatabase, (full) => cancelled.abort(full));
  let phase: Phase | null = null;
  const clock = new PhaseClock(await lastPhases(direct), (progress) => {
    if (progress.phase !== phase) onPhase?.(progress.phase);
    phase = progress.phase;
    onProgress?.(progress);
    entry.progress(progress);
  });
  try {
    const made = await untilAborted(signal, makeDataSet(direct, settings, clock, signal));
    stopWatching();
    // From here on the refresh can no longer be stopped.
    if (made.kind === 'built') return await publishOrWait(direct, made.build, settings, clock, entry);
    const report = reportOf('unchanged', made.dataSet, clock);
    await entry.end(report.outcome, report.dataSet, report);
    return report;
  } catch (thrown) {
    const error = asRefreshError(thrown);
    const failure = error instanceof RefreshError ? error : null;
    const outcome = failure?.failure === 'cancelled' ? 'cancelled' : 'failed';
    // If the database is gone, this write fails too; the first error is the one that says why.
    await entry.end(outcome, null, { failure: failure?.message ?? 'unexpected' }).catch(() => {});
    throw error;
  } finally {
    stopWatching();
    await stopListening().catch(() => {});
  }
}

/**
 * The data set that the sources lead to: the one that is served already, or one that was built now
 * or waits from before.
 */
type Made = { kind: 'served'; dataSet: BuiltDataSet } | { kind: 'built'; build: Build };

/**
 * Downloads the sources and builds a data set from them, unless the served or the waiting one was made from the same.
 */
async function makeDataSet(
  direct: postgres.Sql,
  settings: RefreshSettings,
  clock: PhaseClock,
  signal: AbortSignal,
): Promise<Made> {
  await dropLeftovers(direct);
  for (const [name, source] of entriesOf(settings.sources)) {
    if (!isAddress(source)) await checkSource(source, name);
  }
  const paths = await downloaded(settings, clock, signal);
  const inputs = await readInputs(paths, settings.undatedReviewYear);
  const served = await readServed(direct);
  if (settings.reload !== true) {
    if (isSame(served, inputs, settings)) return { kind: 'served', dataSet: served };
    const waiting = await readWaiting(direct);
    if (isSame(waiting, inputs, settings)) {
      return { kind: 'built', build: { ...waiting, differences: null, reused: [] } };
    }
  }
  const build = await buildDataSet(direct, { ...settings, paths, inputs, served }, clock, signal);
  return { kind: 'built', build };
}

/** Whether a data set was made from the same sources, settings and code. */
function isSame(
  dataSet: ServedDataSet | null,
  inputs: Inputs,
  { invented }: RefreshSettings,
): dataSet is BuiltDataSet {
  return (
    dataSet !== null &&
    dataSet.origin !== null &&
    sameInputs(dataSet.origin, inputs) &&
    dataSet.summary.invented === invented
  );
}

/**
 * Downloads the sources that are addresses, before anything is loaded.
 *
 * @returns the path of each source
 */
async function downloaded(
  { sources, dataFolder }: RefreshSettings,
  clock: PhaseClock,
  signal: AbortSignal,
): Promise<RefreshSettings['sources']> {
  if (!entriesOf(sources).some(([, source]) => isAddress(source))) return sources;
  clock.begin('download');
  return downloadSources(sources, dataFolder, { signal, onShare: (share) => clock.share(share) });
}

/** Publishes a data set, or lets it wait if there are concerns. */
async function publishOrWait(
  direct: postgres.Sql,
  build: Build,
  { publishAnyway = false, maxRejectedShare }: RefreshSettings,
  clock: PhaseClock,
  entry: RefreshEntry,
): Promise<RefreshReport> {
  clock.begin('publish');
  const served = await readServed(direct);
  const built = { ...build, tallies: build.origin.tallies };
  const concerns = publishAnyway
    ? []
    : await concernsOf(direct, built, served?.summary ?? null, maxRejectedShare);
  const report = { ...reportOf(concerns.length === 0 ? 'published' : 'waiting', build, clock), concerns };
  await direct.begin(async (sql) => {
    if (concerns.length === 0) await publishDataSet(sql, build.id);
    else await keepWaiting(sql, build.id, concerns);
    await entry.end(report.outcome, build.id, report, sql);
  });
  return report;
}

function reportOf(
  outcome: RefreshReport['outcome'],
  { id, summary, origin, differences = null, reused = [] }: BuiltDataSet & Partial<Build>,
  clock: PhaseClock,
): RefreshReport {
  clock.end();
  const { games, users, libraryRows, reviews, rejected } = summary;
  const { seconds, phases } = clock;
  return {
    outcome,
    dataSet: id,
    seconds,
    games,
    users,
    libraryRows,
    reviews,
    rejected,
    phases,
    sources: origin.tallies,
    differences,
    concerns: [],
    reused,
  };
}

/** The ways in which a refresh is started, in words, by the value in its entry. */
const STARTERS = new Map([
  ['terminal', 'from the terminal'],
  ['schedule', 'by the schedule'],
  ['start', 'at the start of the program'],
]);

/** Describes the running refresh: its start, its starter and its progress. */
async function describeRunning(direct: postgres.Sql): Promise<string> {
  const [row] = await direct<
    { started_at: Date; started_by: string | null; phase: string | null; progress: number | null }[]
  >`
    select started_at, started_by, phase, progress from steamscope.refreshes
    where outcome = 'running' order by id desc limit 1`;
  if (row === undefined) return 'Another refresh is running on this database.';
  const { started_at: since, started_by: by, phase, progress } = row;
  const starter = by !== null && /^\d+$/.test(by) ? 'by a moderator' : STARTERS.get(by ?? '');
  const percent = `${Math.round(100 * (progress ?? 0))} %`;
  return (
    `Another refresh has been running on this database since ${since.toISOString()}` +
    `${starter === undefined ? '' : `, started ${starter}`}; ` +
    `it is at ${percent}${phase === null ? '' : ` (${phase})`}.`
  );
}

/** Seconds by phase of the last refresh that built a data set. */
async function lastPhases(direct: postgres.Sql): Promise<Record<string, number>> {
  const [row] = await direct<{ phases: Record<string, number> | null }[]>`
    select report -> 'phases' as phases from steamscope.refreshes
    where outcome in ('published', 'waiting') order by id desc limit 1`;
  return row?.phases ?? {};
}

/**
 * The result of some work, unless the signal is aborted before.
 *
 * @throws the RefreshError that the signal was aborted with, or else `cancelled`; an error of the work
 */
function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return unlessAborted(signal, work).catch((error: unknown) => {
    if (error !== signal.reason || error instanceof RefreshError) throw error;
    throw new RefreshError('cancelled', 'The refresh was stopped.');
  });
}
