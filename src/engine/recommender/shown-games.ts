import { memoized } from '../../platform/memo.ts';
import type { ClassifiedGame, GamesAtLarge } from '../catalogue/classified-game.ts';
import { type HowKnown, playersInRange } from './how-known.ts';

/** The conditions that the picks of one list have to meet. The first four come from the steering. */
export interface Wishes {
  /** A genre or tag that every pick must be known for. */
  genre?: string | undefined;
  /** Genres and tags of which no pick may have any. */
  avoid?: readonly string[] | undefined;
  /** How well known every pick must be. */
  howKnown?: HowKnown | undefined;
  /** Whether games tagged as for adults may be picked. Unset: no. */
  adult?: boolean | undefined;
  /** Ids of the games on earlier pages. Neither they nor other editions of them come again. */
  shown?: ReadonlySet<number> | undefined;
  /** The games that are already in the same list. */
  picked?: readonly ClassifiedGame[] | undefined;
}

/** The number of picks in one reply. */
export const PICKS = 5;

/** The most games of one series in a list. */
const MOST_OF_A_SERIES = 2;

/** The number of tags that a game is known for. Steam lists up to twenty, those that most users chose first. */
export const KNOWN_FOR = 10;

/** Whether the wishes leave out games that a list would have otherwise, except those on earlier pages and those for adults. */
export function isSteered({ genre, avoid, howKnown }: Wishes): boolean {
  return genre !== undefined || avoid !== undefined || howKnown !== undefined;
}

/**
 * Whether a game alone meets the wishes. A game is of a genre or tag if it is known for it, and has one to avoid if it has it
 * at all. Earlier picks of the list don't matter here.
 *
 * @param users all users with a library
 */
export function isWished(game: ClassifiedGame, wishes: Wishes, users: number): boolean {
  const { genre, avoid, howKnown, adult = false, shown } = wishes;
  if (!game.recommendable || (game.adult && !adult) || shown?.has(game.gameId)) return false;
  const has = (label: string, tags: number) =>
    game.genres.includes(label) || game.tags.slice(0, tags).includes(label);
  if (genre !== undefined && !has(genre, KNOWN_FOR)) return false;
  // A game of which nothing is known may be what is to be avoided.
  const isKnown = game.genres.length > 0 || game.tags.length > 0;
  if (avoid !== undefined && (!isKnown || avoid.some((label) => has(label, game.tags.length)))) return false;
  return howKnown === undefined || playersInRange(game.players, users, howKnown);
}

/**
 * Decides which games may stand in one list: games that meet the wishes, one edition of each, at most
 * two of one series.
 */
export class Selection {
  readonly #atLarge: GamesAtLarge;
  readonly #wishes: Wishes;
  readonly #owned: ReadonlySet<string>;
  /** Editions of the games that are in the list or were on earlier pages. */
  readonly #editions = new Set<string>();
  readonly #about: readonly ClassifiedGame[];
  readonly #picked: ClassifiedGame[] = [];

  /**
   * @param owned games of which no edition may be shown
   * @param about the games that the list is about; all games of the series of one of them count as one series
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

  /** Whether a game may join the list. */
  allows(game: ClassifiedGame): boolean {
    if (this.#owned.has(game.edition) || this.#editions.has(game.edition)) return false;
    if (!isWished(game, this.#wishes, this.#atLarge.users)) return false;
    const own = this.#about.filter(({ series }) => haveInCommon(series, game.series));
    const ofSeries = this.#picked.filter(({ series }) =>
      [game, ...own].some((one) => haveInCommon(one.series, series)),
    );
    return ofSeries.length < MOST_OF_A_SERIES;
  }

  /** Notes that a game is in the list, so that later ones are measured against it. */
  add(game: ClassifiedGame): void {
    this.#editions.add(game.edition);
    this.#picked.push(game);
  }
}

/**
 * The editions of some games. Kept, because several lists are made for the same library one after another,
 * and to go through a large library takes longer than to make a list.
 */
const editionsOf = memoized(
  (games: readonly ClassifiedGame[]): ReadonlySet<string> => new Set(games.map(({ edition }) => edition)),
);

/** Whether two lists of keys, such as those of series, share one. */
export function haveInCommon(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => b.includes(key));
}
