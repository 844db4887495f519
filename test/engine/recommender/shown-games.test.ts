import { describe, expect, test } from 'vitest';
import type { ClassifiedGame } from '../../../src/engine/catalogue/classified-game.ts';
import { isWished, Selection, type Wishes } from '../../../src/engine/recommender/shown-games.ts';
import { atLargeOf, game } from './known-games.ts';

/** The ids of the games that a list takes, in order. */
function taken(
  candidates: readonly ClassifiedGame[],
  {
    wishes = {},
    owned = [],
    about = [],
    others = [],
  }: {
    wishes?: Wishes;
    owned?: readonly ClassifiedGame[];
    about?: readonly ClassifiedGame[];
    others?: readonly ClassifiedGame[];
  } = {},
): number[] {
  const selection = new Selection(atLargeOf([...candidates, ...others]), wishes, owned, about);
  return candidates.flatMap((candidate) => {
    if (!selection.allows(candidate)) return [];
    selection.add(candidate);
    return [candidate.gameId];
  });
}

describe('one list', () => {
  test('has each edition once, and no owned game', () => {
    const remaster = game(2, { edition: 'metro' });
    const original = game(3, { edition: 'metro' });
    expect(taken([remaster, original, game(4)])).toEqual([2, 4]);
    expect(taken([remaster, game(4)], { owned: [original] })).toEqual([4]);
  });

  test('has at most two games of one series; a game of two series counts in both', () => {
    const a = (id: number) => game(id, { series: ['a'] });
    expect(taken([a(1), a(2), a(3), game(4)])).toEqual([1, 2, 4]);
    const both = game(5, { series: ['a', 'b'] });
    const b = game(6, { series: ['b'] });
    // `both` counts in a and in b, so each of them has room for one game more.
    expect(taken([both, a(1), b, a(2), game(7, { series: ['b'] })])).toEqual([5, 1, 6]);
  });

  test('counts all series of the game asked about as one series', () => {
    const asked = game(9, { series: ['a', 'b'] });
    const games = [game(1, { series: ['a'] }), game(2, { series: ['b'] }), game(3, { series: ['a'] })];
    expect(taken(games)).toEqual([1, 2, 3]);
    expect(taken(games, { about: [asked] })).toEqual([1, 2]);
    // Each of two games asked about has a series of its own.
    const two = [game(8, { series: ['a'] }), game(9, { series: ['b'] })];
    expect(taken([...games, game(4, { series: ['a'] })], { about: two })).toEqual([1, 2, 3]);
  });

  test('repeats no shown game, nor another edition of one', () => {
    const shown = game(1, { edition: 'metro' });
    const other = game(2, { edition: 'metro' });
    expect(taken([shown, other, game(3)], { wishes: { shown: new Set([1]) } })).toEqual([3]);
    expect(taken([other, game(3)], { wishes: { shown: new Set([1]) }, others: [shown] })).toEqual([3]);
  });
});

describe('a wished game', () => {
  test('is a game, and not for adults unless that is allowed', () => {
    expect(isWished(game(1), {}, 100)).toBe(true);
    expect(isWished(game(1, { recommendable: false }), { adult: true }, 100)).toBe(false);
    expect(isWished(game(1, { adult: true }), {}, 100)).toBe(false);
    expect(isWished(game(1, { adult: true }), { adult: true }, 100)).toBe(true);
  });

  test('has the wished genre or tag, and not the one to avoid', () => {
    const racer = game(1, { genres: ['Racing'], tags: ['Horror'] });
    expect(isWished(racer, { genre: 'Racing' }, 100)).toBe(true);
    expect(isWished(racer, { genre: 'Horror' }, 100)).toBe(true);
    expect(isWished(racer, { genre: 'Puzzle' }, 100)).toBe(false);
    expect(isWished(racer, { avoid: ['Racing'] }, 100)).toBe(false);
    expect(isWished(racer, { avoid: ['Horror'] }, 100)).toBe(false);
    expect(isWished(racer, { avoid: ['Puzzle'] }, 100)).toBe(true);
  });

  test.each([
    ['obscure', [0, 19]],
    ['known', [20, 199]],
    ['popular', [200, 10_000]],
  ] as const)('%s: of 10,000 users, %j play it', (howKnown, [least, most]) => {
    for (const players of [0, 19, 20, 199, 200, 10_000]) {
      const inside = players >= least && players <= most;
      expect(isWished(game(1, { players }), { howKnown }, 10_000), String(players)).toBe(inside);
    }
  });
});

describe('a game', () => {
  const label = (place: number) => ({ tags: [...new Array(place).fill('Other'), 'Puzzle'] });

  test('is of a genre that it has, and of the first ten tags, for which it is known', () => {
    const is = (known: Partial<ClassifiedGame>) => isWished(game(1, known), { genre: 'Puzzle' }, 10_000);
    expect(is({ genres: ['Puzzle'] })).toBe(true);
    expect(is(label(9))).toBe(true);
    expect(is(label(10))).toBe(false);
  });

  test('has a genre or tag to avoid wherever it stands', () => {
    expect(isWished(game(1, label(19)), { avoid: ['Puzzle'] }, 10_000)).toBe(false);
    expect(isWished(game(1, label(19)), { avoid: ['Racing'] }, 10_000)).toBe(true);
  });
});
