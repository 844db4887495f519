import type { Steps } from '../../platform/in-turns.ts';
import { GameIndex } from '../search/game-index.ts';
import { NameIndex } from '../search/name-index.ts';
import type { ClassifiedGame, GamesAtLarge } from './classified-game.ts';

/** A game that can be typed, chosen and shown. */
export interface CatalogueGame extends ClassifiedGame {
  /** Null where it is unknown. */
  releaseYear: number | null;
}

/** The figures of a data set that a catalogue needs beside its games. */
export interface CatalogueTotals {
  /** The number of users with a library. */
  users: number;
  /** Ids of the games that most users with a complete library play. */
  mostPlayed: readonly number[];
  /** The number of recorded games with each tag. */
  tagGames: ReadonlyMap<string, number>;
}

/** Every game of a data set, in memory. Typed names are found in it, and it says which games may be shown. */
export class Catalogue implements GamesAtLarge {
  /** The most played first, then by id. */
  readonly games: readonly CatalogueGame[];
  /** Finds games by typed names and ids. */
  readonly index: GameIndex;
  /** The genres and tags that steer lists, weighted by recorded games. A genre that is no tag weighs 0. */
  readonly labels: NameIndex;
  readonly mostPlayed: ReadonlySet<number>;
  readonly users: number;
  readonly tagShares: ReadonlyMap<string, number>;
  /** Names that more than one game has, so that a year has to tell the games apart. */
  readonly sharedNames: ReadonlySet<string>;
  readonly #byId: ReadonlyMap<number, CatalogueGame>;

  private constructor(
    games: readonly CatalogueGame[],
    { users, mostPlayed, tagGames }: CatalogueTotals,
    {
      index,
      labels,
      sharedNames,
      byId,
    }: Pick<Catalogue, 'index' | 'labels' | 'sharedNames'> & {
      byId: ReadonlyMap<number, CatalogueGame>;
    },
  ) {
    this.games = games;
    this.index = index;
    this.labels = labels;
    this.users = users;
    this.mostPlayed = new Set(mostPlayed);
    const records = games.filter(({ recorded }) => recorded).length;
    this.tagShares = new Map(Array.from(tagGames, ([tag, count]) => [tag, count / Math.max(1, records)]));
    this.sharedNames = sharedNames;
    this.#byId = byId;
  }

  /** @param games in any order; each id once */
  static *build(games: readonly CatalogueGame[], totals: CatalogueTotals): Steps<Catalogue> {
    const ordered = games.toSorted((a, b) => b.players - a.players || a.gameId - b.gameId);
    yield;
    const index = yield* GameIndex.build(ordered);
    const labels = new Map(totals.tagGames);
    for (const { genres } of ordered) {
      for (const genre of genres) if (!labels.has(genre)) labels.set(genre, 0);
    }
    yield;
    const sharedNames = repeated(ordered.map(({ name }) => name));
    yield;
    const byId = new Map(ordered.map((game) => [game.gameId, game]));
    yield;
    const weighted = Array.from(labels, ([name, weight]) => ({ name, weight }));
    const labelIndex = yield* NameIndex.build(weighted);
    return new Catalogue(ordered, totals, { index, labels: labelIndex, sharedNames, byId });
  }

  classified(gameId: number): CatalogueGame | undefined {
    return this.#byId.get(gameId);
  }
}

/** The names that come more than once. */
function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}
