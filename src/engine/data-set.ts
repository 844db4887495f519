import { asc, gt, gte, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { PublishWatch } from '../database/publish-watch.ts';
import {
  DATA_SET_FORMAT,
  type DataSetTables,
  dataSetSchema,
  dataSetTables,
} from '../database/schema/data-set.ts';
import type { DataSetSummary } from '../database/schema/lasting.ts';
import { findServedDataSet, type ServedDataSet } from '../database/served-data-set.ts';
import { atOnce, inTurns } from './in-turns.ts';
import { KeptAnswers } from './kept-answers.ts';
import { QuestionError } from './question-error.ts';
import { readCatalogue } from './read-catalogue.ts';
import { readOnce } from './read-once.ts';
import { ContentSearch } from './recommender/content-candidates.ts';
import { ModelRows, readUserScorer } from './recommender/read-library.ts';
import type { UserScorer } from './recommender/user-scores.ts';
import { NameIndex } from './search/name-index.ts';

export type { DataSetSummary };

/** One data set, from which a question is answered throughout. */
export class DataSet {
  readonly id: number;
  readonly publishedAt: Date;
  readonly summary: DataSetSummary;
  readonly tables: DataSetTables;
  readonly database: PostgresJsDatabase;
  #contentSearch: ContentSearch | undefined;
  readonly modelRows = new ModelRows(this);
  /** Of this data set alone: they go with it. */
  readonly answers = new KeptAnswers();

  constructor(database: PostgresJsDatabase, served: ServedDataSet) {
    this.id = served.id;
    this.publishedAt = served.publishedAt;
    this.summary = served.summary;
    this.tables = dataSetTables(dataSetSchema(served.id));
    this.database = database;
  }

  /** Every genre that has an answer, and what its answers rest on, read once. */
  readonly genreTotals = readOnce(async () => {
    const { genres } = this.tables;
    const rows = await this.database
      .select()
      .from(genres)
      .where(gt(genres.games, 0))
      .orderBy(asc(genres.genre));
    return new Map(rows.map((row) => [row.genre, row]));
  });

  /** The names of those genres. */
  readonly genres = readOnce(async () => {
    const totals = [...(await this.genreTotals()).values()];
    return atOnce(NameIndex.build(totals.map(({ genre, players }) => ({ name: genre, weight: players }))));
  });

  /** Every year that has reviews, and what its answers rest on, by year; read once. */
  readonly reviewYears = readOnce(async () => {
    const { reviewYears } = this.tables;
    return this.database
      .select()
      .from(reviewYears)
      .where(gte(reviewYears.reviews, 0))
      .orderBy(asc(reviewYears.year));
  });

  /** Every developer of a recorded game, read once. */
  readonly developers = readOnce(async () => {
    const { developers } = this.tables;
    const rows = await this.database
      .select({
        name: developers.developer,
        weight: sql<number>`${developers.negative} + ${developers.neutral} + ${developers.positive}`,
      })
      .from(developers)
      .where(gt(developers.games, 0))
      .orderBy(asc(developers.developer));
    return inTurns(NameIndex.build(rows));
  });

  /** Every game, read once. */
  readonly catalogue = readOnce(() => readCatalogue(this));

  /** What libraries are scored with, read once. */
  readonly userScorer = readOnce((): Promise<UserScorer> => readUserScorer(this));

  /** Finds games by content; its worker is started by the first that needs it. */
  contentSearch(): ContentSearch {
    this.#contentSearch ??= new ContentSearch(this);
    return this.#contentSearch;
  }

  /** Reads what many questions need, before anybody asks: the names first, as people type before they ask. */
  async readAhead(): Promise<void> {
    await Promise.all([this.catalogue(), this.genres(), this.developers()]);
    await this.modelRows.readAhead();
    await this.contentSearch().readAhead();
  }

  /** Ends what works for this data set. Questions that are being answered from it may fail. */
  async close(): Promise<void> {
    await this.#contentSearch?.close();
  }
}

/** What is being answered from a data set when another one is published has so long to end. */
const LAST_ANSWERS_MS = 60_000;

/** The data set that is being served, and what was read of it so far. */
export class DataSets {
  readonly #database: PostgresJsDatabase;
  readonly #watch: Pick<PublishWatch, 'served'> | null;
  #current: DataSet | undefined;

  /** @param watch hears which one it is; without one it is looked for with every question */
  constructor(database: PostgresJsDatabase, watch: Pick<PublishWatch, 'served'> | null = null) {
    this.#database = database;
    this.#watch = watch;
  }

  /**
   * The data set that is being served at this moment.
   *
   * @throws QuestionError `no-data-set` where none was published in this program's format yet
   */
  async current(): Promise<DataSet> {
    const before = this.#current;
    if (before !== undefined && before.id === this.#watch?.served) return before;
    const served = await findServedDataSet(this.#database);
    if (served === null || served.format !== DATA_SET_FORMAT) throw new QuestionError('no-data-set', {});
    return this.#make(served);
  }

  #make(served: ServedDataSet): DataSet {
    const before = this.#current;
    if (before?.id === served.id) return before;
    this.#current = new DataSet(this.#database, served);
    if (before !== undefined) setTimeout(() => void before.close(), LAST_ANSWERS_MS).unref();
    return this.#current;
  }
}
