import { memoized } from '../../platform/memo.ts';
import type { ClassifiedGame, GamesAtLarge } from '../catalogue/classified-game.ts';
import { type HowKnown, playersInRange } from './how-known.ts';

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

/** So many are shown. */
export const PICKS = 5;

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

/** Kept of a library that lists are made for one after the other: a large one takes longer to go through than a list to make. */
const editionsOf = memoized(
  (games: readonly ClassifiedGame[]): ReadonlySet<string> => new Set(games.map(({ edition }) => edition)),
);

export function haveInCommon(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => b.includes(key));
}
