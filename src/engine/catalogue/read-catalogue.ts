import { asc, desc, eq, gt, gte, sql } from 'drizzle-orm';
import { jsonOf, listOf } from '../../database/json-of.ts';
import { inTurns, type Steps } from '../../platform/in-turns.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { Catalogue, type CatalogueGame, type CatalogueTotals } from './catalogue.ts';
import { MOST_PLAYED } from './classified-game.ts';

/** The catalogue of a data set. */
export const catalogueOf = perDataSet(readCatalogue, { readAhead: 'names' });

async function readCatalogue(dataSet: DataSet): Promise<Catalogue> {
  const [rows, reviewers, totals] = await dataSet.withoutTimeLimit((unlimited) =>
    Promise.all([readGames(unlimited), readReviewers(unlimited), readTotals(unlimited)]),
  );
  return inTurns(buildCatalogue(rows, reviewers, totals));
}

type GameRow = Awaited<ReturnType<typeof readGames>>[number];

/** The number of games between two pauses, a few milliseconds of work. */
const GAMES_A_STEP = 1_000;

/** The number of games read at once. Drizzle makes objects of all rows of a query without a pause. */
const GAMES_AT_ONCE = 1_000;

function* buildCatalogue(
  rows: readonly GameRow[],
  reviewers: ReadonlyMap<number, number>,
  totals: CatalogueTotals,
): Steps<Catalogue> {
  const shared = sharing();
  const games: CatalogueGame[] = [];
  for (const { game } of rows) {
    // Named one by one, since the rest of a pattern (`...others`) is an object with a hidden class of its own for each game.
    games.push({
      gameId: game.gameId,
      name: game.name,
      recorded: game.recorded,
      releaseYear: game.releaseYear,
      genres: shared(game.genres),
      tags: shared(game.tags),
      developers: shared(game.developers),
      adult: game.adult,
      edition: game.edition,
      series: shared(game.series),
      recommendable: game.kind === 'game',
      players: Math.max(game.players, reviewers.get(game.gameId) ?? 0),
    });
    if (games.length % GAMES_A_STEP === 0) yield;
  }
  return yield* Catalogue.build(games, totals);
}

async function readGames({ database, tables: { games, gameClasses, gamePlay } }: DataSet) {
  const game = jsonOf({
    gameId: games.id,
    name: games.name,
    recorded: games.recorded,
    releaseYear: games.releaseYear,
    genres: games.genres,
    tags: games.tags,
    developers: games.developers,
    kind: gameClasses.kind,
    adult: gameClasses.adult,
    edition: gameClasses.edition,
    series: gameClasses.series,
    players: sql<number>`coalesce(${gamePlay.players}, 0)`,
  });
  const someAfter = (id: number) =>
    database
      .select({ game })
      .from(games)
      .innerJoin(gameClasses, eq(gameClasses.gameId, games.id))
      .leftJoin(gamePlay, eq(gamePlay.gameId, games.id))
      .where(gt(games.id, id))
      .orderBy(asc(games.id))
      .limit(GAMES_AT_ONCE);
  const all: Awaited<ReturnType<typeof someAfter>> = [];
  for (let after = -1; ; ) {
    const some = await someAfter(after);
    all.push(...some);
    if (some.length < GAMES_AT_ONCE) return all;
    after = some.at(-1)!.game.gameId;
  }
}

/**
 * The number of users who have reviewed each game. Some of the most played games are in no library of the
 * data but in many reviews (Team Fortress 2, Dota 2).
 */
async function readReviewers({ database, tables: { reviews } }: DataSet): Promise<Map<number, number>> {
  const counted = database
    .select({
      gameId: reviews.gameId,
      reviewers: sql<number>`count(distinct ${reviews.userKey})::int`.as('reviewers'),
    })
    .from(reviews)
    .where(gte(reviews.gameId, 0))
    .groupBy(reviews.gameId)
    .as('counted');
  const [lists] = await database
    .select({
      gameIds: listOf(counted.gameId, counted.gameId),
      reviewers: listOf(counted.reviewers, counted.gameId),
    })
    .from(counted);
  const { gameIds, reviewers } = lists!;
  return new Map(gameIds.map((gameId, place) => [gameId, reviewers[place]!]));
}

async function readTotals({ database, tables }: DataSet): Promise<CatalogueTotals> {
  const { tags, userModel, users } = tables;
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
  return {
    users: counted!.users,
    mostPlayed: mostPlayed.map(({ gameId }) => gameId),
    tagGames: new Map(tagRows.map(({ tag, games }) => [tag, games])),
  };
}

/**
 * A function that gives the first list with the same texts, and the first text with the same letters: the same tags, genres and
 * developers come in many rows, and one of each saves memory.
 */
function sharing(): (texts: readonly string[]) => readonly string[] {
  const lists = new Map<string, readonly string[]>();
  const strings = new Map<string, string>();
  const shared = <T>(known: Map<string, T>, key: string, made: () => T): T => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = made();
    known.set(key, now);
    return now;
  };
  return (texts) =>
    shared(lists, texts.join('\n'), () => texts.map((text) => shared(strings, text, () => text)));
}
