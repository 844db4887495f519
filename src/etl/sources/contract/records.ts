/** A game as it is loaded. */
export interface GameRecord {
  id: number;
  /** Null where the source names none: then libraries may know it. */
  name: string | null;
  releaseDate: string | null;
  releaseYear: number | null;
  genres: string[];
  tags: string[];
  specs: string[];
  developers: string[];
  publisher: string | null;
  /** US dollars; 0 for what is free. */
  price: number | null;
  earlyAccess: boolean;
  dlc: boolean;
}

/** A user and the games that they own. */
export interface LibraryRecord {
  userId: string;
  /** The number of games that the user owns as Steam counts them; null where the source does not say. */
  itemsCount: number | null;
  /** The number of games that the source lists, those that were rejected included. */
  itemsListed: number;
  /** In the order of the source; a game may be there twice. */
  rows: LibraryRow[];
}

/** One game of a library. */
export interface LibraryRow {
  gameId: number;
  /** What the library calls the game. */
  name: string | null;
  minutes: number;
  /** Minutes of the two weeks before the crawl; null where the source does not say. */
  minutesTwoWeeks: number | null;
}

/** A user and the reviews that they wrote. */
export interface ReviewsRecord {
  userId: string;
  /** The number of reviews that the source lists, those that were rejected included. */
  reviewsListed: number;
  /** In the order of the source; a review may be there twice. */
  reviews: ReviewRecord[];
}

/** One review. */
export interface ReviewRecord {
  gameId: number;
  /** The day it was posted, as `YYYY-MM-DD`. */
  posted: string;
  year: number;
  /** Whether the year is not in the source, but that of the settings. */
  yearInferred: boolean;
  edited: boolean;
  recommend: boolean;
  /** The text as it was written; it is judged, and not kept. */
  text: string;
  /** The number of users who found it funny. */
  funny: number;
  /** The number of users who found it helpful. */
  helpful: number;
  /** The number of users who voted on whether it is helpful. */
  rated: number;
}

/** The records that the connector of each source gives. */
export interface RecordsOf {
  games: GameRecord;
  libraries: LibraryRecord;
  reviews: ReviewsRecord;
}
