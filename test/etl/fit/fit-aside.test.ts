import { expect, test } from 'vitest';
import { FITS, fitAside } from '../../../src/etl/fit/fit-aside.ts';
import { described } from '../classify/described.ts';

test('a large fit, which runs in a thread of its own, is the same to the last bit', async () => {
  const users = 1700;
  const perUser = 60;
  const all = 90;
  // Each user lacks 30 games in a row, beginning at a place that depends on the user.
  const libraries = Array.from({ length: users }, (_, user) =>
    Array.from({ length: perUser }, (_, at) => 1 + ((user * 7 + at) % all)).sort((a, b) => a - b),
  );
  const games = Array.from({ length: all }, (_, i) =>
    described({ id: i + 1, name: `Word${i % 7} Word${i}`, tags: [`t${i % 5}`, `t${i % 11}`] }),
  );
  const input = {
    interactions: {
      offsets: Uint32Array.from({ length: users + 1 }, (_, user) => user * perUser),
      games: Int32Array.from(libraries.flat()),
      minutes: Int32Array.from(libraries.flat(), (id, row) => (id * row) % 3),
    },
    games,
  };
  expect(input.interactions.games.length).toBeGreaterThanOrEqual(100_000);
  for (const fit of ['users', 'games'] as const) {
    expect(await fitAside(fit, input), fit).toEqual(structuredClone(await FITS[fit](input)));
  }
});
