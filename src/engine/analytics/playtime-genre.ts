import { asc, eq, sql } from 'drizzle-orm';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { QuestionError } from '../data-set/question-error.ts';
import { genreTotalsOf } from './genres.ts';
import { resolveGenre } from './resolve-name.ts';

/** Hours played in the games of one release year. */
export interface HoursOfYear {
  year: number;
  hours: number;
}

/** The answer of {@link playtimeGenre}. */
export interface PlaytimeGenreAnswer {
  genre: string;
  /** The release year with the most hours played; the earliest of several with the same hours. */
  releaseYear: number;
  /** Hours played in the genre's games of that year. */
  hours: number;
  /** Every release year in which the genre has games, ascending. */
  byReleaseYear: HoursOfYear[];
  /** Games of the genre, users who have played any of them, hours played in all of them, and their last release year. */
  restsOn: { games: number; players: number; hours: number; gamesEnd: number | null };
}

/**
 * The release year with the most hours played in a genre. The data has lifetime hours only, so a year is
 * always the year in which games came out, never the year of play.
 *
 * @throws QuestionError where there is no such genre, or nobody has played it
 */
export async function playtimeGenre(
  dataSet: DataSet,
  options: { genre: string },
): Promise<PlaytimeGenreAnswer> {
  const genre = await resolveGenre(dataSet, options.genre);
  const [totals, years] = await Promise.all([
    genreTotalsOf(dataSet),
    minutesByYear(dataSet).execute({ genre }),
  ]);
  const total = totals.get(genre);
  if (total === undefined || total.minutes === 0) throw new QuestionError('no-hours-in-genre', { genre });
  const best = years.reduce((most, year) => (year.minutes > most.minutes ? year : most));
  return {
    genre,
    releaseYear: best.year,
    hours: best.minutes / 60,
    byReleaseYear: years.map(({ year, minutes }) => ({ year, hours: minutes / 60 })),
    restsOn: {
      games: total.games,
      players: total.players,
      hours: total.minutes / 60,
      gamesEnd: total.gamesEnd,
    },
  };
}

const minutesByYear = perDataSet(({ database, tables: { genreYears } }) =>
  database
    .select({ year: genreYears.releaseYear, minutes: genreYears.minutes })
    .from(genreYears)
    .where(eq(genreYears.genre, sql.placeholder('genre')))
    .orderBy(asc(genreYears.releaseYear))
    .prepare('minutes_by_year'),
);
