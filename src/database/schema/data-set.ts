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

/** The empty tables that every data set is made after; migrations change them, a refresh copies their shape. */
export const TEMPLATE_SCHEMA = 'steamscope_template';

/**
 * Goes up when the meaning or shape of a data set's tables changes: a data set of another format is not
 * answered from, but loaded again from its sources.
 */
export const DATA_SET_FORMAT = 4;

/** Packed numbers; see `packed-weights.ts`. */
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** The Postgres schema that holds the data set with this number. */
export function dataSetSchema(dataSetId: number): string {
  return `steamscope_data_${dataSetId}`;
}

/**
 * The tables of one data set. Each data set lives in a schema of its own, so that the next one can be
 * built beside the one that is being served, and a question is answered from one of them throughout.
 *
 * @param schemaName the schema they are in: {@link TEMPLATE_SCHEMA}, or one from {@link dataSetSchema}
 */
export function dataSetTables(schemaName: string) {
  const schema = pgSchema(schemaName);

  return {
    /** One game by id; `recorded` is false where only libraries or reviews speak of it. */
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
      /** US dollars; 0 for what is free. */
      price: doublePrecision(),
      earlyAccess: boolean('early_access').notNull(),
      dlc: boolean().notNull(),
    }),

    /** `key` is a number of ours, so that the large tables stay narrow; `userId` is Steam's. */
    users: schema.table(
      'users',
      {
        key: integer().primaryKey(),
        userId: text('user_id').notNull(),
        /** Games owned as Steam counts them; null for someone who is only known from reviews. */
        itemsCount: integer('items_count'),
        /** Whether the whole library is here. */
        complete: boolean().notNull(),
      },
      (table) => [index('users_user_id').on(table.userId)],
    ),

    /** Who owns what; minutes played in all, and in the two weeks before the crawl where that is known. */
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

    /** A judged review. Its text is not kept: `textHash` tells whether it is the same text as before. */
    reviews: schema.table(
      'reviews',
      {
        userKey: integer('user_key').notNull(),
        gameId: integer('game_id').notNull(),
        posted: date().notNull(),
        year: smallint().notNull(),
        /** The review was posted without a year, and `year` is the crawl's. */
        yearInferred: boolean('year_inferred').notNull(),
        edited: boolean().notNull(),
        recommend: boolean().notNull(),
        /** VADER's compound, -1 to 1. */
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
        /** The language that its text is in (ISO 639-1), `und` where that cannot be told; null for too few words. */
        language: text(),
        /** VADER's compound with the words that Steam has censored left in; null where there are none. */
        compoundCensored: real('compound_censored'),
      },
      (table) => [index('reviews_game').on(table.gameId)],
    ),

    /** Lines and records that were not loaded, and why. Positions only, never what they say. */
    rejects: schema.table('rejects', {
      source: text().notNull(),
      line: integer().notNull(),
      /** 1-based, where the line could not be read. */
      column: integer(),
      /** The field that is wrong, such as `items[3].item_id`, where the line could be read. */
      path: text(),
      reason: text().notNull(),
    }),

    /** What a column of a raw file was like before it was cleaned. Examples name no person and hold nothing that one wrote. */
    columnProfiles: schema.table(
      'column_profiles',
      {
        source: text().notNull(),
        position: smallint().notNull(),
        /** `price`, or `items.item_id` for a column of the records within a line. */
        column: text().notNull(),
        /** Records that could have it. */
        records: integer().notNull(),
        /** Of those, without it, or with `NaN`, null, an empty text or an empty list. */
        missing: integer().notNull(),
        /** `text`, `number`, `boolean`, `list`, `record`; the most frequent first. */
        kinds: text().array().notNull(),
        /** Null where there are too many to tell apart, and for lists. */
        distinctValues: integer('distinct_values'),
        /** The least and the greatest number. */
        least: doublePrecision(),
        greatest: doublePrecision(),
        /** Characters of texts, or entries of lists. */
        shortest: integer(),
        longest: integer(),
        examples: text().array().notNull(),
      },
      (table) => [primaryKey({ name: 'column_profiles_key', columns: [table.source, table.position] })],
    ),

    /** Rollup: what a game has in players and play. */
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

    /** Rollup: a genre as a whole; `players` are the users with any time in it. */
    genres: schema.table('genres', {
      genre: text().primaryKey(),
      games: integer().notNull(),
      players: integer().notNull(),
      minutes: bigint({ mode: 'number' }).notNull(),
    }),

    /**
     * Rollup: the users with the most time in a genre, best first, with their years: the first ten who may be named, and who
     * was hidden before them.
     */
    genreUsers: schema.table(
      'genre_users',
      {
        genre: text().notNull(),
        rank: smallint().notNull(),
        userId: text('user_id').notNull(),
        minutes: bigint({ mode: 'number' }).notNull(),
        years: smallint().array().notNull(),
        /** Minutes in each of `years`. */
        yearMinutes: bigint('year_minutes', { mode: 'number' }).array().notNull(),
      },
      (table) => [primaryKey({ name: 'genre_users_key', columns: [table.genre, table.rank] })],
    ),

    /** Rollup: the reviews behind a year's answers; `yearOf` is `reviewed` or `released`. */
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

    /** Rollup: games by number of recommendations in a year. */
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

    /** Rollup: developers by number of bad reviews in a year. */
    badDevelopers: schema.table(
      'bad_developers',
      {
        yearOf: text('year_of').notNull(),
        year: smallint().notNull(),
        rank: integer().notNull(),
        developer: text().notNull(),
        badReviews: integer('bad_reviews').notNull(),
        inferred: integer().notNull(),
      },
      (table) => [
        primaryKey({ name: 'bad_developers_key', columns: [table.yearOf, table.year, table.rank] }),
      ],
    ),

    /** Rollup: a developer's reviews by sentiment; all zero for one whose games nobody has reviewed. */
    developers: schema.table('developers', {
      developer: text().primaryKey(),
      games: integer().notNull(),
      negative: integer().notNull(),
      neutral: integer().notNull(),
      positive: integer().notNull(),
    }),

    /** Rollup: the tags of recorded games, and how many have each. */
    tags: schema.table('tags', {
      tag: text().primaryKey(),
      games: integer().notNull(),
    }),

    /** What each game is, for those who choose what is shown. */
    gameClasses: schema.table('game_classes', {
      gameId: integer('game_id').primaryKey(),
      /** `game`, or what it is instead: `dlc`, `demo`, `soundtrack` … */
      kind: text().notNull(),
      /** Tagged as for adults. */
      adult: boolean().notNull(),
      /** What all editions of a game have in common. */
      edition: text().notNull(),
      /** Two games that share one are of one series. */
      series: text().array().notNull(),
    }),

    /** The model of games for a user: a column each for the most owned games, with its packed rows over all columns. */
    userModel: schema.table('user_model', {
      gameId: integer('game_id').primaryKey(),
      column: integer().notNull(),
      /** Users with a complete library who own it, and who play it. */
      owners: integer().notNull(),
      players: integer().notNull(),
      /** What having it adds to each game. */
      links: bytea().notNull(),
      /** The fourth power of the chance that who plays it plays each game, and the same for who only owns it. */
      played: bytea().notNull(),
      owned: bytea().notNull(),
    }),

    /** The games most like a game that somebody has, best first; every array has the same order. */
    similarGames: schema.table('similar_games', {
      gameId: integer('game_id').primaryKey(),
      /** Users with a complete library who have it. */
      owners: integer().notNull(),
      gameIds: integer('game_ids').array().notNull(),
      scores: real().array().notNull(),
      /** What those that are shown are ordered by. */
      displayScores: real('display_scores').array().notNull(),
      /** Users who play both. */
      players: integer().array().notNull(),
    }),

    /** Where a recorded game lies among all by who would play it: packed numbers, the most telling first. */
    gamePlaces: schema.table('game_places', {
      gameId: integer('game_id').primaryKey(),
      /** By content alone: where a question starts. */
      predicted: bytea().notNull(),
      /** By play too, the more the more own it: what is found. */
      placed: bytea().notNull(),
      /** The packed vector of its content, of length 1. */
      content: bytea().notNull(),
      /** Users with a complete library who own it. */
      owners: integer().notNull(),
    }),
  };
}

/** The tables of one data set, as {@link dataSetTables} gives them. */
export type DataSetTables = ReturnType<typeof dataSetTables>;

const template = dataSetTables(TEMPLATE_SCHEMA);

// Named exports, because drizzle-kit makes migrations of the tables that a module exports.
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
  gamePlaces,
} = template;

/** Orders text by code point whatever the server's own collation: ties are the same everywhere. */
export const CODE_POINT_ORDER = sql.raw('COLLATE "C"');
