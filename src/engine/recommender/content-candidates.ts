import { eq, sql } from 'drizzle-orm';
import { listOf } from '../../database/json-of.ts';
import { unpackRow } from '../../database/packed-weights.ts';
import { Memo } from '../../platform/memo.ts';
import { catalogueOf } from '../catalogue/read-catalogue.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { NearestGames } from './nearest-games.ts';
import { isSteered, isWished, type Wishes } from './shown-games.ts';
import type { SimilarCandidate } from './similar-games.ts';

/** The number of games that a search finds. */
const NEAREST = { near: 100, far: 500 };

/** How far the search for candidates goes; see {@link NEAREST}. All pages of a list need `far`. */
export type Breadth = keyof typeof NEAREST;

/** The number of candidate lists that are kept, the most recently used ones. */
const KEPT_LISTS = 2_000;

/** The number of steerings whose rows are kept, 70 kB each at most. Several likes are asked with the same one. */
const KEPT_STEERINGS = 50;

// The weights were chosen by the games that people call alike (docs/recommending.md).
const OWNERS_WEIGHT = 0.06;
const RECOMMENDATIONS_WEIGHT = 0.12;

/** The factor by which the likeness of a game counts more that people vouch for. */
export function vouchedFactor(owners: number, recommendations: number): number {
  return 1 + OWNERS_WEIGHT * Math.log1p(owners) + RECOMMENDATIONS_WEIGHT * Math.log1p(recommendations);
}

/** The search tree in its worker, and the id of the game in each row of it. */
interface Tree {
  nearest: NearestGames;
  gameIds: readonly number[];
  /** The factor of each row. */
  factors: Float32Array;
}

/** Finds games by their content, in a worker that keeps its tree for as long as the data set answers questions. */
class ContentSearch {
  readonly #dataSet: DataSet;
  readonly #lists = new Memo<string, Promise<SimilarCandidate[]>>({ max: KEPT_LISTS });
  readonly #trees = new Memo<'tree', Promise<Tree>>();
  readonly #steeredRows = new Memo<string, Promise<Uint32Array>>({ max: KEPT_STEERINGS });
  #closed = false;

  constructor(dataSet: DataSet) {
    this.#dataSet = dataSet;
  }

  /**
   * The games nearest to a game by content, best first; none where nothing is known of the game. Lists are kept. For a
   * steered list, only the games that meet the wishes are searched. These are fewer and less alike, so among them counts
   * twice what people vouch for.
   */
  candidates(gameId: number, breadth: Breadth, wishes: Wishes = {}): Promise<SimilarCandidate[]> {
    const { genre, avoid, howKnown, adult } = wishes;
    const steering = isSteered(wishes) ? { genre, avoid, howKnown, adult } : null;
    const key = JSON.stringify([gameId, breadth, steering]);
    return this.#lists.once(key, () => this.#find(gameId, breadth, steering));
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

  async #find(gameId: number, breadth: Breadth, steering: Wishes | null): Promise<SimilarCandidate[]> {
    const [asked] = await contentOf(this.#dataSet).execute({ gameId });
    if (asked === undefined) return [];
    const { nearest, gameIds, factors } = await this.#tree();
    const rowsOf = (wishes: Wishes) =>
      this.#steeredRows.once(JSON.stringify(wishes), () => this.#rowsOf(gameIds, wishes));
    const among = steering === null ? null : await rowsOf(steering);
    const found = await nearest.nearest(unpackRow(asked.content), NEAREST[breadth] + 1, among);
    return found
      .map(({ row, likeness, score }) => ({
        gameId: gameIds[row]!,
        likeness,
        score: steering === null ? score : score * factors[row]!,
        players: 0,
      }))
      .filter(({ gameId: id, score }) => id !== gameId && score > 0)
      .sort((a, b) => b.score - a.score || a.gameId - b.gameId);
  }

  /** The rows of the games that meet some wishes. */
  async #rowsOf(gameIds: readonly number[], wishes: Wishes): Promise<Uint32Array> {
    const catalogue = await catalogueOf(this.#dataSet);
    const isIn = (gameId: number) => {
      const game = catalogue.classified(gameId);
      return game !== undefined && isWished(game, wishes, catalogue.users);
    };
    return Uint32Array.from(gameIds.keys()).filter((row) => isIn(gameIds[row]!));
  }

  /**
   * Reads the contents of all games and starts the worker with them. All contents come as one value, because
   * thousands of rows take a hundred times as long to read and block every other question meanwhile.
   */
  async #startTree(): Promise<Tree> {
    const { gameContent, gameClasses, gamePlay, reviews } = this.#dataSet.tables;
    const [row] = await this.#dataSet.withoutTimeLimit(({ database }) => {
      const counted = database
        .select({
          gameId: reviews.gameId,
          recommendations: sql<number>`count(*) filter (where ${reviews.recommend})::int`.as(
            'recommendations',
          ),
        })
        .from(reviews)
        .groupBy(reviews.gameId)
        .as('counted');
      const inOrder = sql`order by ${gameContent.gameId}`;
      return database
        .select({
          gameIds: listOf(gameContent.gameId, gameContent.gameId),
          sizes: listOf(sql<number>`length(${gameContent.content})`, gameContent.gameId),
          owners: listOf(sql<number>`coalesce(${gamePlay.owners}, 0)`, gameContent.gameId),
          recommendations: listOf(sql<number>`coalesce(${counted.recommendations}, 0)`, gameContent.gameId),
          contents: sql<Buffer>`coalesce(string_agg(${gameContent.content}, ''::bytea ${inOrder}), ''::bytea)`,
        })
        .from(gameContent)
        .innerJoin(gameClasses, eq(gameClasses.gameId, gameContent.gameId))
        .leftJoin(gamePlay, eq(gamePlay.gameId, gameContent.gameId))
        .leftJoin(counted, eq(counted.gameId, gameContent.gameId))
        .where(eq(gameClasses.kind, 'game'));
    });
    const { gameIds, sizes, owners, recommendations, contents } = row!;
    const factors = Float32Array.from(owners, (count, game) => vouchedFactor(count, recommendations[game]!));
    return { nearest: NearestGames.start({ contents, sizes, factors }), gameIds, factors };
  }
}

/** The search by content in a data set. Its worker starts with the first call, or when values are read ahead. */
export const contentSearchOf = perDataSet((dataSet) => new ContentSearch(dataSet), {
  readAhead: 'models',
  warmUp: (search) => search.readAhead(),
  close: (search) => search.close(),
});

const contentOf = perDataSet(({ database, tables: { gameContent } }) =>
  database
    .select({ content: gameContent.content })
    .from(gameContent)
    .where(eq(gameContent.gameId, sql.placeholder('gameId')))
    .prepare('content_of'),
);
