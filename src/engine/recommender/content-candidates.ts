import { asc, eq, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { unpackNumbers, unpackRow } from '../../database/packed-weights.ts';
import { anyOf, numbers } from '../any-of.ts';
import type { DataSet } from '../data-set.ts';
import { perDataSet } from '../per-data-set.ts';
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
export class ContentSearch {
  readonly #dataSet: DataSet;
  readonly #answers = new LRUCache<string, Promise<SimilarCandidate[]>>({ max: KEPT_ANSWERS });
  #tree: Promise<{ nearest: NearestGames; gameIds: number[] }> | undefined;

  constructor(dataSet: DataSet) {
    this.#dataSet = dataSet;
  }

  /** The games nearest to one by content, best first; none where it has no record. Asked again, the answer is there. */
  candidates(gameId: number, breadth: Breadth): Promise<SimilarCandidate[]> {
    const key = `${gameId} ${breadth}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.#find(gameId, breadth);
      this.#answers.set(key, answer);
      answer.catch(() => this.#answers.delete(key));
    }
    return answer;
  }

  /** Ends the worker. */
  async close(): Promise<void> {
    const tree = await this.#tree?.catch(() => undefined);
    await tree?.nearest.close();
  }

  async #find(gameId: number, breadth: Breadth): Promise<SimilarCandidate[]> {
    const [asked] = await predictedOf(this.#dataSet).execute({ gameId });
    if (asked === undefined) return [];
    const question = { predicted: unpackNumbers(asked.predicted), content: unpackRow(asked.content) };
    if (question.content.columns.length === 0) return [];

    if (this.#tree === undefined) {
      this.#tree = this.#plant();
      // The database may have been away for a moment: the next who asks tries again.
      this.#tree.catch(() => {
        this.#tree = undefined;
      });
    }
    const { nearest, gameIds } = await this.#tree;
    // Where few games are played, a place has fewer numbers; the tree's have zeros there.
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

  async #plant() {
    const { database, tables } = this.#dataSet;
    const { gamePlaces, gameClasses } = tables;
    const rows = await database
      .select({
        gameId: gamePlaces.gameId,
        place: sql<Buffer>`substring(${gamePlaces.placed} for ${TREE_NUMBERS * Float32Array.BYTES_PER_ELEMENT}::int)`,
      })
      .from(gamePlaces)
      .innerJoin(gameClasses, eq(gameClasses.gameId, gamePlaces.gameId))
      .where(eq(gameClasses.kind, 'game'))
      .orderBy(asc(gamePlaces.gameId));
    const points = new Float32Array(rows.length * TREE_NUMBERS);
    for (const [row, { place }] of rows.entries()) points.set(unpackNumbers(place), row * TREE_NUMBERS);
    return {
      nearest: NearestGames.start(points, TREE_NUMBERS),
      gameIds: rows.map(({ gameId }) => gameId),
    };
  }
}

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
