import type postgres from 'postgres';
import type { Connection } from '../../database/connection.ts';
import { DATA_SET_FORMAT } from '../../database/schema/data-set.ts';
import { entriesOf, mapSources, type PerSource, type SourceName } from '../../database/schema/sources.ts';
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

/** What a data set is built from. */
export interface BuildInput {
  paths: PerSource<string>;
  inputs: Inputs;
  invented: boolean;
  undatedReviewYear: number;
  /** Whether nothing is taken over. */
  reload?: boolean;
  /** What is being served: it is compared with, and what would come out the same is taken over from it. */
  served: ServedDataSet | null;
}

/** A data set that was built, and how. */
export interface Build extends BuiltDataSet {
  /** Null where there is nothing to compare with. */
  differences: Differences | null;
  reused: Reused[];
}

/**
 * Builds a data set beside the one that is being served. In one transaction: a refresh that is killed leaves nothing, and
 * where the server's wal_level is minimal, rows that go into tables of the same transaction need no write-ahead log.
 *
 * @param signal aborted, it rolls back
 */
export async function buildDataSet(
  direct: postgres.Sql,
  input: BuildInput,
  clock: PhaseClock,
  signal: AbortSignal,
): Promise<Build> {
  return direct.begin(async (sql) => {
    const stopHearing = await endWhenAborted(direct, sql, signal);
    const ended = new AbortController();
    try {
      return await build(sql, input, clock, AbortSignal.any([signal, ended.signal]));
    } finally {
      ended.abort();
      stopHearing();
    }
  });
}

async function build(
  sql: Connection,
  { paths, inputs, invented, undatedReviewYear, reload = false, served }: BuildInput,
  clock: PhaseClock,
  signal: AbortSignal,
): Promise<Build> {
  const [created] = await sql<{ id: number }[]>`
    insert into steamscope.data_sets (format) values (${DATA_SET_FORMAT}) returning id`;
  const { id } = created!;
  await createDataSetSchema(sql, id);
  // A tenth of the usual sample tells the planner enough, and looking at a table takes a tenth of the time.
  await sql`set local default_statistics_target = 10`;

  const reuse = reload ? null : reusable(served, inputs);
  const tallies = mapSources(paths, (_, name) => new Tally(name, CONNECTORS[name].shownColumns));
  const loading: LoadInput = {
    dataSetId: id,
    reuse,
    tallies,
    onBegin: (name) => clock.begin(name),
    records: <Name extends SourceName>(name: Name) =>
      CONNECTORS[name].records(paths[name], {
        tally: tallies[name],
        undatedReviewYear,
        onShare: (share) => clock.share(share),
      }),
  };
  const loaded = await loadGamesAndLibraries(sql, loading);
  // It needs no reviews: the threads work while those are loaded, and the database derives.
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

/** What may be taken over from the data set that is being served. */
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

/** Between what is invented and what is real there is nothing to compare; nor with tables of another format. */
function comparable(served: ServedDataSet | null, invented: boolean): boolean {
  return served !== null && served.origin !== null && served.summary.invented === invented;
}

/**
 * Ends the connection of a transaction when the signal is aborted, also within a long query: the server rolls back.
 *
 * @returns stops waiting for it
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
