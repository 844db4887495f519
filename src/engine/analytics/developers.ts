import { asc, gt, sql } from 'drizzle-orm';
import { inTurns } from '../../platform/in-turns.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { NameIndex } from '../search/name-index.ts';

/** The names of all developers of recorded games, weighted by the number of their reviews. */
export const developerNamesOf = perDataSet(
  async (dataSet) => {
    const { developers } = dataSet.tables;
    const rows = await dataSet.withoutTimeLimit(({ database }) =>
      database
        .select({
          name: developers.developer,
          weight: sql<number>`${developers.negative} + ${developers.neutral} + ${developers.positive}`,
        })
        .from(developers)
        .where(gt(developers.games, 0))
        .orderBy(asc(developers.developer)),
    );
    return inTurns(NameIndex.build(rows));
  },
  { readAhead: 'names' },
);
