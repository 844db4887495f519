import { asc, gt } from 'drizzle-orm';
import { atOnce } from '../../platform/in-turns.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { NameIndex } from '../search/name-index.ts';

/** The totals by genre that answers rest on: games, players and minutes. Only games with a release year count. */
export const genreTotalsOf = perDataSet(async (dataSet) => {
  const { genres } = dataSet.tables;
  const rows = await dataSet.withoutTimeLimit(({ database }) =>
    database.select().from(genres).where(gt(genres.games, 0)).orderBy(asc(genres.genre)),
  );
  return new Map(rows.map((row) => [row.genre, row]));
});

/** The names of these genres, weighted by their players. */
export const genreNamesOf = perDataSet(
  async (dataSet) => {
    const totals = [...(await genreTotalsOf(dataSet)).values()];
    return atOnce(NameIndex.build(totals.map(({ genre, players }) => ({ name: genre, weight: players }))));
  },
  { readAhead: 'names' },
);
