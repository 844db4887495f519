import { expect, test } from 'vitest';
import { CoPlay } from '../../../src/etl/fit/co-play.ts';
import { makeColumns } from '../../../src/etl/fit/columns.ts';
import { interactions } from './libraries.ts';

test('the chance of play given a played game, and given a game that is only owned', () => {
  // Four users. Game 10 has 4 owners and 3 players, game 20 has 3 owners and 2 players.
  const libraries = interactions({ 10: 9, 20: 9 }, { 10: 9, 20: 0 }, { 10: 0, 20: 9 }, { 10: 9 });
  const coPlay = new CoPlay(makeColumns(libraries, 10), 1);
  const [of10, of20] = [coPlay.row(0), coPlay.row(1)];
  // Without the user who owns 20 unplayed, 2 of 3 play it. An imagined user adds that chance, 2/3.
  // Three users play 10. One of them plays 20, and one owns it unplayed: (1 + 2/3) / (3 − 1 + 1).
  expect(of10.played[1]).toBeCloseTo(5 / 9, 12);
  // One user owns 10 unplayed, and plays 20: (1 + 2/3) / (1 − 0 + 1).
  expect(of10.owned[1]).toBeCloseTo(5 / 6, 12);
  // Without the user who owns 10 unplayed, all 3 play it: (1 + 1) / (2 − 1 + 1) and (1 + 1) / (1 − 0 + 1).
  expect(of20.played[0]).toBeCloseTo(1, 12);
  expect(of20.owned[0]).toBeCloseTo(1, 12);
  expect([of10.played[0], of20.owned[1]]).toEqual([0, 0]);
});
