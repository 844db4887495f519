/**
 * Loading rows into Postgres: our COPY against `psql \copy` of the same rows as CSV into the same tables, which is the limit
 * (without psql: COPY of that text through postgres.js). Then the whole way of the libraries: unpacked, parsed, checked,
 * loaded.
 *
 *   npm run bench -- loading
 */
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { type Connection, openDatabase } from '../src/database/connection.ts';
import { type CopyValue, copyInto } from '../src/database/driver/copy.ts';
import { migrateDatabase } from '../src/database/migrations.ts';
import { mapSources, type SourceName } from '../src/database/schema/sources.ts';
import { UnnamedGames } from '../src/etl/build/load/games.ts';
import { loadGamesAndLibraries } from '../src/etl/build/load/games-and-libraries.ts';
import { loadLibraries } from '../src/etl/build/load/libraries.ts';
import type { LoadInput } from '../src/etl/build/load/load-input.ts';
import { loadReviewsAndNotes } from '../src/etl/build/load/reviews-and-notes.ts';
import { Users } from '../src/etl/build/load/users.ts';
import { createDataSetSchema } from '../src/etl/publish/data-set-schema.ts';
import { Tally } from '../src/etl/report/tally.ts';
import { CONNECTORS } from '../src/etl/sources/connectors.ts';
import { type Figure, figure } from './harness/figure.ts';
import { DATA, PATHS } from './harness/raw-data.ts';
import { report } from './harness/report.ts';
import { interleave } from './harness/rounds.ts';
import { ratios } from './harness/statistics.ts';

const ROUNDS = 7;
const TABLES = ['library', 'reviews', 'games'] as const;
/** The least number of rows to load. A small sample is repeated, otherwise the figure would be the start of psql alone. */
const LEAST_ROWS = 50_000;

const folder = await mkdtemp(join(tmpdir(), 'steamscope-bench-'));
const database = await openDatabase({ dataFolder: folder });
const { direct, directUrl, answersRole } = database;
const hasPsql = spawnSync('psql', ['--version']).status === 0;
if (!hasPsql) console.log('psql is not installed: COPY through postgres.js takes its place.');
try {
  await migrateDatabase(directUrl, { answersRole });
  await loadOnce();
  const figures: Figure[] = [];
  for (const table of TABLES) figures.push(...(await measure(table)));
  report(DATA, figures);
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}

/** Loads the three files as data set 0, the source of the rows to load. */
async function loadOnce(): Promise<void> {
  await direct.begin(async (sql) => {
    await createDataSetSchema(sql, 0);
    const tallies = mapSources(PATHS, (_, name) => new Tally(name));
    const loading: LoadInput = {
      places: PATHS,
      dataSetId: 0,
      reuse: null,
      tallies,
      onBegin() {},
      records: <Name extends SourceName>(name: Name) => recordsOf(name, tallies[name]),
    };
    await loadReviewsAndNotes(sql, loading, await loadGamesAndLibraries(sql, loading));
  });
}

async function measure(table: (typeof TABLES)[number]): Promise<Figure[]> {
  const source = `steamscope_data_0.${table}`;
  const rows =
    (await direct`select * from ${direct(source)} order by 1, 2`.values()) as unknown as CopyValue[][];
  const columns = (await direct`select * from ${direct(source)} limit 0`).columns.map(({ name }) => name);
  const csv = join(folder, `${table}.csv`);
  const text = await csvOf(source);
  const times = Math.ceil(LEAST_ROWS / rows.length);
  await writeFile(
    csv,
    Array.from({ length: times }, () => text),
  );
  const all = Array.from({ length: times }, () => rows)
    .flat()
    .map(asLoaded);

  const seconds = await interleave(
    {
      ours: () => inFreshTable(table, (sql) => copyRows(sql, table, columns, all)),
      limit: () => (hasPsql ? psqlCopy(table, csv) : inFreshTable(table, (sql) => copyFile(sql, table, csv))),
      whole: table === 'library' ? () => inFreshTable(table, wholeWay) : undefined,
    },
    ROUNDS,
  );
  const limit = hasPsql ? 'psql \\copy' : 'COPY';
  const perSecond = (values: readonly number[]) => values.map((each) => all.length / each);
  return [
    figure(`${table}: time of ours / ${limit}`, '×', ratios(seconds.ours, seconds.limit), { aim: 1.5 }),
    ...(table === 'library' && times === 1
      ? [figure(`${table}: time from the raw file / ${limit}`, '×', ratios(seconds.whole, seconds.limit))]
      : []),
    figure(`${table}: ours, rows`, '/s', perSecond(seconds.ours)),
    figure(`${table}: ${limit}, rows`, '/s', perSecond(seconds.limit)),
  ];
}

/** Reads rows on a connection of their own: postgres.js 3.4 may leave a connection paused for ever after a COPY was read. */
async function csvOf(source: string): Promise<Buffer> {
  const reading = postgres(directUrl, { max: 1 });
  const stream =
    await reading`copy (select * from ${reading(source)} order by 1, 2) to stdout (format csv)`.readable();
  const text = await buffer(stream);
  await reading.end({ timeout: 0 });
  return text;
}

/** Rows in the form in which the loaders hold them: a date is text, as in the file. */
function asLoaded(row: CopyValue[]): CopyValue[] {
  return row.map((value: unknown) =>
    value instanceof Date ? value.toISOString().slice(0, 10) : (value as CopyValue),
  );
}

/** Loads in the transaction that creates the table, as a refresh does: with `wal_level = minimal`, rows are written once. */
async function inFreshTable(table: string, fill: (sql: Connection) => Promise<unknown>): Promise<void> {
  await direct.begin(async (sql) => {
    await sql`create schema bench`;
    await sql`set local search_path = bench`;
    await sql`create table ${sql(table)} (like ${sql(`steamscope_template.${table}`)} including defaults)`;
    await fill(sql);
    await sql`drop schema bench cascade`;
  });
}

async function copyRows(
  sql: Connection,
  table: string,
  columns: string[],
  rows: CopyValue[][],
): Promise<void> {
  await copyInto(sql, table, columns, async (copy) => {
    let count = 0;
    for (const row of rows) {
      // The loader of libraries encodes its narrow rows itself.
      if (table === 'library') copy.addEncoded(`${row[0]}\t${row[1]}\t${row[2]}\t${row[3] ?? '\\N'}`);
      else copy.add(row);
      if (++count % 50 === 0) await copy.flush();
    }
  });
}

function psqlCopy(table: string, csv: string): void {
  const { status, stderr } = spawnSync('psql', [
    directUrl,
    '--no-psqlrc',
    '--quiet',
    '--single-transaction',
    ...['-v', 'ON_ERROR_STOP=1'],
    ...['-c', 'create schema bench'],
    ...['-c', `create table bench.${table} (like steamscope_template.${table} including defaults)`],
    ...['-c', `\\copy bench.${table} from '${csv}' with (format csv)`],
    ...['-c', 'set client_min_messages = warning; drop schema bench cascade'],
  ]);
  if (status !== 0) throw new Error(`psql failed: ${stderr}`);
}

async function copyFile(sql: Connection, table: string, csv: string): Promise<void> {
  await pipeline(createReadStream(csv), await sql`copy ${sql(table)} from stdin (format csv)`.writable());
}

/** Loads the libraries file as a refresh does, without its primary key. */
async function wholeWay(sql: Connection): Promise<void> {
  const tally = new Tally('libraries');
  await loadLibraries(sql, recordsOf('libraries', tally), tally, {
    users: new Users(),
    unnamed: new UnnamedGames({ named: new Set(), nameless: new Map() }),
    buildKey: async () => void (await sql`alter table library add primary key (user_key, game_id)`),
  });
}

function recordsOf<Name extends SourceName>(name: Name, tally: Tally) {
  return CONNECTORS[name].records(PATHS[name], { tally, undatedReviewYear: 2016 });
}
