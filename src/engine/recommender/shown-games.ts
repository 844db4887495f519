import { type HowKnown, playersInRange } from './how-known.ts';

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

/** What the asker wishes. */
export interface Wishes {
  /** A genre or tag that every pick has. */
  genre?: string | undefined;
  /** A genre or tag that none has. */
  avoid?: string | undefined;
  howKnown?: HowKnown | undefined;
  /** Whether games tagged as for adults are shown. */
  adult?: boolean | undefined;
  /** Games that were shown before, for the next five: neither they nor other editions of them come again. */
  shown?: ReadonlySet<number> | undefined;
  /** Games that stand in the same list already. */
  picked?: readonly ClassifiedGame[] | undefined;
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

/** So many are shown. */
export const PICKS = 5;

/** So many of the most played games count as like everything; see {@link GamesAtLarge.mostPlayed}. */
export const MOST_PLAYED = 8;

const MOST_OF_A_SERIES = 2;

/** Whether a game may be shown to somebody with these wishes. */
export function isWished(game: ClassifiedGame, wishes: Wishes, users: number): boolean {
  const { genre, avoid, howKnown, adult = false, shown } = wishes;
  const is = (wanted: string) => game.genres.includes(wanted) || game.tags.includes(wanted);
  if (!game.recommendable || (game.adult && !adult) || shown?.has(game.gameId)) return false;
  if (genre !== undefined && !is(genre)) return false;
  if (avoid !== undefined && is(avoid)) return false;
  return howKnown === undefined || playersInRange(game.players, users, howKnown);
}

/** What may stand in one list: what is wished, each edition once, and at most two games of one series. */
export class Selection {
  readonly #atLarge: GamesAtLarge;
  readonly #wishes: Wishes;
  readonly #owned: ReadonlySet<string>;
  /** Editions that are picked, or were shown before. */
  readonly #editions = new Set<string>();
  readonly #about: readonly ClassifiedGame[];
  readonly #picked: ClassifiedGame[] = [];

  /**
   * @param owned games of which no edition may be shown
   * @param about the games that were asked for: what is of the series of one of them counts as one series
   */
  constructor(
    atLarge: GamesAtLarge,
    wishes: Wishes,
    owned: readonly ClassifiedGame[],
    about: readonly ClassifiedGame[] = [],
  ) {
    this.#atLarge = atLarge;
    this.#wishes = wishes;
    this.#about = about;
    this.#owned = editionsOf(owned);
    for (const game of wishes.picked ?? []) this.add(game);
    for (const shown of wishes.shown ?? []) {
      const edition = atLarge.classified(shown)?.edition;
      if (edition !== undefined) this.#editions.add(edition);
    }
  }

  allows(game: ClassifiedGame): boolean {
    if (this.#owned.has(game.edition) || this.#editions.has(game.edition)) return false;
    if (!isWished(game, this.#wishes, this.#atLarge.users)) return false;
    const own = this.#about.filter(({ series }) => haveInCommon(series, game.series));
    const ofSeries = this.#picked.filter(({ series }) =>
      [game, ...own].some((one) => haveInCommon(one.series, series)),
    );
    return ofSeries.length < MOST_OF_A_SERIES;
  }

  add(game: ClassifiedGame): void {
    this.#editions.add(game.edition);
    this.#picked.push(game);
  }
}

/** Of a library that lists are made for one after the other; a large one takes longer to go through than a list to make. */
const EDITIONS = new WeakMap<readonly ClassifiedGame[], ReadonlySet<string>>();

function editionsOf(games: readonly ClassifiedGame[]): ReadonlySet<string> {
  let editions = EDITIONS.get(games);
  if (editions === undefined) {
    editions = new Set(games.map(({ edition }) => edition));
    EDITIONS.set(games, editions);
  }
  return editions;
}

export function haveInCommon(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => b.includes(key));
}
