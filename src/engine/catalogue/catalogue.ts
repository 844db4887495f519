import type { Steps } from '../../platform/in-turns.ts';
import { GameIndex } from '../search/game-index.ts';
import { NameIndex } from '../search/name-index.ts';
import type { ClassifiedGame, GamesAtLarge } from './classified-game.ts';

/** A game as it is typed, chosen and shown. */
export interface CatalogueGame extends ClassifiedGame {
  releaseYear: number | null;
}

/** What a catalogue says beside its games. */
export interface CatalogueTotals {
  /** Users with a library. */
  users: number;
  /** The games that most users with a complete library play. */
  mostPlayed: readonly number[];
  /** How many records have each tag. */
  tagGames: ReadonlyMap<string, number>;
}

/** Every game of a data set, in memory: for names as they are typed, and for what may be shown. */
export class Catalogue implements GamesAtLarge {
  /** The most played first, then by id. */
  readonly games: readonly CatalogueGame[];
  readonly index: GameIndex;
  /** Genres and tags, by which lists are steered. */
  readonly labels: NameIndex;
  readonly mostPlayed: ReadonlySet<number>;
  readonly users: number;
  readonly tagShares: ReadonlyMap<string, number>;
  /** Names that more than one game has. */
  readonly sharedNames: ReadonlySet<string>;
  readonly #byId: ReadonlyMap<number, CatalogueGame>;

  private constructor(
    games: readonly CatalogueGame[],
    { users, mostPlayed, tagGames }: CatalogueTotals,
    { index, labels }: Pick<Catalogue, 'index' | 'labels'>,
  ) {
    this.games = games;
    this.index = index;
    this.labels = labels;
    this.users = users;
    this.mostPlayed = new Set(mostPlayed);
    const records = games.filter(({ recorded }) => recorded).length;
    this.tagShares = new Map(Array.from(tagGames, ([tag, count]) => [tag, count / Math.max(1, records)]));
    this.sharedNames = repeated(games.map(({ name }) => name));
    this.#byId = new Map(games.map((game) => [game.gameId, game]));
  }

  static *build(games: readonly CatalogueGame[], totals: CatalogueTotals): Steps<Catalogue> {
    const ordered = games.toSorted((a, b) => b.players - a.players || a.gameId - b.gameId);
    yield;
    const index = yield* GameIndex.build(ordered);
    const labels = new Map(totals.tagGames);
    for (const { genres } of ordered) {
      for (const genre of genres) if (!labels.has(genre)) labels.set(genre, 0);
    }
    yield;
    const weighted = Array.from(labels, ([name, weight]) => ({ name, weight }));
    return new Catalogue(ordered, totals, { index, labels: yield* NameIndex.build(weighted) });
  }

  classified(gameId: number): CatalogueGame | undefined {
    return this.#byId.get(gameId);
  }
}

function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}
