import { gameVerdicts, type Verdict } from '../../engine/analytics/game-verdicts.ts';
import { catalogueOf } from '../../engine/catalogue/read-catalogue.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import { perDataSet } from '../../engine/data-set/per-data-set.ts';

/** The facts about a pick beside its reason. */
interface PickFacts {
  /** Null where it is unknown. */
  releaseYear: number | null;
  genres: readonly string[];
  /** Null where the game has no review. */
  verdict: Verdict | null;
}

/** The facts about the picks of a list, and the ends of the data behind them. */
export interface ListFacts {
  byGame: ReadonlyMap<string, PickFacts>;
  /** The last release year of the data's games; null where no game has a year. */
  gamesEnd: number | null;
}

/** The share of the recorded games, 0 to 1, from which a release year counts. A few games name a year to come. */
const LEAST_SHARE = 0.01;

/** Reads the facts about some games: one query for the reviews, and the rest from memory. */
export async function listFacts(dataSet: DataSet, gameIds: readonly string[]): Promise<ListFacts> {
  const [catalogue, verdicts, gamesEnd] = await Promise.all([
    catalogueOf(dataSet),
    gameVerdicts(dataSet, gameIds),
    lastReleaseYear(dataSet),
  ]);
  const byGame = gameIds.map((gameId): [string, PickFacts] => {
    const game = catalogue.classified(Number(gameId));
    const { releaseYear = null, genres = [] } = game ?? {};
    return [gameId, { releaseYear, genres, verdict: verdicts.get(gameId) ?? null }];
  });
  return { byGame: new Map(byGame), gamesEnd };
}

/** The last year in which a notable share of the data's games was released; null where no game has a year. */
const lastReleaseYear = perDataSet(async (dataSet) => {
  const { games } = await catalogueOf(dataSet);
  const released = new Map<number, number>();
  let count = 0;
  for (const { recorded, releaseYear } of games) {
    if (!recorded || releaseYear === null) continue;
    count += 1;
    released.set(releaseYear, (released.get(releaseYear) ?? 0) + 1);
  }
  const notable = [...released].filter(([, of]) => of >= count * LEAST_SHARE).map(([year]) => year);
  return notable.length === 0 ? null : Math.max(...notable);
});
