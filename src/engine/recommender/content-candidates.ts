import { eq, sql } from 'drizzle-orm';
import { anyOf, numbers } from '../../database/any-of.ts';
import { unpackNumbers, unpackRow } from '../../database/packed-weights.ts';
import { Memo, memoized } from '../../platform/memo.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { type PlacedGame, rankByContent } from './content-picks.ts';
import { NearestGames } from './nearest-games.ts';
import type { SimilarCandidate } from './similar-games.ts';

/** The tree is searched by so many numbers of a place, its most telling ones. */
const TREE_NUMBERS = 24;

/** So many of the nearest are ranked again by all there is. */
const NEAREST = { near: 400, far: 2_000 };

/** How far candidates are sought. */
export type Breadth = keyof typeof NEAREST;

const KEPT_ANSWERS = 2_000;

/** Finds games by their content, in a worker that keeps its tree as long as the data set answers. */
class ContentSearch {
  readonly #dataSet: DataSet;
  readonly #answers = new Memo<string, Promise<SimilarCandidate[]>>({ max: KEPT_ANSWERS });
  /** Where games lie, and which game each row of it is. */
  readonly #tree = memoized(() => this.#plant());

  constructor(dataSet: DataSet) {
    this.#dataSet = dataSet;
  }

  /** The games nearest to one by content, best first; none where it has no record. Asked again, the answer is there. */
  candidates(gameId: number, breadth: Breadth): Promise<SimilarCandidate[]> {
    return this.#answers.once(`${gameId} ${breadth}`, () => this.#find(gameId, breadth));
  }

  /** Starts the worker, so that the first question does not wait for its tree. */
  async readAhead(): Promise<void> {
    await this.#tree();
  }

  /** Ends the worker. */
  async close(): Promise<void> {
    const tree = await this.#tree.kept()?.catch(() => undefined);
    await tree?.nearest.close();
  }

  async #find(gameId: number, breadth: Breadth): Promise<SimilarCandidate[]> {
    const [asked] = await predictedOf(this.#dataSet).execute({ gameId });
    if (asked === undefined) return [];
    const question = { predicted: unpackNumbers(asked.predicted), content: unpackRow(asked.content) };
    if (question.content.columns.length === 0) return [];

    const { nearest, gameIds } = await this.#tree();
    const point = Float32Array.from({ length: TREE_NUMBERS }, (_, at) => question.predicted[at] ?? 0);
    const rows = await nearest.nearest(point, NEAREST[breadth] + 1);
    const found = rows.map((row) => gameIds[row]!).filter((id) => id !== gameId);
    if (found.length === 0) return [];
    const candidates = (await placesOf(this.#dataSet).execute({ gameIds: numbers(found) })).map(
      ({ gameId: id, placed, content, owners }): PlacedGame => ({
        gameId: id,
        place: unpackNumbers(placed),
        content: unpackRow(content),
        owners,
      }),
    );
    return rankByContent(question, candidates).map(({ candidate, score }) => ({
      gameId: candidate.gameId,
      score,
      displayScore: score,
      players: 0,
    }));
  }

  /** All places come as one value: to read thousands of rows takes a hundred times as long, and everyone waits. */
  async #plant() {
    const { database, tables } = this.#dataSet;
    const { gamePlaces, gameClasses } = tables;
    const first = sql`substring(${gamePlaces.placed} for ${TREE_NUMBERS * Float32Array.BYTES_PER_ELEMENT}::int)`;
    const [row] = await database
      .select({
        gameIds: sql<number[]>`coalesce(json_agg(${gamePlaces.gameId} order by ${gamePlaces.gameId}), '[]')`,
        places: sql<Buffer>`coalesce(string_agg(${first}, ''::bytea order by ${gamePlaces.gameId}), ''::bytea)`,
      })
      .from(gamePlaces)
      .innerJoin(gameClasses, eq(gameClasses.gameId, gamePlaces.gameId))
      .where(eq(gameClasses.kind, 'game'));
    const { gameIds } = row!;
    const places = unpackNumbers(row!.places);
    // Where few games are played, a place has fewer numbers; the tree's have zeros there.
    const width = places.length / Math.max(1, gameIds.length);
    const points = new Float32Array(gameIds.length * TREE_NUMBERS);
    for (let game = 0; game < gameIds.length; game++) {
      points.set(places.subarray(game * width, (game + 1) * width), game * TREE_NUMBERS);
    }
    return { nearest: NearestGames.start(points, TREE_NUMBERS), gameIds };
  }
}

/** The search by content in a data set; its worker is started by whoever needs it first. */
export const contentSearchOf = perDataSet((dataSet) => new ContentSearch(dataSet), {
  readAhead: 'models',
  warmUp: (search) => search.readAhead(),
  close: (search) => search.close(),
});

const predictedOf = perDataSet(({ database, tables: { gamePlaces } }) =>
  database
    .select({ predicted: gamePlaces.predicted, content: gamePlaces.content })
    .from(gamePlaces)
    .where(eq(gamePlaces.gameId, sql.placeholder('gameId')))
    .prepare('predicted_of'),
);

const placesOf = perDataSet(({ database, tables: { gamePlaces } }) =>
  database
    .select({
      gameId: gamePlaces.gameId,
      placed: gamePlaces.placed,
      content: gamePlaces.content,
      owners: gamePlaces.owners,
    })
    .from(gamePlaces)
    .where(anyOf(gamePlaces.gameId, 'gameIds'))
    .prepare('places_of'),
);
