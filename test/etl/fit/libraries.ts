import type { Interactions } from '../../../src/etl/fit/interactions.ts';

/** Libraries in the form that a model reads, from minutes by game for each user. */
export function interactions(...users: Record<number, number>[]): Interactions {
  const rows = users.map((user) => Object.entries(user).map(([game, minutes]) => [Number(game), minutes]));
  const offsets = [0];
  for (const games of rows) offsets.push(offsets.at(-1)! + games.length);
  return {
    offsets: Uint32Array.from(offsets),
    games: Int32Array.from(rows.flat(), ([game]) => game!),
    minutes: Int32Array.from(rows.flat(), ([, minutes]) => minutes!),
  };
}
