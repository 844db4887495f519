import type { ClassifiedGame, GamesAtLarge } from '../../../src/engine/catalogue/classified-game.ts';

/** A game that may be shown, with an edition of its own and no series. */
export function game(gameId: number, known: Partial<ClassifiedGame> = {}): ClassifiedGame {
  return {
    gameId,
    name: `Game ${gameId}`,
    recorded: true,
    recommendable: true,
    adult: false,
    edition: `game ${gameId}`,
    series: [],
    genres: ['Action'],
    tags: [],
    developers: [],
    players: 100,
    ...known,
  };
}

/** A data set with these games and 10,000 users. */
export function atLargeOf(games: readonly ClassifiedGame[], known: Partial<GamesAtLarge> = {}): GamesAtLarge {
  const byId = new Map(games.map((one) => [one.gameId, one]));
  return {
    classified: (id) => byId.get(id),
    mostPlayed: new Set(),
    users: 10_000,
    tagShares: new Map(),
    ...known,
  };
}
