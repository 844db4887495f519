import { describe, expect, it } from 'vitest';
import { COLD_GAMES_PARAMETERS, type ColdGames, fitColdGames } from '../../../src/etl/fit/cold-games.ts';
import { described } from '../classify/described.ts';

// Some users play racing games, others farming games. Nobody has games 7 and 8.
const tags = ['Racing', 'Racing', 'Racing', 'Farming', 'Farming', 'Farming', 'Racing', 'Farming'];
const games = tags.map((tag, index) =>
  described({ id: index + 1, name: '', genres: [], specs: [], tags: [tag] }),
);
const libraries = [
  [1, 2],
  [2, 3],
  [1, 3],
  [1, 2, 3],
  [4, 5],
  [5, 6],
  [4, 6],
  [4, 5, 6],
  [1, 4],
];
const interactions = {
  offsets: Uint32Array.from([0, ...libraries.map((_, at) => libraries.slice(0, at + 1).flat().length)]),
  games: Int32Array.from(libraries.flat()),
  minutes: Int32Array.from(libraries.flat(), () => 60),
};
const play = { ...COLD_GAMES_PARAMETERS.play, leastOwners: 1, factors: 2, rounds: 20 };
const cold = fitColdGames(interactions, games, () => true, { ...COLD_GAMES_PARAMETERS, play });

function cosine({ gameIds, predicted, placed }: ColdGames, asked: number, other: number): number {
  const { width } = placed;
  const [from, to] = [gameIds.indexOf(asked) * width, gameIds.indexOf(other) * width];
  let sum = 0;
  for (let at = 0; at < width; at++) sum += predicted.values[from + at]! * placed.values[to + at]!;
  return sum;
}

describe('a game that nobody has', () => {
  it.each([
    [7, [1, 2, 3], [4, 5, 6]],
    [8, [4, 5, 6], [1, 2, 3]],
  ])('%i lies near the games whose players like its kind', (asked, near, far) => {
    const least = Math.min(...near.map((other) => cosine(cold, asked, other)));
    const most = Math.max(...far.map((other) => cosine(cold, asked, other)));
    expect(least).toBeGreaterThan(most);
  });

  it('lies in the same place every time', () => {
    expect(fitColdGames(interactions, games, () => true, { ...COLD_GAMES_PARAMETERS, play })).toStrictEqual(
      cold,
    );
  });
});
