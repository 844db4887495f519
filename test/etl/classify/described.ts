import type { DescribedGame } from '../../../src/etl/classify/described-game.ts';

/** A recorded game with these fields; all others are empty. */
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

/** A game without a record, known only from libraries. */
export function unrecorded(id: number, name: string): DescribedGame {
  return described({ id, name, recorded: false, genres: [], specs: [] });
}
