import { gameVerdicts, type Verdict } from '../../engine/analytics/game-verdicts.ts';
import { lastReleaseYear } from '../../engine/catalogue/last-release-year.ts';
import { catalogueOf } from '../../engine/catalogue/read-catalogue.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';

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

/** Reads the facts about some games: one query for the reviews, and the rest from memory. */
export async function listFacts(dataSet: DataSet, gameIds: readonly string[]): Promise<ListFacts> {
  const [catalogue, verdicts] = await Promise.all([catalogueOf(dataSet), gameVerdicts(dataSet, gameIds)]);
  const byGame = gameIds.map((gameId): [string, PickFacts] => {
    const game = catalogue.classified(Number(gameId));
    const { releaseYear = null, genres = [] } = game ?? {};
    return [gameId, { releaseYear, genres, verdict: verdicts.get(gameId) ?? null }];
  });
  return { byGame: new Map(byGame), gamesEnd: lastReleaseYear(catalogue) };
}
