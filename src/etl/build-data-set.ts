import type postgres from 'postgres';
import type { Connection } from '../database/connection.ts';
import { DATA_SET_FORMAT } from '../database/schema/data-set.ts';
import { deriveRollups } from './derive/rollups.ts';
import { summarize } from './derive/summary.ts';
import { fitModels } from './fit/fit-models.ts';
import { loadDataSet } from './load/load-data-set.ts';
import type { PhaseClock } from './progress.ts';
import { createDataSetSchema, createIndexes } from './publish/data-set-schema.ts';
import { compareWith, type Differences } from './publish/differences.ts';
import { type Reused, rejectedByReason } from './report.ts';
import type { BuiltDataSet, ServedDataSet } from './reuse/built-data-set.ts';
import { type Inputs, sameFile } from './reuse/inputs.ts';
import { type SourceName, Tally } from './tally.ts';

/** What a data set is built from. */
export interface BuildInput {
  paths: Readonly<Record<SourceName, string>>;
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
    try {
      return await build(sql, input, clock, signal);
    } finally {
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

  const before = reload ? null : reusable(served, inputs);
  const sameLibraries =
    before !== null &&
    sameFile(before.origin, inputs, 'games') &&
    sameFile(before.origin, inputs, 'libraries');
  const tallies = {
    games: new Tally('games'),
    libraries: new Tally('libraries'),
    reviews: new Tally('reviews'),
  };
  let file: SourceName | null = null;
  const { libraryUsers } = await loadDataSet(sql, {
    dataSetId: id,
    paths,
    undatedReviewYear,
    before,
    sameLibraries,
    tallies,
    onFile(name, share) {
      if (name !== file) clock.begin(name);
      file = name;
      clock.share(share);
    },
  });

  clock.begin('derive');
  await deriveRollups(sql);
  const differences = comparable(served, invented) ? await compareWith(sql, served!.id) : null;

  clock.begin('fit');
  const models = await fitModels(sql, before, signal);
  await createIndexes(sql, id);
  await sql`analyze`;

  const summary = await summarize(sql, invented, rejectedByReason(Object.values(tallies)));
  const origin = {
    ...inputs,
    models: models.inputs,
    libraryUsers,
    tallies: {
      games: tallies.games.summary(),
      libraries: tallies.libraries.summary(),
      reviews: tallies.reviews.summary(),
    },
  };
  await sql`
    update steamscope.data_sets set summary = ${sql.json({ ...summary })}, origin = ${sql.json(JSON.parse(JSON.stringify(origin)))}
    where id = ${id}`;
  const reused: Reused[] = [
    ...(sameLibraries ? (['libraries'] as const) : []),
    ...(before === null ? [] : (['judgements'] as const)),
    ...(models.reused ? (['models'] as const) : []),
  ];
  return { id, summary, origin, differences, reused };
}

/** What was made by the same code, by which the same comes out of the same. */
function reusable(served: ServedDataSet | null, { code, undatedReviewYear }: Inputs): BuiltDataSet | null {
  const origin = served?.origin ?? null;
  if (served === null || origin === null) return null;
  return origin.code === code && origin.undatedReviewYear === undatedReviewYear
    ? { ...served, origin }
    : null;
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
