/** A game in the form in which it is loaded. */
export interface GameRecord {
  id: number;
  /** Null if the source has no name for it; a name may then come from the libraries. */
  name: string | null;
  /** The date as the source writes it, in any form. */
  releaseDate: string | null;
  releaseYear: number | null;
  genres: string[];
  tags: string[];
  specs: string[];
  developers: string[];
  publisher: string | null;
  /** In US dollars; 0 for a free game, null if unknown. */
  price: number | null;
  earlyAccess: boolean;
  /** Whether it is downloadable content, an addition to another game. */
  dlc: boolean;
}

/** A user and the games that they own. */
export interface LibraryRecord {
  userId: string;
  /** The number of games that Steam counts for the user; null if the source has no such number. */
  itemsCount: number | null;
  /** The number of games that the source lists, rejected ones included. */
  itemsListed: number;
  /** In the order of the source; the same game may occur twice. */
  rows: LibraryRow[];
}

/** One game of a library. */
export interface LibraryRow {
  gameId: number;
  /** The game's name in the library. */
  name: string | null;
  /** Minutes played in total. */
  minutes: number;
  /** Minutes played in the two weeks before the data was collected; null if the source has no such number. */
  minutesTwoWeeks: number | null;
}

/** A user and the reviews that they wrote. */
export interface ReviewsRecord {
  userId: string;
  /** The number of reviews that the source lists, rejected ones included. */
  reviewsListed: number;
  /** In the order of the source; the same review may occur twice. */
  reviews: ReviewRecord[];
}

/** One review. */
export interface ReviewRecord {
  gameId: number;
  /** The day of posting, as `YYYY-MM-DD`. */
  posted: string;
  year: number;
  /** Whether the source has no year, so that the year comes from the settings. */
  yearInferred: boolean;
  /** Whether the user changed the review after posting it. */
  edited: boolean;
  recommend: boolean;
  /** The original text. A refresh judges it and does not store it. */
  text: string;
  /** The number of users that found the review funny. */
  funny: number;
  /** The number of users that found the review helpful. */
  helpful: number;
  /** The number of users that voted on its helpfulness. */
  rated: number;
}

/** The type of the records of each source. */
export interface RecordsOf {
  games: GameRecord;
  libraries: LibraryRecord;
  reviews: ReviewsRecord;
}
