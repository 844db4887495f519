/** A game with the class that a refresh gave it. Picks are chosen by these values. */
export interface ClassifiedGame {
  gameId: number;
  name: string;
  /** Whether the game has a record of its own, or is only known from libraries and reviews. */
  recorded: boolean;
  /** False for everything but games: DLC, soundtracks, demos, tools, films, test servers. */
  recommendable: boolean;
  /** Whether the game is tagged as for adults. */
  adult: boolean;
  /** A key that all editions of a game share. */
  edition: string;
  /** Keys of series. Two games with a key in common belong to one series. */
  series: readonly string[];
  genres: readonly string[];
  tags: readonly string[];
  developers: readonly string[];
  /** The number of users who play it, or who have reviewed it where those are more. */
  players: number;
}

/** All games of a data set, and the figures of the whole by which picks are chosen. */
export interface GamesAtLarge {
  /** The game with this id; undefined where the data set has none. */
  classified(gameId: number): ClassifiedGame | undefined;
  /** Ids of the games with the most players. These are like every other game, so lists show few of them. */
  mostPlayed: ReadonlySet<number>;
  /** The number of users with a library. */
  users: number;
  /** The share, 0 to 1, of recorded games with each tag. */
  tagShares: ReadonlyMap<string, number>;
}

/** The number of games in {@link GamesAtLarge.mostPlayed}. */
export const MOST_PLAYED = 8;
