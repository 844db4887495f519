import type { Classification } from '../classify/classify-games.ts';
import type { DescribedGame } from '../classify/described-game.ts';
import {
  type ContentVector,
  type ContentVectors,
  contentVectors,
  developerFeatures,
  joinVectors,
  mixVectors,
  scaledVector,
  titleFeatures,
  vectorAt,
} from './game-content.ts';

/**
 * The weight of each kind of content: the likeness of two games that have nothing but that in common. These and the numbers
 * below are the best on the tuning half of the games that people call alike; see docs/recommending.md.
 */
const WEIGHTS = { tags: 0.75, developers: 0.15, titleWords: 0.15 };

/** A tag at place p of a game's list, from 0, counts 1 / (1 + p × this). */
const DECLINE = 0.1;

/** The part of its likeness, 0 to 1, that a game keeps that borrows its tags: from its series, and from games played with it. */
const BORROWED = { fromSeries: 0.8, fromPlay: 0.7 };

/** A game that lends its tags to a game without tags. */
export interface Lender {
  gameId: number;
  weight: number;
}

/** The content of games as vectors: the dot product of two is the likeness of the games, from 0 to little more than 1. */
export interface GameLikeness {
  /** The id of the game of each vector. */
  gameIds: Int32Array;
  vectors: ContentVectors;
}

/** The least number of games with a developer or a word of a title. A feature of one game alone makes it like no other. */
const LEAST_GAMES = 2;

/**
 * Makes the vectors by which games are compared: tags in their order, developers and words of titles. A game without tags
 * borrows them from another edition of it, or else from its series, or else from games that it is played with. Borrowed tags
 * are a mix that is a little like everything, so they count less.
 *
 * @param classes the classes of games, by id; only what is a game has relatives
 * @param playedWith the games that a game is played with, among those that can lend
 */
export function fitGameLikeness(
  games: readonly DescribedGame[],
  classes: ReadonlyMap<number, Classification>,
  playedWith: (gameId: number, lends: (other: number) => boolean) => Lender[],
): GameLikeness {
  const kinds = [
    { weight: WEIGHTS.tags, vectors: tagVectors(games, classes, playedWith) },
    {
      weight: WEIGHTS.developers,
      vectors: contentVectors(games.map(developerFeatures), { leastGames: LEAST_GAMES }),
    },
    {
      weight: WEIGHTS.titleWords,
      vectors: contentVectors(games.map(titleFeatures), { leastGames: LEAST_GAMES }),
    },
  ];
  const size = kinds.reduce((sum, { vectors }) => sum + vectors.size, 0);
  const joined = games.map((_, row) => {
    let offset = 0;
    const features: number[] = [];
    const values: number[] = [];
    for (const { weight, vectors } of kinds) {
      const own = vectorAt(vectors, row);
      for (const [at, value] of Array.from(own.values).entries()) {
        features.push(offset + own.features[at]!);
        // Each of the two vectors in a product brings the root of the weight.
        values.push(Math.sqrt(weight) * value);
      }
      offset += vectors.size;
    }
    return { features, values };
  });
  return { gameIds: Int32Array.from(games, ({ id }) => id), vectors: joinVectors(joined, size) };
}

/** The tag vector of each game, its own or a borrowed one. */
function tagVectors(
  games: readonly DescribedGame[],
  classes: ReadonlyMap<number, Classification>,
  playedWith: (gameId: number, lends: (other: number) => boolean) => Lender[],
): ContentVectors {
  const own = contentVectors(
    games.map(({ tags }) => tags),
    { weightAt: (place) => 1 / (1 + DECLINE * place) },
  );
  const isTagged = (row: number) => own.offsets[row + 1]! > own.offsets[row]!;
  const rowOf = new Map(games.map(({ id }, row) => [id, row]));
  const lends = (id: number) => isTagged(rowOf.get(id)!);
  const ofEdition = new Map<string, number>();
  const ofSeries = new Map<string, number[]>();
  for (const [row, { id }] of games.entries()) {
    const { kind, edition, series } = classes.get(id)!;
    if (kind !== 'game' || !isTagged(row)) continue;
    if (!ofEdition.has(edition)) ofEdition.set(edition, row);
    for (const key of series) ofSeries.set(key, [...(ofSeries.get(key) ?? []), row]);
  }
  const mixed = (lenders: readonly { row: number; weight: number }[]) =>
    mixVectors(lenders.map(({ row, weight }) => ({ weight, vector: vectorAt(own, row) })));
  const borrow = (id: number): ContentVector => {
    const { kind, edition, series } = classes.get(id)!;
    const same = kind === 'game' ? ofEdition.get(edition) : undefined;
    if (same !== undefined) return vectorAt(own, same);
    const relatives = kind === 'game' ? new Set(series.flatMap((key) => ofSeries.get(key) ?? [])) : [];
    const ofRelatives = mixed(Array.from(relatives, (row) => ({ row, weight: 1 })));
    if (ofRelatives.features.length > 0) return scaledVector(ofRelatives, BORROWED.fromSeries);
    const played = playedWith(id, lends).map(({ gameId, weight }) => ({ row: rowOf.get(gameId)!, weight }));
    return scaledVector(mixed(played), BORROWED.fromPlay);
  };
  const vectors = games.map(({ id }, row) => (isTagged(row) ? vectorAt(own, row) : borrow(id)));
  return joinVectors(vectors, own.size);
}
