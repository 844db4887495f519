import { integer, jsonb, pgSchema, serial, text, timestamp } from 'drizzle-orm/pg-core';

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

/** Every data set that was ever started. Its tables are in the schema `steamscope_data_<id>`. */
export const dataSets = lastingSchema.table('data_sets', {
  id: serial().primaryKey(),
  format: integer().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  publishedAt: timestamp('published_at', { withTimezone: true }),
  summary: jsonb().$type<DataSetSummary>(),
});

/** One row: the data set that answers. Publishing is changing it. */
export const servedDataSet = lastingSchema.table('served_data_set', {
  /** Always 1. */
  singleton: integer().primaryKey().default(1),
  dataSetId: integer('data_set_id')
    .notNull()
    .references(() => dataSets.id),
});

/** The log of refreshes. */
export const refreshes = lastingSchema.table('refreshes', {
  id: serial().primaryKey(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
  /** `running`, `published`, `failed`, or `killed`: what the next refresh finds still `running`. */
  outcome: text().notNull(),
  dataSetId: integer('data_set_id').references(() => dataSets.id),
  /** What was read, what was left out and how long it took; see the ETL's report. */
  report: jsonb(),
});

/** Who did what with the data, and when. */
export const moderatorActions = lastingSchema.table('moderator_actions', {
  id: serial().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** Discord's id of the person. */
  by: text().notNull(),
  /** The server in which they did it. */
  guildId: text('guild_id'),
  action: text().$type<'refresh' | 'cancel'>().notNull(),
});

/** Steam users who have asked never to be named. */
export const hiddenUsers = lastingSchema.table('hidden_users', {
  /** Steam's id, as the data has it; it need not be in the data. */
  userId: text('user_id').primaryKey(),
  hiddenAt: timestamp('hidden_at', { withTimezone: true }).notNull().defaultNow(),
});

/** Servers of which something is kept, and that the bot is not in any more. */
export const leftGuilds = lastingSchema.table('left_guilds', {
  guildId: text('guild_id').primaryKey(),
  /** When it was noticed. */
  leftAt: timestamp('left_at', { withTimezone: true }).notNull().defaultNow(),
});
