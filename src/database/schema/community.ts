import { serial, text, timestamp } from 'drizzle-orm/pg-core';
import { lastingSchema } from './lasting.ts';

/**
 * The tables that members and moderators change. Each has its file in `src/community`, which says whose data it holds and how
 * that is exported, erased and backed up.
 */

/** What moderators can do with the data. */
export type ModeratorDeed = 'refresh' | 'cancel' | 'publish' | 'drop';

/** What moderators did with the data, and when. */
export const moderatorActions = lastingSchema.table('moderator_actions', {
  id: serial().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** Discord's id of the person. */
  by: text().notNull(),
  /** The server in which they did it. */
  guildId: text('guild_id'),
  action: text().$type<ModeratorDeed>().notNull(),
});

/** Steam users that no answer names. */
export const hiddenUsers = lastingSchema.table('hidden_users', {
  /** Steam's id, as the data has it; it need not be in the data. */
  userId: text('user_id').primaryKey(),
  hiddenAt: timestamp('hidden_at', { withTimezone: true }).notNull().defaultNow(),
});

/** Servers that have removed the bot while something of theirs is kept. */
export const leftGuilds = lastingSchema.table('left_guilds', {
  guildId: text('guild_id').primaryKey(),
  /** When it was noticed. */
  leftAt: timestamp('left_at', { withTimezone: true }).notNull().defaultNow(),
});
