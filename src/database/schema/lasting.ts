import { integer, jsonb, pgSchema, real, serial, text, timestamp } from 'drizzle-orm/pg-core';
import type { PerSource, SourceName } from './sources.ts';

/** The schema of the tables that no refresh replaces. */
export const LASTING_SCHEMA = 'steamscope';
export const lastingSchema = pgSchema(LASTING_SCHEMA);

/** Figures on a data set as a whole. They are stored with it, and shown under every answer. */
export interface DataSetSummary {
  /** Whether the data is the sample that this project's generator made up; every answer from it has to say so. */
  invented: boolean;
  games: number;
  users: number;
  libraryRows: number;
  reviews: number;
  /** The number of `reviews` that were posted without a year. */
  inferredReviews: number;
  /** The days of the first and the last review, as `YYYY-MM-DD`; null without reviews. */
  span: { from: string; to: string } | null;
  /** The numbers of rejected lines and records, by reason. */
  rejected: Record<string, number>;
}

/** Counts of the lines and records of one source. They are stored with the data set. */
export interface SourceTally {
  lines: number;
  blankLines: number;
  records: number;
  rejectedLines: number;
  rejectedRecords: number;
  /** The numbers of rejected lines and records, by reason. */
  reasons: Record<string, number>;
  /** The number of times that each cleaning rule was applied. */
  rules: Record<string, number>;
}

/**
 * The inputs that a data set was made from, so that a refresh rebuilds only the parts that
 * would differ. Texts are hashes.
 */
export interface DataSetOrigin {
  /** The SHA-256 of each source's file, as it was read (packed or plain). */
  files: PerSource<string>;
  /** The setting UNDATED_REVIEW_YEAR, on which the rows of reviews depend. */
  undatedReviewYear: number;
  /**
   * The version of the code that made the data set, by stage; `whole` is all of it. Early
   * versions stored one text instead.
   */
  code: Readonly<Record<string, string>>;
  /** A hash of the inputs of the models. */
  models: string;
  /** The number of users in the libraries source. They have the lowest keys, from 0. */
  libraryUsers: number;
  tallies: PerSource<SourceTally>;
}

/**
 * Every data set that was ever built. The tables of each are in the schema
 * `steamscope_data_<id>` until they are dropped.
 */
export const dataSets = lastingSchema.table('data_sets', {
  id: serial().primaryKey(),
  format: integer().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  publishedAt: timestamp('published_at', { withTimezone: true }),
  /** The time when another data set was published in its place. */
  replacedAt: timestamp('replaced_at', { withTimezone: true }),
  summary: jsonb().$type<DataSetSummary>(),
  origin: jsonb().$type<DataSetOrigin>(),
});

/** The served data set: one row. Publishing a data set means to change this row. */
export const servedDataSet = lastingSchema.table('served_data_set', {
  /** Always 1. */
  singleton: integer().primaryKey().default(1),
  dataSetId: integer('data_set_id')
    .notNull()
    .references(() => dataSets.id),
});

/** A reason why the gate makes a new data set wait for a moderator. */
export type Concern =
  /** More than a tenth of the served data set's rows of one kind are gone. */
  | { kind: 'lost'; what: 'games' | 'users' | 'libraryRows' | 'reviews'; before: number; after: number }
  /**
   * More of a source was rejected than allowed. `share` and `most`, the allowed share, are 0 to 1. `first` has
   * the positions and reasons of the first rejects, never their content.
   */
  | { kind: 'rejected'; source: SourceName; share: number; most: number; first: string[] };

/** The data set that waits for a moderator to publish or drop it: one row at most. */
export const waitingDataSet = lastingSchema.table('waiting_data_set', {
  /** Always 1. */
  singleton: integer().primaryKey().default(1),
  dataSetId: integer('data_set_id')
    .notNull()
    .references(() => dataSets.id),
  concerns: jsonb().$type<Concern[]>().notNull(),
});

/**
 * The state of a refresh: `running`, or how it ended. The next refresh marks an entry as `killed` when that
 * still says `running`.
 */
export type RefreshState =
  | 'running'
  | 'published'
  | 'unchanged'
  | 'waiting'
  | 'failed'
  | 'cancelled'
  | 'killed';

/** The log of refreshes, one row each. */
export const refreshes = lastingSchema.table('refreshes', {
  id: serial().primaryKey(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
  outcome: text().$type<RefreshState>().notNull(),
  /**
   * The Discord id of the moderator who started it, or `terminal`, `schedule`, `start`. The id becomes
   * `moderator` when the refresh has ended, or when the moderator is erased. Null in rows of older versions.
   */
  startedBy: text('started_by'),
  /** The current phase, or the one in which the refresh ended. */
  phase: text(),
  /** The share that is done, 0 to 1. */
  progress: real(),
  dataSetId: integer('data_set_id').references(() => dataSets.id),
  /** The counts of loaded and rejected records, and the times; see `src/etl/publish/refresh-report.ts`. */
  report: jsonb(),
});

/**
 * The last moment of the schedule that a process has claimed, so that no other process acts
 * on it too: one row at most.
 */
export const scheduleClaim = lastingSchema.table('schedule_claim', {
  /** Always 1. */
  singleton: integer().primaryKey().default(1),
  dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
});
