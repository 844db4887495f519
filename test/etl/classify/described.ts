import type { DescribedGame } from '../../../src/etl/classify/described-game.ts';

/** A game with a record that says nothing but what is given. */
export function described(game: Partial<DescribedGame>): DescribedGame {
  return {
    id: 1,
    name: 'Something',
    recorded: true,
    genres: ['Action'],
    tags: [],
    specs: ['Single-player'],
    developers: [],
    publisher: null,
    releaseYear: null,
    ...game,
  };
}

/** A game that is only known from libraries. */
export function unrecorded(id: number, name: string): DescribedGame {
  return described({ id, name, recorded: false, genres: [], specs: [] });
}
