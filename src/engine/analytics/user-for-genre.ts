import { and, asc, desc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { mayBeNamed } from '../../database/hidden-users.ts';
import { CODE_POINT_ORDER } from '../../database/schema/data-set.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { QuestionError } from '../data-set/question-error.ts';
import { genreTotalsOf } from './genres.ts';
import type { HoursOfYear } from './playtime-genre.ts';
import { resolveGenre } from './resolve-name.ts';

export interface UserForGenreAnswer {
  genre: string;
  userId: string;
  /** The user's hours in the genre. */
  hours: number;
  /** The same by release year of the games, descending; years without hours are left out. */
  byReleaseYear: HoursOfYear[];
  restsOn: { players: number; hours: number };
}

/** Who has played a genre most: their minutes, and those in each of the years. */
interface BestUser {
  userId: string;
  minutes: number;
  years: number[];
  yearMinutes: number[];
}

/**
 * The user with the most hours played in a genre, of those who may be named.
 *
 * @throws QuestionError where there is no such genre, or nobody has played it
 */
export async function userForGenre(
  dataSet: DataSet,
  options: { genre: string },
): Promise<UserForGenreAnswer> {
  const genre = await resolveGenre(dataSet, options.genre);
  const [totals, [kept]] = await Promise.all([
    genreTotalsOf(dataSet),
    bestOfKept(dataSet).execute({ genre }),
  ]);
  const total = totals.get(genre);
  const best: BestUser | undefined = kept ?? (total?.players ? await bestOfAll(dataSet, genre) : undefined);
  if (total === undefined || best === undefined) throw new QuestionError('no-hours-in-genre', { genre });
  return {
    genre,
    userId: best.userId,
    hours: best.minutes / 60,
    byReleaseYear: best.years.map((year, index) => ({ year, hours: best.yearMinutes[index]! / 60 })),
    restsOn: { players: total.players, hours: total.minutes / 60 },
  };
}

const bestOfKept = perDataSet(({ database, tables: { genreUsers } }) =>
  database
    .select()
    .from(genreUsers)
    .where(and(eq(genreUsers.genre, sql.placeholder('genre')), mayBeNamed(database, genreUsers.userId)))
    .orderBy(asc(genreUsers.rank))
    .limit(1)
    .prepare('best_of_kept'),
);

/** From the libraries themselves, which takes a second: where all who are kept were hidden after the last refresh. */
async function bestOfAll(
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
