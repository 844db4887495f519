import { classifyGames } from '../../src/etl/classify/classify-games.ts';
import { makeColumns } from '../../src/etl/fit/columns.ts';
import { SimilarGamesFit } from '../../src/etl/fit/fit-similar-games.ts';
import { fitUserModel } from '../../src/etl/fit/fit-user-model.ts';
import { gameFeatures } from '../../src/etl/fit/interactions.ts';
import type { ModelContext } from '../../src/evaluate/compared-models.ts';
import { describeAtLarge } from '../../src/evaluate/fitted-games.ts';
import type { GameEvaluationContext } from '../../src/evaluate/game-evaluation.ts';
import { described } from '../etl/classify/described.ts';
import { interactions } from '../etl/fit/libraries.ts';

/** The ids of the games of three tastes. The players of one taste play no game of the others. */
export const TASTES: readonly (readonly number[])[] = [
  [10, 11, 12, 13, 14, 15, 16],
  [20, 21, 22, 23, 24, 25, 26],
  [30, 31, 32, 33, 34, 35, 36],
];

/** A game that only one user has, who has no other. */
export const ALONE = 40;

/** The number of players of each taste. */
const PLAYERS = 20;

const games = [
  ...TASTES.flatMap((taste, place) =>
    taste.map((id) =>
      described({ id, name: `Name ${id}`, tags: [`Taste ${place}`], developers: [`Studio ${place}`] }),
    ),
  ),
  described({ id: ALONE, name: 'Alone' }),
];

/** Everyone has five or six of the seven games of a taste. Every fifth of these was never started. */
const libraries = interactions(
  ...TASTES.flatMap((taste) =>
    Array.from({ length: PLAYERS }, (_, user) =>
      Object.fromEntries(
        taste
          .filter((_, place) => place !== user % taste.length && place !== (user * 3) % taste.length)
          .map((id, place) => [id, (user + place) % 5 === 0 ? 0 : 60 + user]),
      ),
    ),
  ),
  { [ALONE]: 60 },
);

/** The context of every model and list, fitted on an invented world of 22 games and 61 users. */
export async function smallContext(): Promise<
  ModelContext & Pick<GameEvaluationContext, 'split' | 'games' | 'gamesFit'>
> {
  const columns = makeColumns(libraries, 100);
  const features = gameFeatures(games);
  const classes = classifyGames(games);
  const gamesFit = new SimilarGamesFit(libraries, { games, classes });
  return {
    columns,
    features,
    games,
    gamesFit,
    split: { salt: 's', training: libraries, testUsers: [] },
    model: await fitUserModel(libraries, features, undefined, 1),
    similar: gamesFit.lists(),
    atLarge: describeAtLarge(games, classes, columns),
    progress: () => {},
  };
}
