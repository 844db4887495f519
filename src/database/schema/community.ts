import { serial, text, timestamp } from 'drizzle-orm/pg-core';
import { lastingSchema } from './lasting.ts';

/**
 * The tables that members and moderators change. The file of each in `src/community` says whose data the table
 * holds, and how that data is exported, erased and backed up.
 */

/** An action of a moderator on the data, through `/admin`. */
export type ModeratorDeed = 'refresh' | 'cancel' | 'publish' | 'drop';

/** The log of moderators' actions. */
export const moderatorActions = lastingSchema.table('moderator_actions', {
  id: serial().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** The moderator's Discord id. */
  by: text().notNull(),
  /** The Discord id of the server in which the action was taken. */
  guildId: text('guild_id'),
  action: text().$type<ModeratorDeed>().notNull(),
});

/** Steam users whom no answer may name. */
export const hiddenUsers = lastingSchema.table('hidden_users', {
  /** The user's Steam id, spelt as in the data. It need not occur in the served data set. */
  userId: text('user_id').primaryKey(),
  hiddenAt: timestamp('hidden_at', { withTimezone: true }).notNull().defaultNow(),
});

/** Servers that have removed the bot while rows about them are still kept. */
export const leftGuilds = lastingSchema.table('left_guilds', {
  guildId: text('guild_id').primaryKey(),
  /** The time when the removal was noticed. */
  leftAt: timestamp('left_at', { withTimezone: true }).notNull().defaultNow(),
});
