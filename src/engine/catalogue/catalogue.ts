import type { Steps } from '../../platform/in-turns.ts';
import { forEachInSteps, sortedInSteps } from '../../platform/long-lists.ts';
import { GameIndex } from '../search/game-index.ts';
import { NameIndex } from '../search/name-index.ts';
import type { ClassifiedGame, GamesAtLarge } from './classified-game.ts';
import { ShortNames } from './short-names.ts';
import { SplitTitles } from './split-titles.ts';

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
  /** Finds games by short names. */
  readonly shortNames: ShortNames;
  /** Finds games by the beginnings of titles that a list would split. */
  readonly splitTitles: SplitTitles;
  /** The genres and tags that steer lists, weighted by recorded games. A genre that is no tag weighs 0. */
  readonly labels: NameIndex;
  readonly mostPlayed: ReadonlySet<number>;
  readonly users: number;
  readonly tagShares: ReadonlyMap<string, number>;
  /** Names that look the same for more than one game, so that a year has to tell the games apart. */
  readonly sharedNames: ReadonlySet<string>;
  readonly #byId: ReadonlyMap<number, CatalogueGame>;

  private constructor(
    games: readonly CatalogueGame[],
    { users, mostPlayed }: CatalogueTotals,
    {
      index,
      shortNames,
      splitTitles,
      labels,
      tagShares,
      sharedNames,
      byId,
    }: Pick<Catalogue, 'index' | 'shortNames' | 'splitTitles' | 'labels' | 'tagShares' | 'sharedNames'> & {
      byId: ReadonlyMap<number, CatalogueGame>;
    },
  ) {
    this.games = games;
    this.index = index;
    this.shortNames = shortNames;
    this.splitTitles = splitTitles;
    this.labels = labels;
    this.users = users;
    this.mostPlayed = new Set(mostPlayed);
    this.tagShares = tagShares;
    this.sharedNames = sharedNames;
    this.#byId = byId;
  }

  /** @param games in any order; each id once */
  static *build(games: readonly CatalogueGame[], totals: CatalogueTotals): Steps<Catalogue> {
    const ordered = yield* sortedInSteps(games, (a, b) => b.players - a.players || a.gameId - b.gameId);
    const index = yield* GameIndex.build(ordered);
    const shortNames = yield* ShortNames.build(ordered);
    const splitTitles = yield* SplitTitles.build(ordered);
    const labels = new Map(totals.tagGames);
    const looks = new Map<string, string>();
    const sharedNames = new Set<string>();
    const byId = new Map<number, CatalogueGame>();
    let records = 0;
    yield* forEachInSteps(ordered, (game) => {
      for (const genre of game.genres) if (!labels.has(genre)) labels.set(genre, 0);
      const look = lookOf(game.name);
      const other = looks.get(look);
      if (other === undefined) looks.set(look, game.name);
      else sharedNames.add(other).add(game.name);
      byId.set(game.gameId, game);
      if (game.recorded) records++;
    });
    const shares = Array.from(
      totals.tagGames,
      ([tag, count]) => [tag, count / Math.max(1, records)] as const,
    );
    const weighted = Array.from(labels, ([name, weight]) => ({ name, weight }));
    const labelIndex = yield* NameIndex.build(weighted);
    return new Catalogue(ordered, totals, {
      index,
      shortNames,
      splitTitles,
      labels: labelIndex,
      tagShares: new Map(shares),
      sharedNames,
      byId,
    });
  }

  classified(gameId: number): CatalogueGame | undefined {
    return this.#byId.get(gameId);
  }
}

/** A name as people see it at a glance: names with one look are hard to tell apart. */
export function lookOf(name: string): string {
  return name.replace(/[®™©]/g, '').replace(/\s+/g, ' ');
}
