import { and, eq } from 'drizzle-orm';
import type { DataSet } from '../data-set.ts';
import { QuestionError } from '../question-error.ts';
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

/**
 * The user with the most hours played in a genre.
 *
 * @throws QuestionError where there is no such genre, or nobody has played it
 */
export async function userForGenre(
  dataSet: DataSet,
  options: { genre: string },
): Promise<UserForGenreAnswer> {
  const genre = await resolveGenre(dataSet, options.genre);
  const { genreUsers, genres } = dataSet.tables;
  const [[total], [best]] = await Promise.all([
    dataSet.database.select().from(genres).where(eq(genres.genre, genre)),
    dataSet.database
      .select()
      .from(genreUsers)
      .where(and(eq(genreUsers.genre, genre), eq(genreUsers.rank, 1))),
  ]);
  if (total === undefined || best === undefined) throw new QuestionError('no-hours-in-genre', { genre });
  return {
    genre,
    userId: best.userId,
    hours: best.minutes / 60,
    byReleaseYear: best.years.map((year, index) => ({ year, hours: best.yearMinutes[index]! / 60 })),
    restsOn: { players: total.players, hours: total.minutes / 60 },
  };
}
