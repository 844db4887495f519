import { and, asc, desc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { mayBeNamed } from '../../database/hidden-users.ts';
import { CODE_POINT_ORDER } from '../../database/schema/data-set.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { QuestionError } from '../data-set/question-error.ts';
import { genreTotalsOf } from './genres.ts';
import type { HoursOfYear } from './playtime-genre.ts';
import { resolveGenre } from './resolve-name.ts';

/** The answer of {@link userForGenre}. */
export interface UserForGenreAnswer {
  genre: string;
  userId: string;
  /** The user's hours in the genre. */
  hours: number;
  /** These hours by release year of the games, descending. Years without hours are left out. */
  byReleaseYear: HoursOfYear[];
  /** Users who have played any game of the genre, their hours in all of them, and the last release year of these games. */
  restsOn: { players: number; hours: number; gamesEnd: number | null };
}

/** The user with the most time in a genre. */
interface BestUser {
  userId: string;
  minutes: number;
  /** Release years of the games, descending. */
  years: number[];
  /** Minutes in the games of each of `years`. */
  yearMinutes: number[];
}

/**
 * The user with the most hours played in a genre, among the users who may be named.
 *
 * @throws QuestionError where there is no such genre, or nobody has played it
 */
export async function userForGenre(
  dataSet: DataSet,
  options: { genre: string },
): Promise<UserForGenreAnswer> {
  const genre = await resolveGenre(dataSet, options.genre);
  const [totals, [ofRollup]] = await Promise.all([
    genreTotalsOf(dataSet),
    bestOfRollup(dataSet).execute({ genre }),
  ]);
  const total = totals.get(genre);
  const best: BestUser | undefined =
    ofRollup ?? (total?.players ? await bestOfLibraries(dataSet, genre) : undefined);
  if (total === undefined || best === undefined) throw new QuestionError('no-hours-in-genre', { genre });
  return {
    genre,
    userId: best.userId,
    hours: best.minutes / 60,
    byReleaseYear: best.years.map((year, index) => ({ year, hours: best.yearMinutes[index]! / 60 })),
    restsOn: { players: total.players, hours: total.minutes / 60, gamesEnd: total.gamesEnd },
  };
}

/** The first user of the genre's rollup who may be named. */
const bestOfRollup = perDataSet(({ database, tables: { genreUsers } }) =>
  database
    .select()
    .from(genreUsers)
    .where(and(eq(genreUsers.genre, sql.placeholder('genre')), mayBeNamed(database, genreUsers.userId)))
    .orderBy(asc(genreUsers.rank))
    .limit(1)
    .prepare('best_of_rollup'),
);

/**
 * Reads the user from the libraries themselves. This takes a second, and is only needed when every user of
 * the rollup was hidden after the last refresh.
 */
async function bestOfLibraries(
  { database, tables: { games, library, users } }: DataSet,
  genre: string,
): Promise<BestUser | undefined> {
  const minutes = sql`sum(${library.minutes}::bigint)`.mapWith(Number);
  const counts = and(
    sql`${genre} = any(${games.genres})`,
    isNotNull(games.releaseYear),
    gt(library.minutes, 0),
  );
  const [best] = await database
    .select({ key: users.key, userId: users.userId, minutes })
    .from(library)
    .innerJoin(games, eq(games.id, library.gameId))
    .innerJoin(users, eq(users.key, library.userKey))
    .where(and(counts, mayBeNamed(database, users.userId)))
    .groupBy(users.key, users.userId)
    .orderBy(desc(minutes), sql`${users.userId} ${CODE_POINT_ORDER}`)
    .limit(1);
  if (best === undefined) return undefined;
  const years = await database
    .select({ year: games.releaseYear, minutes })
    .from(library)
    .innerJoin(games, eq(games.id, library.gameId))
    .where(and(counts, eq(library.userKey, best.key)))
    .groupBy(games.releaseYear)
    .orderBy(desc(games.releaseYear));
  return {
    userId: best.userId,
    minutes: best.minutes,
    years: years.map(({ year }) => year!),
    yearMinutes: years.map((each) => each.minutes),
  };
}
