import type { ClassifiedGame, GamesAtLarge } from '../engine/catalogue/classified-game.ts';
import { MOST_PLAYED } from '../engine/catalogue/classified-game.ts';
import type { SimilarCandidate } from '../engine/recommender/similar-games.ts';
import type { Classification } from '../etl/classify/classify-games.ts';
import type { DescribedGame } from '../etl/classify/described-game.ts';
import type { Columns } from '../etl/fit/columns.ts';
import type { SimilarGamesRow } from '../etl/fit/fit-similar-games.ts';

/** Turns a row of the fit into the candidates that picks are chosen from. */
export function candidatesOf(row: SimilarGamesRow): SimilarCandidate[] {
  return Array.from(row.gameIds, (gameId, place) => ({
    gameId,
    score: row.scores[place]!,
    likeness: row.likeness[place]!,
    players: row.players[place]!,
  }));
}

/** Makes the games that picks are chosen from, as they would be after a refresh with these columns. */
export function describeAtLarge(
  games: readonly DescribedGame[],
  classified: ReadonlyMap<number, Classification>,
  columns: Columns,
): GamesAtLarge {
  const players = new Map(Array.from(columns.gameIds, (id, column) => [id, columns.players[column]!]));
  const shown = new Map(
    games.map((game): [number, ClassifiedGame] => {
      const { kind, ...rest } = classified.get(game.id)!;
      const recommendable = kind === 'game';
      return [
        game.id,
        { ...game, ...rest, gameId: game.id, recommendable, players: players.get(game.id) ?? 0 },
      ];
    }),
  );
  const records = games.filter(({ recorded }) => recorded);
  const tagShares = new Map<string, number>();
  for (const tag of records.flatMap(({ tags }) => tags)) {
    tagShares.set(tag, (tagShares.get(tag) ?? 0) + 1 / records.length);
  }
  return {
    classified: (gameId) => shown.get(gameId),
    mostPlayed: new Set(byPlayers(columns).slice(0, MOST_PLAYED)),
    users: columns.users,
    tagShares,
  };
}

/** The ids of the games, most played first. */
export function byPlayers({ gameIds, players }: Columns): number[] {
  return Array.from(gameIds.keys())
    .sort((a, b) => players[b]! - players[a]! || gameIds[a]! - gameIds[b]!)
    .map((column) => gameIds[column]!);
}
