import { asc, desc, eq, gte, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { DataSetTables } from '../database/schema/data-set.ts';
import { type ClassifiedGame, type GamesAtLarge, MOST_PLAYED } from './recommender/shown-games.ts';
import { GameIndex } from './search/game-index.ts';
import { NameIndex } from './search/name-index.ts';

/** A game as it is typed, chosen and shown. */
export interface CatalogueGame extends ClassifiedGame {
  releaseYear: number | null;
}

/** Between the entries of a list; no name has it. */
const SEPARATOR = '\u001f';

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

  /**
   * @param about the users with a library, the games that most users with a complete one play, and how many records have each tag
   */
  constructor(
    games: readonly CatalogueGame[],
    {
      users,
      mostPlayed,
      tagGames,
    }: { users: number; mostPlayed: readonly number[]; tagGames: ReadonlyMap<string, number> },
  ) {
    this.games = games.toSorted((a, b) => b.players - a.players || a.gameId - b.gameId);
    this.users = users;
    this.mostPlayed = new Set(mostPlayed);
    this.index = new GameIndex(this.games);
    const records = games.filter(({ recorded }) => recorded).length;
    this.tagShares = new Map(Array.from(tagGames, ([tag, count]) => [tag, count / Math.max(1, records)]));
    const labels = new Map(tagGames);
    for (const genre of games.flatMap(({ genres }) => genres)) if (!labels.has(genre)) labels.set(genre, 0);
    this.labels = new NameIndex(Array.from(labels, ([name, weight]) => ({ name, weight })));
    this.sharedNames = repeated(games.map(({ name }) => name));
    this.#byId = new Map(games.map((game) => [game.gameId, game]));
  }

  classified(gameId: number): CatalogueGame | undefined {
    return this.#byId.get(gameId);
  }

  static async read(database: PostgresJsDatabase, tables: DataSetTables): Promise<Catalogue> {
    const { games, gameClasses, gamePlay, reviews, tags, userModel, users } = tables;
    const list = (column: unknown) => sql<string>`array_to_string(${column}, ${SEPARATOR})`;
    // Some of the most played games are in no library of the data, but in many reviews (Team Fortress 2, Dota 2).
    const reviewed = database
      .select({
        gameId: reviews.gameId,
        reviewers: sql<number>`count(distinct ${reviews.userKey})::int`.as('reviewers'),
      })
      .from(reviews)
      .groupBy(reviews.gameId)
      .as('reviewed');
    const rows = await database
      .select({
        gameId: games.id,
        name: games.name,
        recorded: games.recorded,
        releaseYear: games.releaseYear,
        genres: list(games.genres),
        tags: list(games.tags),
        developers: list(games.developers),
        kind: gameClasses.kind,
        adult: gameClasses.adult,
        edition: gameClasses.edition,
        series: list(gameClasses.series),
        players: sql<number>`greatest(coalesce(${gamePlay.players}, 0), coalesce(${reviewed.reviewers}, 0))`,
      })
      .from(games)
      .innerJoin(gameClasses, eq(gameClasses.gameId, games.id))
      .leftJoin(gamePlay, eq(gamePlay.gameId, games.id))
      .leftJoin(reviewed, eq(reviewed.gameId, games.id))
      .where(gte(games.id, 0))
      .orderBy(asc(games.id));
    const [counted] = await database
      .select({ users: sql<number>`count(*)::int` })
      .from(users)
      .where(gte(users.itemsCount, 1));
    const mostPlayed = await database
      .select({ gameId: userModel.gameId })
      .from(userModel)
      .orderBy(desc(userModel.players), asc(userModel.gameId))
      .limit(MOST_PLAYED);
    const tagRows = await database.select().from(tags).where(gte(tags.games, 1)).orderBy(asc(tags.tag));

    // The same few hundred tags and developers stand in many rows: one string each.
    const strings = new Map<string, string>();
    const split = (joined: string) =>
      joined === '' ? [] : joined.split(SEPARATOR).map((text) => intern(strings, text));
    const all = rows.map(
      ({ kind, ...row }): CatalogueGame => ({
        ...row,
        genres: split(row.genres),
        tags: split(row.tags),
        developers: split(row.developers),
        series: split(row.series),
        recommendable: kind === 'game',
      }),
    );
    return new Catalogue(all, {
      users: counted!.users,
      mostPlayed: mostPlayed.map(({ gameId }) => gameId),
      tagGames: new Map(tagRows.map(({ tag, games: count }) => [tag, count])),
    });
  }
}

function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

function intern(strings: Map<string, string>, text: string): string {
  const known = strings.get(text);
  if (known !== undefined) return known;
  strings.set(text, text);
  return text;
}
