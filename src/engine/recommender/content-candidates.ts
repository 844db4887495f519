import { eq, sql } from 'drizzle-orm';
import { anyOf, numbers } from '../../database/any-of.ts';
import { listOf } from '../../database/json-of.ts';
import { unpackNumbers, unpackRow } from '../../database/packed-weights.ts';
import { Memo } from '../../platform/memo.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { type PlacedGame, rankByContent } from './content-picks.ts';
import { NearestGames } from './nearest-games.ts';
import type { SimilarCandidate } from './similar-games.ts';

/** The number of coordinates of a place that the tree is searched by, the most telling first. */
const TREE_NUMBERS = 24;

/** The number of nearest games in the tree that are ranked again by their full vectors. */
const NEAREST = { near: 400, far: 2_000 };

/**
 * How far the search for candidates goes; see {@link NEAREST}. A steered list needs `far`, since most
 * candidates drop out.
 */
export type Breadth = keyof typeof NEAREST;

/** The number of candidate lists that are kept, the most recently used ones. */
const KEPT_LISTS = 2_000;

/** The search tree in its worker, and the id of the game in each row of it. */
interface Tree {
  nearest: NearestGames;
  gameIds: readonly number[];
}

/** Finds games by their content, in a worker that keeps its tree for as long as the data set answers questions. */
class ContentSearch {
  readonly #dataSet: DataSet;
  readonly #lists = new Memo<string, Promise<SimilarCandidate[]>>({ max: KEPT_LISTS });
  readonly #trees = new Memo<'tree', Promise<Tree>>();
  #closed = false;

  constructor(dataSet: DataSet) {
    this.#dataSet = dataSet;
  }

  /** The games nearest to a game by content, best first; none where the game has no record. Lists are kept. */
  candidates(gameId: number, breadth: Breadth): Promise<SimilarCandidate[]> {
    return this.#lists.once(`${gameId} ${breadth}`, () => this.#find(gameId, breadth));
  }

  /** Starts the worker, so that the first question need not wait for the tree. */
  async readAhead(): Promise<void> {
    await this.#tree();
  }

  /** Ends the worker. */
  async close(): Promise<void> {
    this.#closed = true;
    const tree = await this.#trees.kept('tree')?.catch(() => undefined);
    await tree?.nearest.close();
  }

  /** The tree; a new one where the worker of the last has died, so that one failure does not last. */
  async #tree(): Promise<Tree> {
    const start = () => this.#startTree();
    const tree = await this.#trees.once('tree', start);
    if (!tree.nearest.ended || this.#closed) return tree;
    if (this.#trees.settled('tree') === tree) this.#trees.clear();
    return this.#trees.once('tree', start);
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

  /**
   * Reads the places of all games and starts the worker with them. All places come as one value, because
   * thousands of rows take a hundred times as long to read and block every other question meanwhile.
   */
  async #startTree(): Promise<Tree> {
    const { gamePlaces, gameClasses } = this.#dataSet.tables;
    const first = sql`substring(${gamePlaces.placed} for ${TREE_NUMBERS * Float32Array.BYTES_PER_ELEMENT}::int)`;
    const [row] = await this.#dataSet.withoutTimeLimit(({ database }) =>
      database
        .select({
          gameIds: listOf(gamePlaces.gameId, gamePlaces.gameId),
          places: sql<Buffer>`coalesce(string_agg(${first}, ''::bytea order by ${gamePlaces.gameId}), ''::bytea)`,
        })
        .from(gamePlaces)
        .innerJoin(gameClasses, eq(gameClasses.gameId, gamePlaces.gameId))
        .where(eq(gameClasses.kind, 'game')),
    );
    const { gameIds } = row!;
    const places = unpackNumbers(row!.places);
    // In a data set with few played games, a place has fewer numbers than the tree. The rest are zeros.
    const width = places.length / Math.max(1, gameIds.length);
    const points = new Float32Array(gameIds.length * TREE_NUMBERS);
    for (let game = 0; game < gameIds.length; game++) {
      points.set(places.subarray(game * width, (game + 1) * width), game * TREE_NUMBERS);
    }
    return { nearest: NearestGames.start(points, TREE_NUMBERS), gameIds };
  }
}

/** The search by content in a data set. Its worker starts with the first call, or when values are read ahead. */
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
