import { asc, desc, eq, gt, gte, sql } from 'drizzle-orm';
import { Catalogue, type CatalogueGame, type CatalogueTotals } from './catalogue.ts';
import type { DataSet } from './data-set.ts';
import { inTurns } from './in-turns.ts';
import { perDataSet } from './per-data-set.ts';
import { MOST_PLAYED } from './recommender/shown-games.ts';

/** Games read at once, for which nobody else waits long. */
const PART = 2_000;

/** Between the entries of a list; no name has it. */
const SEPARATOR = '\u001f';

/** Every game of a data set, and what is known of all of them. */
export async function readCatalogue(dataSet: DataSet): Promise<Catalogue> {
  const [games, totals] = await Promise.all([readGames(dataSet), readTotals(dataSet)]);
  return inTurns(Catalogue.build(games, totals));
}

async function readGames(dataSet: DataSet): Promise<CatalogueGame[]> {
  const reviewers = await readReviewers(dataSet);
  const query = partOfGames(dataSet);
  // The same few hundred tags and developers stand in many rows: one string each.
  const strings = new Map<string, string>();
  const split = (joined: string) =>
    joined === '' ? [] : joined.split(SEPARATOR).map((text) => intern(strings, text));
  const games: CatalogueGame[] = [];
  for (let after = -1; ; ) {
    const rows = await query.execute({ after });
    for (const { kind, players, ...row } of rows) {
      games.push({
        ...row,
        genres: split(row.genres),
        tags: split(row.tags),
        developers: split(row.developers),
        series: split(row.series),
        recommendable: kind === 'game',
        players: Math.max(players, reviewers.get(row.gameId) ?? 0),
      });
    }
    if (rows.length < PART) return games;
    after = rows.at(-1)!.gameId;
  }
}

const partOfGames = perDataSet(({ database, tables: { games, gameClasses, gamePlay } }) => {
  const list = (column: unknown) => sql<string>`array_to_string(${column}, ${SEPARATOR})`;
  return database
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
      players: sql<number>`coalesce(${gamePlay.players}, 0)`,
    })
    .from(games)
    .innerJoin(gameClasses, eq(gameClasses.gameId, games.id))
    .leftJoin(gamePlay, eq(gamePlay.gameId, games.id))
    .where(gt(games.id, sql.placeholder('after')))
    .orderBy(asc(games.id))
    .limit(PART)
    .prepare('part_of_games');
});

/** Some of the most played games are in no library of the data, but in many reviews (Team Fortress 2, Dota 2). */
async function readReviewers({ database, tables: { reviews } }: DataSet): Promise<Map<number, number>> {
  const rows = await database
    .select({
      gameId: reviews.gameId,
      reviewers: sql<number>`count(distinct ${reviews.userKey})::int`,
    })
    .from(reviews)
    .where(gte(reviews.gameId, 0))
    .groupBy(reviews.gameId);
  return new Map(rows.map(({ gameId, reviewers }) => [gameId, reviewers]));
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

function intern(strings: Map<string, string>, text: string): string {
  const known = strings.get(text);
  if (known !== undefined) return known;
  strings.set(text, text);
  return text;
}
