import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  pgSchema,
  primaryKey,
  real,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';

/**
 * The schema of the empty tables that serve as a pattern: migrations change them, and each
 * refresh copies their shape.
 */
export const TEMPLATE_SCHEMA = 'steamscope_template';

/**
 * The version of the shape and meaning of a data set's tables; raise it whenever either changes. A data set of
 * another format gives no answers: its sources are loaded again.
 */
export const DATA_SET_FORMAT = 6;

/** A column of packed numbers; see `packed-weights.ts`. */
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** The Postgres schema that holds the data set with this number. */
export function dataSetSchema(dataSetId: number): string {
  return `steamscope_data_${dataSetId}`;
}

/**
 * The tables of one data set. Each data set has a Postgres schema of its own. So the next one can be built
 * beside the served one, and a question reads all its figures from the same data set.
 *
 * @param schemaName the schema of the tables: {@link TEMPLATE_SCHEMA}, or one from {@link dataSetSchema}
 */
export function dataSetTables(schemaName: string) {
  const schema = pgSchema(schemaName);

  return {
    /**
     * One row for each game; `id` is Steam's. `recorded` is false where only libraries
     * or reviews mention the game.
     */
    games: schema.table('games', {
      id: integer().primaryKey(),
      name: text().notNull(),
      recorded: boolean().notNull(),
      releaseDate: text('release_date'),
      releaseYear: smallint('release_year'),
      genres: text().array().notNull(),
      tags: text().array().notNull(),
      specs: text().array().notNull(),
      developers: text().array().notNull(),
      publisher: text(),
      /** In US dollars; 0 for a free game, null where the price is not known. */
      price: doublePrecision(),
      earlyAccess: boolean('early_access').notNull(),
      dlc: boolean().notNull(),
    }),

    /**
     * One row for each user. `key` is the program's own number, which keeps the large tables
     * narrow; `userId` is Steam's.
     */
    users: schema.table(
      'users',
      {
        key: integer().primaryKey(),
        userId: text('user_id').notNull(),
        /** The number of games that the user owns, as Steam counts them; null for a user known from reviews alone. */
        itemsCount: integer('items_count'),
        /** Whether the source lists as many games as `itemsCount` says. */
        complete: boolean().notNull(),
      },
      (table) => [index('users_user_id').on(table.userId)],
    ),

    /**
     * One row for each game that a user owns: minutes played in all, and in the two weeks
     * before the crawl (if known).
     */
    library: schema.table(
      'library',
      {
        userKey: integer('user_key').notNull(),
        gameId: integer('game_id').notNull(),
        minutes: integer().notNull(),
        minutesTwoWeeks: integer('minutes_two_weeks'),
      },
      (table) => [primaryKey({ name: 'library_key', columns: [table.userKey, table.gameId] })],
    ),

    /** One row for each review, judged by its text. The text is not kept; `textHash` shows whether it has changed. */
    reviews: schema.table(
      'reviews',
      {
        userKey: integer('user_key').notNull(),
        gameId: integer('game_id').notNull(),
        posted: date().notNull(),
        year: smallint().notNull(),
        /** Whether the review was posted without a year; `year` is then the setting UNDATED_REVIEW_YEAR. */
        yearInferred: boolean('year_inferred').notNull(),
        edited: boolean().notNull(),
        recommend: boolean().notNull(),
        /** VADER's compound score, -1 to 1. */
        compound: real().notNull(),
        /** 0 negative, 1 neutral, 2 positive. */
        sentiment: smallint().notNull(),
        /** 1 to 6: 2 × sentiment + (recommend ? 2 : 1). */
        score: smallint().notNull(),
        words: integer().notNull(),
        funny: integer().notNull(),
        helpful: integer().notNull(),
        rated: integer().notNull(),
        textHash: uuid('text_hash').notNull(),
        /**
         * The language of the text (ISO 639-1); `und` where it is uncertain, null where
         * the text has too few words.
         */
        language: text(),
        /** VADER's compound score with Steam's censored words left in; null where the text has none. */
        compoundCensored: real('compound_censored'),
      },
      (table) => [index('reviews_game').on(table.gameId)],
    ),

    /** Lines and records that were rejected, with the reason. Only their positions are kept, never their content. */
    rejects: schema.table('rejects', {
      source: text().notNull(),
      line: integer().notNull(),
      /** The position of the fault in a line that could not be read, counted from 1; null for other faults. */
      column: integer(),
      /** The wrong field of a line that could be read, such as `items[3].item_id`; null for other faults. */
      path: text(),
      reason: text().notNull(),
    }),

    /**
     * Figures on each column of a raw file, before cleaning. The examples name no person
     * and quote nobody's writing.
     */
    columnProfiles: schema.table(
      'column_profiles',
      {
        source: text().notNull(),
        position: smallint().notNull(),
        /** `price`, or `items.item_id` for a column of the records within a line. */
        column: text().notNull(),
        /** The number of records that could have the column. */
        records: integer().notNull(),
        /** The number of these without a value: absent, `NaN`, null, an empty text or an empty list. */
        missing: integer().notNull(),
        /** The kinds of its values (`text`, `number`, `boolean`, `list`, `record`), the most frequent first. */
        kinds: text().array().notNull(),
        /** The number of different values; null where there are too many to count, and for lists and records. */
        distinctValues: integer('distinct_values'),
        /** The least and the greatest number; null where no value is a number. */
        least: doublePrecision(),
        greatest: doublePrecision(),
        /**
         * The length of the shortest and the longest value: characters of a text, entries of a
         * list; null for other kinds.
         */
        shortest: integer(),
        longest: integer(),
        examples: text().array().notNull(),
      },
      (table) => [primaryKey({ name: 'column_profiles_key', columns: [table.source, table.position] })],
    ),

    /** Rollup: owners, players and minutes played of each game. */
    gamePlay: schema.table('game_play', {
      gameId: integer('game_id').primaryKey(),
      owners: integer().notNull(),
      players: integer().notNull(),
      minutes: bigint({ mode: 'number' }).notNull(),
    }),

    /** Rollup: minutes played in a genre, by the release year of the game. */
    genreYears: schema.table(
      'genre_years',
      {
        genre: text().notNull(),
        releaseYear: smallint('release_year').notNull(),
        games: integer().notNull(),
        minutes: bigint({ mode: 'number' }).notNull(),
      },
      (table) => [primaryKey({ name: 'genre_years_key', columns: [table.genre, table.releaseYear] })],
    ),

    /** Rollup: totals of each genre; `players` counts the users with any time in it. */
    genres: schema.table('genres', {
      genre: text().primaryKey(),
      games: integer().notNull(),
      players: integer().notNull(),
      minutes: bigint({ mode: 'number' }).notNull(),
    }),

    /**
     * Rollup: the users with the most time in each genre, best first, with their minutes by release year. It
     * has the first ten users who may be named, and the hidden users who rank before them, since a hidden user
     * may be named again later.
     */
    genreUsers: schema.table(
      'genre_users',
      {
        genre: text().notNull(),
        rank: smallint().notNull(),
        userId: text('user_id').notNull(),
        minutes: bigint({ mode: 'number' }).notNull(),
        years: smallint().array().notNull(),
        /** The minutes for each of `years`, in the same order. */
        yearMinutes: bigint('year_minutes', { mode: 'number' }).array().notNull(),
      },
      (table) => [primaryKey({ name: 'genre_users_key', columns: [table.genre, table.rank] })],
    ),

    /**
     * Rollup: the numbers of reviews behind the answers about a year. `yearOf` says which year is meant:
     * `reviewed`, the year of the review, or `released`, that of the game's release. `inferred` counts the
     * reviews posted without a year.
     */
    reviewYears: schema.table(
      'review_years',
      {
        yearOf: text('year_of').notNull(),
        year: smallint().notNull(),
        reviews: integer().notNull(),
        inferred: integer().notNull(),
        recommendations: integer().notNull(),
        badReviews: integer('bad_reviews').notNull(),
      },
      (table) => [primaryKey({ name: 'review_years_key', columns: [table.yearOf, table.year] })],
    ),

    /** Rollup: games ranked by the number of recommendations in a year. */
    recommendedGames: schema.table(
      'recommended_games',
      {
        yearOf: text('year_of').notNull(),
        year: smallint().notNull(),
        rank: integer().notNull(),
        gameId: integer('game_id').notNull(),
        name: text().notNull(),
        recommendations: integer().notNull(),
        inferred: integer().notNull(),
      },
      (table) => [
        primaryKey({ name: 'recommended_games_key', columns: [table.yearOf, table.year, table.rank] }),
      ],
    ),

    /** Rollup: developers ranked by the number of bad reviews in a year. `reviews` counts all their reviews of the year. */
    badDevelopers: schema.table(
      'bad_developers',
      {
        yearOf: text('year_of').notNull(),
        year: smallint().notNull(),
        rank: integer().notNull(),
        developer: text().notNull(),
        badReviews: integer('bad_reviews').notNull(),
        reviews: integer().notNull(),
        inferred: integer().notNull(),
      },
      (table) => [
        primaryKey({ name: 'bad_developers_key', columns: [table.yearOf, table.year, table.rank] }),
      ],
    ),

    /**
     * Rollup: the numbers of each developer's reviews by sentiment, and of those that recommend; all zero where
     * no game of theirs has a review.
     */
    developers: schema.table('developers', {
      developer: text().primaryKey(),
      games: integer().notNull(),
      negative: integer().notNull(),
      neutral: integer().notNull(),
      positive: integer().notNull(),
      recommended: integer().notNull(),
    }),

    /** Rollup: the number of recorded games with each tag. */
    tags: schema.table('tags', {
      tag: text().primaryKey(),
      games: integer().notNull(),
    }),

    /** The class of each game, which decides where the game may be shown. */
    gameClasses: schema.table('game_classes', {
      gameId: integer('game_id').primaryKey(),
      /** `game`, or another kind of product: `dlc`, `demo`, `soundtrack` … */
      kind: text().notNull(),
      /** Whether its tags say that it is for adults. */
      adult: boolean().notNull(),
      /** A key that all editions of a game share. */
      edition: text().notNull(),
      /** The keys of its series: two games with a key in common are of one series. */
      series: text().array().notNull(),
    }),

    /**
     * The model that recommends games for a user. The most owned games have a column each in it; each row here
     * holds the packed rows of one of them over all columns.
     */
    userModel: schema.table('user_model', {
      gameId: integer('game_id').primaryKey(),
      column: integer().notNull(),
      /** The numbers of users with a complete library who own the game, and who play it. */
      owners: integer().notNull(),
      players: integer().notNull(),
      /** The weight that owning this game adds to each other game's score (EASE). */
      links: bytea().notNull(),
      /**
       * Fourth powers of chances: the chance that a user plays each other game, given that they play this one
       * (`played`), or own it without playing it (`owned`).
       */
      played: bytea().notNull(),
      owned: bytea().notNull(),
    }),

    /** For each game that a user owns, the games most like it, best first. All arrays have the same order. */
    similarGames: schema.table('similar_games', {
      gameId: integer('game_id').primaryKey(),
      /** The number of users with a complete library who own the game. */
      owners: integer().notNull(),
      gameIds: integer('game_ids').array().notNull(),
      scores: real().array().notNull(),
      /** The likeness of the content of the two games, 0 to 1. */
      likeness: real().array().notNull(),
      /** The number of users who play both games. */
      players: integer().array().notNull(),
    }),

    /** The content of each game that has a record or an owner, by which games are found that are like it. */
    gameContent: schema.table('game_content', {
      gameId: integer('game_id').primaryKey(),
      /** A packed sparse vector. The dot product of two is the likeness of the games, from 0 to little more than 1. */
      content: bytea().notNull(),
    }),
  };
}

/** The tables of one data set, as {@link dataSetTables} returns them. */
export type DataSetTables = ReturnType<typeof dataSetTables>;

const template = dataSetTables(TEMPLATE_SCHEMA);

// The tables are exported one by one, because drizzle-kit writes migrations for the tables that a module exports.
export const templateSchema = pgSchema(TEMPLATE_SCHEMA);
export const {
  games,
  users,
  library,
  reviews,
  rejects,
  columnProfiles,
  gamePlay,
  genreYears,
  genres,
  genreUsers,
  reviewYears,
  recommendedGames,
  badDevelopers,
  developers,
  tags,
  gameClasses,
  userModel,
  similarGames,
  gameContent,
} = template;

/** Sorts text by code point, whatever the server's own collation, so that the order is the same on every server. */
export const CODE_POINT_ORDER = sql.raw('COLLATE "C"');
