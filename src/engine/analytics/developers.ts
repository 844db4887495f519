import { gt, sql } from 'drizzle-orm';
import { listOf } from '../../database/json-of.ts';
import { inTurns } from '../../platform/in-turns.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { NameIndex } from '../search/name-index.ts';

/** The names of all developers of recorded games, weighted by the number of their reviews. */
export const developerNamesOf = perDataSet(
  async (dataSet) => {
    const { developers } = dataSet.tables;
    const reviews = sql<number>`${developers.negative} + ${developers.neutral} + ${developers.positive}`;
    const [lists] = await dataSet.withoutTimeLimit(({ database }) =>
      database
        .select({
          names: listOf(developers.developer, developers.developer),
          weights: listOf(reviews, developers.developer),
        })
        .from(developers)
        .where(gt(developers.games, 0)),
    );
    const { names, weights } = lists!;
    return inTurns(NameIndex.build(names.map((name, place) => ({ name, weight: weights[place]! }))));
  },
  { readAhead: 'names' },
);
