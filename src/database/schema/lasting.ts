import { integer, jsonb, pgSchema, real, serial, text, timestamp } from 'drizzle-orm/pg-core';
import type { PerSource, SourceName } from './sources.ts';

/** Where everything lives that no refresh replaces. */
export const LASTING_SCHEMA = 'steamscope';
export const lastingSchema = pgSchema(LASTING_SCHEMA);

/** What is known of a data set as a whole; kept with it and shown under every answer. */
export interface DataSetSummary {
  /** Made up by this project's own generator, and to be called so wherever it is answered from. */
  invented: boolean;
  games: number;
  users: number;
  libraryRows: number;
  reviews: number;
  /** Of `reviews`, those whose year is not written in them. */
  inferredReviews: number;
  /** Days of the first and the last review, as `YYYY-MM-DD`; null without reviews. */
  span: { from: string; to: string } | null;
  /** Lines and records left out, by reason. */
  rejected: Record<string, number>;
}

/** What was read of one raw file, as it is kept with the data set. */
export interface SourceTally {
  lines: number;
  blankLines: number;
  records: number;
  rejectedLines: number;
  rejectedRecords: number;
  /** Lines and records left out, by reason. */
  reasons: Record<string, number>;
  /** How often each cleaning rule was used. */
  rules: Record<string, number>;
}

/** What a data set was made from, so that a refresh makes again only what would be different. Texts are hashes. */
export interface DataSetOrigin {
  /** SHA-256 of the file of each source, as it lay there. */
  files: PerSource<string>;
  /** The settings that the rows depend on. */
  undatedReviewYear: number;
  /** The version of the code that made it: of all, and of each stage. Older versions of the program wrote one text. */
  code: Readonly<Record<string, string>>;
  /** What the models were fitted on. */
  models: string;
  /** Users that the libraries file names; they have the first keys. */
  libraryUsers: number;
  tallies: PerSource<SourceTally>;
}

/** Every data set that was ever built. Its tables are in the schema `steamscope_data_<id>`. */
export const dataSets = lastingSchema.table('data_sets', {
  id: serial().primaryKey(),
  format: integer().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  publishedAt: timestamp('published_at', { withTimezone: true }),
  /** When another one was published instead. */
  replacedAt: timestamp('replaced_at', { withTimezone: true }),
  summary: jsonb().$type<DataSetSummary>(),
  origin: jsonb().$type<DataSetOrigin>(),
});

/** One row: the data set that answers. Publishing is changing it. */
export const servedDataSet = lastingSchema.table('served_data_set', {
  /** Always 1. */
  singleton: integer().primaryKey().default(1),
  dataSetId: integer('data_set_id')
    .notNull()
    .references(() => dataSets.id),
});

/** Something about a data set for which it is not published by itself. */
export type Concern =
  /** It has lost more than a tenth. */
  | { kind: 'lost'; what: 'games' | 'users' | 'libraryRows' | 'reviews'; before: number; after: number }
  /** So much, 0 to 1, of a file was rejected, more than `most`; `first`: where and why, never what it says. */
  | { kind: 'rejected'; source: SourceName; share: number; most: number; first: string[] };

/** One row at most: the data set that waits until somebody publishes or drops it. */
export const waitingDataSet = lastingSchema.table('waiting_data_set', {
  /** Always 1. */
  singleton: integer().primaryKey().default(1),
  dataSetId: integer('data_set_id')
    .notNull()
    .references(() => dataSets.id),
  concerns: jsonb().$type<Concern[]>().notNull(),
});

/** How a refresh can end, and `running`; `killed` is what the next one finds still `running`. */
export type RefreshState =
  | 'running'
  | 'published'
  | 'unchanged'
  | 'waiting'
  | 'failed'
  | 'cancelled'
  | 'killed';

/** The log of refreshes. */
export const refreshes = lastingSchema.table('refreshes', {
  id: serial().primaryKey(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
  outcome: text().$type<RefreshState>().notNull(),
  /** Discord's id of who started it, `terminal`, `schedule` or `start`; null in what older versions wrote. */
  startedBy: text('started_by'),
  /** The phase that it is in, or ended in. */
  phase: text(),
  /** How far it is, 0 to 1. */
  progress: real(),
  dataSetId: integer('data_set_id').references(() => dataSets.id),
  /** What was read, what was left out and how long it took; see the ETL's report. */
  report: jsonb(),
});

/** One row at most: the moment of the schedule that some process has taken for its own, so that no other does. */
export const scheduleClaim = lastingSchema.table('schedule_claim', {
  /** Always 1. */
  singleton: integer().primaryKey().default(1),
  dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
});
