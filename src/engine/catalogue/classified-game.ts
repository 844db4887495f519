/** A game that may be shown, as it is classified when the data are refreshed. */
export interface ClassifiedGame {
  gameId: number;
  name: string;
  recorded: boolean;
  /** False for what is no game: an addition, a soundtrack, a demo, a tool, a film, a test server. */
  recommendable: boolean;
  adult: boolean;
  /** What all editions of a game have in common. */
  edition: string;
  /** Two games that share one are of one series. */
  series: readonly string[];
  genres: readonly string[];
  tags: readonly string[];
  developers: readonly string[];
  /** Users who play it, or who have reviewed it where those are more. */
  players: number;
}

/** What is known of the whole data set. */
export interface GamesAtLarge {
  classified(gameId: number): ClassifiedGame | undefined;
  /** The games with the most players: they are like everything, so few of them are shown. */
  mostPlayed: ReadonlySet<number>;
  /** Users with a library. */
  users: number;
  /** The share, 0 to 1, of records with each tag. */
  tagShares: ReadonlyMap<string, number>;
}

/** So many of the most played games count as like everything; see {@link GamesAtLarge.mostPlayed}. */
export const MOST_PLAYED = 8;
