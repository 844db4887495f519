import type postgres from 'postgres';
import type { Connection } from '../../database/connection.ts';
import { DATA_SET_FORMAT } from '../../database/schema/data-set.ts';
import { entriesOf, mapSources, type PerSource, type SourceName } from '../../database/schema/sources.ts';
import { shownSource } from '../../platform/source-address.ts';
import { beginFit } from '../fit/fit-models.ts';
import { analyzeDerived, createDataSetSchema, createIndexes } from '../publish/data-set-schema.ts';
import { compareWith, type Differences } from '../publish/differences.ts';
import { type Reused, rejectedByReason } from '../publish/refresh-report.ts';
import type { PhaseClock } from '../report/progress.ts';
import { Tally } from '../report/tally.ts';
import { CONNECTORS } from '../sources/connectors.ts';
import { deriveRollups } from './derive/rollups.ts';
import { summarize } from './derive/summary.ts';
import { loadGamesAndLibraries } from './load/games-and-libraries.ts';
import type { LoadInput } from './load/load-input.ts';
import { loadReviewsAndNotes } from './load/reviews-and-notes.ts';
import {
  type BuiltDataSet,
  LIBRARY_SOURCES,
  type Reuse,
  type ServedDataSet,
} from './reuse/built-data-set.ts';
import { type Inputs, sameCode, sameFile } from './reuse/same-inputs.ts';

/** The sources and options that a data set is built from. */
export interface BuildInput {
  /** The path of each source's file. */
  paths: PerSource<string>;
  /** The path or http(s) address that each source is set to. */
  sources: PerSource<string>;
  /** The hashes and settings that are stored with the data set, so that the next refresh can see what has changed. */
  inputs: Inputs;
  /** Whether the sources are the invented sample. */
  invented: boolean;
  /** The year that is assumed for a review whose date has none. */
  undatedReviewYear: number;
  /** Whether to build everything anew and take nothing over. */
  reload?: boolean;
  /**
   * The served data set, or null. The new one is compared with it, and takes over its parts that would
   * come out the same.
   */
  served: ServedDataSet | null;
}

/** A new data set, and how it was built. */
export interface Build extends BuiltDataSet {
  /** The differences to the served data set; null if there is none to compare with. */
  differences: Differences | null;
  /** The parts that were taken over from the served data set. */
  reused: Reused[];
}

/**
 * Builds a data set beside the served one. It does so in one transaction, for two reasons: a refresh that is
 * killed leaves nothing behind, and if the server's wal_level is minimal, rows in tables of the same
 * transaction need no write-ahead log.
 *
 * @param signal rolls the transaction back when it is aborted
 * @throws RefreshError if a source cannot be read or is not what it should be
 */
export async function buildDataSet(
  direct: postgres.Sql,
  input: BuildInput,
  clock: PhaseClock,
  signal: AbortSignal,
): Promise<Build> {
  return direct.begin(async (sql) => {
    const stopListening = await endWhenAborted(direct, sql, signal);
    const ended = new AbortController();
    try {
      return await build(sql, input, clock, AbortSignal.any([signal, ended.signal]));
    } finally {
      ended.abort();
      stopListening();
    }
  });
}

async function build(
  sql: Connection,
  { paths, sources, inputs, invented, undatedReviewYear, reload = false, served }: BuildInput,
  clock: PhaseClock,
  signal: AbortSignal,
): Promise<Build> {
  const [created] = await sql<{ id: number }[]>`
    insert into steamscope.data_sets (format) values (${DATA_SET_FORMAT}) returning id`;
  const { id } = created!;
  await createDataSetSchema(sql, id);
  // A tenth of the usual sample tells the planner enough, and takes a tenth of the time to collect.
  await sql`set local default_statistics_target = 10`;

  const reuse = reload ? null : reusable(served, inputs);
  const tallies = mapSources(paths, (_, name) => new Tally(name, CONNECTORS[name].shownColumns));
  const places = mapSources(sources, shownSource);
  const loading: LoadInput = {
    dataSetId: id,
    reuse,
    tallies,
    places,
    onBegin: (name) => clock.begin(name),
    records: <Name extends SourceName>(name: Name) =>
      CONNECTORS[name].records(paths[name], {
        tally: tallies[name],
        undatedReviewYear,
        place: places[name],
        onShare: (share) => clock.share(share),
      }),
  };
  const loaded = await loadGamesAndLibraries(sql, loading);
  // The fit needs no reviews. Its threads work while the database loads reviews and derives rollups.
  const models = await beginFit(sql, reuse, signal);
  await loadReviewsAndNotes(sql, loading, loaded);

  clock.begin('derive');
  await deriveRollups(sql, reuse);
  const differences = comparable(served, invented) ? await compareWith(sql, served!.id, reuse) : null;

  clock.begin('fit');
  await models.store();
  await createIndexes(sql, id);
  await analyzeDerived(sql, id);

  const summary = await summarize(
    sql,
    invented,
    rejectedByReason(entriesOf(tallies).map(([, tally]) => tally)),
  );
  const origin = {
    ...inputs,
    models: models.inputs,
    libraryUsers: loaded.libraryUsers,
    tallies: mapSources(tallies, (tally) => tally.summary()),
  };
  await sql`
    update steamscope.data_sets set summary = ${sql.json({ ...summary })}, origin = ${sql.json(JSON.parse(JSON.stringify(origin)))}
    where id = ${id}`;
  const reused: Reused[] = [
    ...(reuse?.sameLibraries ? (['libraries'] as const) : []),
    ...(reuse?.sameJudgements ? (['judgements'] as const) : []),
    ...(models.reused ? (['models'] as const) : []),
  ];
  return { id, summary, origin, differences, reused };
}

/** The parts that may be taken over from the served data set; null if none may. */
function reusable(served: ServedDataSet | null, inputs: Inputs): Reuse | null {
  const origin = served?.origin ?? null;
  if (served === null || origin === null) return null;
  if (origin.undatedReviewYear !== inputs.undatedReviewYear) return null;
  const sameLibraries =
    sameCode(origin, inputs, 'libraries') && LIBRARY_SOURCES.every((name) => sameFile(origin, inputs, name));
  return {
    before: { ...served, origin },
    sameLibraries,
    sameRollups: sameLibraries && sameCode(origin, inputs, 'rollups'),
    sameJudgements: sameCode(origin, inputs, 'judgements'),
    sameModels: sameCode(origin, inputs, 'models'),
  };
}

/**
 * Whether the served data set can be compared with the new one. The invented sample cannot be compared with
 * real data, nor can tables of different formats.
 */
function comparable(served: ServedDataSet | null, invented: boolean): boolean {
  return served !== null && served.origin !== null && served.summary.invented === invented;
}

/**
 * Ends the connection of a transaction when the signal is aborted, even in the middle of a long query. The
 * server then rolls the transaction back.
 *
 * @returns a function that stops waiting for the signal
 */
async function endWhenAborted(
  direct: postgres.Sql,
  sql: Connection,
  signal: AbortSignal,
): Promise<() => void> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const end = () => void direct`select pg_terminate_backend(${row!.pid})`.catch(() => {});
  signal.throwIfAborted();
  signal.addEventListener('abort', end, { once: true });
  return () => signal.removeEventListener('abort', end);
}
