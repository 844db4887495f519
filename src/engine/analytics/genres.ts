import { asc, gt } from 'drizzle-orm';
import { atOnce } from '../../platform/in-turns.ts';
import { lastNotableYear } from '../catalogue/last-release-year.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { NameIndex } from '../search/name-index.ts';

/**
 * The totals by genre that answers rest on: games, players, minutes, and the last year in which a notable share of the genre's
 * games was released. Only games with a release year count.
 */
export const genreTotalsOf = perDataSet(async (dataSet) => {
  const { genres, genreYears } = dataSet.tables;
  const [rows, years] = await dataSet.withoutTimeLimit(({ database }) =>
    Promise.all([
      database.select().from(genres).where(gt(genres.games, 0)).orderBy(asc(genres.genre)),
      database
        .select({ genre: genreYears.genre, year: genreYears.releaseYear, games: genreYears.games })
        .from(genreYears),
    ]),
  );
  const released = new Map(rows.map(({ genre }) => [genre, new Map<number, number>()]));
  for (const { genre, year, games } of years) released.get(genre)?.set(year, games);
  return new Map(
    rows.map((row) => [row.genre, { ...row, gamesEnd: lastNotableYear(released.get(row.genre)!) }]),
  );
});

/** The names of these genres, weighted by their players. */
export const genreNamesOf = perDataSet(
  async (dataSet) => {
    const totals = [...(await genreTotalsOf(dataSet)).values()];
    return atOnce(NameIndex.build(totals.map(({ genre, players }) => ({ name: genre, weight: players }))));
  },
  { readAhead: 'names' },
);
