import { describe, expect, it } from 'vitest';
import type { ClassifiedGame, GamesAtLarge } from '../../../src/engine/catalogue/classified-game.ts';
import type { Wishes } from '../../../src/engine/recommender/shown-games.ts';
import {
  pickAlike,
  pickSimilarGames,
  type SimilarCandidate,
} from '../../../src/engine/recommender/similar-games.ts';
import { game } from './known-games.ts';

/** Candidates in order, the best first. Each is as like the game asked about as can be, and has 10 players in common with it. */
function pick(
  asked: ClassifiedGame,
  others: readonly ClassifiedGame[],
  wishes: Wishes = {},
  atLarge: Partial<GamesAtLarge> = {},
  candidate: (other: ClassifiedGame, place: number) => Partial<SimilarCandidate> = () => ({}),
) {
  const all = new Map([asked, ...others].map((one) => [one.gameId, one]));
  const candidates = others.map((other, place) => ({
    gameId: other.gameId,
    score: 1 / (place + 1),
    likeness: 1,
    players: 10,
    ...candidate(other, place),
  }));
  return pickSimilarGames(
    asked,
    candidates,
    {
      classified: (id) => all.get(id),
      mostPlayed: new Set(),
      users: 10_000,
      tagShares: new Map(),
      ...atLarge,
    },
    wishes,
  );
}

const ids = (picks: { gameId: number }[]) => picks.map(({ gameId }) => gameId);
const plain = [11, 12, 13, 14, 15, 16, 17].map((id) => game(id));

describe('the five games like a game', () => {
  it('are the best that may be shown', () => {
    expect(ids(pick(game(1), plain))).toStrictEqual([11, 12, 13, 14, 15]);
    const others = [game(2, { recommendable: false }), game(3, { adult: true }), ...plain];
    expect(ids(pick(game(1), others))).toStrictEqual([11, 12, 13, 14, 15]);
    expect(ids(pick(game(1), others, { adult: true }))).toStrictEqual([3, 11, 12, 13, 14]);
  });

  it('hold no edition twice, and none of the game itself', () => {
    const others = [
      game(2, { edition: 'game 1' }),
      game(3, { edition: 'metro' }),
      game(4, { edition: 'metro' }),
      ...plain,
    ];
    expect(ids(pick(game(1), others))).toStrictEqual([3, 11, 12, 13, 14]);
  });

  it('show the edition that has a record', () => {
    const others = [
      game(3, { edition: 'mw3', recorded: false }),
      ...plain.slice(0, 5),
      game(4, { edition: 'mw3' }),
    ];
    expect(ids(pick(game(1), others))).toStrictEqual([11, 12, 13, 14, 4]);
  });

  it('hold at most two of one series, whether its own or another', () => {
    const series = (key: string) => [20, 21, 22].map((id) => game(id, { series: [key] }));
    expect(ids(pick(game(1), [...series('worms'), ...plain]))).toStrictEqual([20, 21, 11, 12, 13]);
    expect(ids(pick(game(1, { series: ['worms'] }), [...series('worms'), ...plain]))).toStrictEqual([
      20, 21, 11, 12, 13,
    ]);
    const own = [game(20, { series: ['a'] }), game(21, { series: ['b'] }), game(22, { series: ['b', 'a'] })];
    expect(ids(pick(game(1, { series: ['a', 'b'] }), [...own, ...plain]))).toStrictEqual([
      20, 21, 11, 12, 13,
    ]);
  });

  it('hold the most alike of the most played games and no other of them, except from its own series', () => {
    const famous = [30, 31, 32].map((id) => game(id));
    const mostPlayed = new Set([30, 31, 32, 33]);
    expect(ids(pick(game(1), [...famous, ...plain], {}, { mostPlayed }))).toStrictEqual([30, 11, 12, 13, 14]);
    const own = game(33, { series: ['a'] });
    expect(
      ids(pick(game(1, { series: ['a'] }), [...famous, own, ...plain], {}, { mostPlayed })),
    ).toStrictEqual([30, 33, 11, 12, 13]);
  });

  it('hold one of the most played games only if it is alike', () => {
    const mostPlayed = new Set([30, 31]);
    const others = [game(30), game(31, { series: ['a'] }), ...plain];
    const picked = (likeness: number) =>
      ids(pick(game(1), others, {}, { mostPlayed }, ({ gameId }) => (gameId === 30 ? { likeness } : {})));
    expect(picked(0.34)).toStrictEqual([31, 11, 12, 13, 14]);
    expect(picked(0.36)).toStrictEqual([30, 11, 12, 13, 14]);
    // A game of the same series need not be.
    const own = pick(game(1, { series: ['a'] }), others, {}, { mostPlayed }, () => ({ likeness: 0 }));
    expect(ids(own)).toStrictEqual([31, 11, 12, 13, 14]);
  });

  it('stand in the order of their scores', () => {
    const picks = pick(game(1), plain, {}, {}, (_, place) => ({ score: place }));
    expect(ids(picks)).toStrictEqual([17, 16, 15, 14, 13]);
    expect(picks.map(({ score }) => score)).toStrictEqual([6, 5, 4, 3, 2]);
  });

  it('are rather fewer than filled up with games that are not alike, if the list is steered', () => {
    const alike = (_: ClassifiedGame, place: number) => ({ likeness: place < 3 ? 0.11 : 0.09 });
    for (const wishes of [
      { genre: 'Action' },
      { avoid: ['Horror'] },
      { howKnown: 'known' },
    ] satisfies Wishes[])
      expect(ids(pick(game(1), plain, wishes, {}, alike))).toStrictEqual([11, 12, 13]);
    expect(ids(pick(game(1), plain, {}, {}, alike))).toHaveLength(5);
  });

  it('are steered by genre, by tags to avoid and by how known they are', () => {
    const others = [
      game(2, { genres: ['Racing'], players: 5 }),
      game(3, { tags: ['Racing', 'Horror'], players: 50 }),
      game(4, { tags: ['Horror'], players: 5000 }),
    ];
    expect(ids(pick(game(1), others, { genre: 'Racing' }))).toStrictEqual([2, 3]);
    expect(ids(pick(game(1), others, { avoid: ['Horror'] }))).toStrictEqual([2]);
    expect(ids(pick(game(1), others, { genre: 'Racing', avoid: ['Horror'] }))).toStrictEqual([2]);
    expect(ids(pick(game(1), others, { howKnown: 'obscure' }))).toStrictEqual([2]);
    expect(ids(pick(game(1), others, { howKnown: 'known' }))).toStrictEqual([3]);
    expect(ids(pick(game(1), others, { howKnown: 'popular' }))).toStrictEqual([4]);
  });

  it('go on without a repetition on the next page', () => {
    const again = game(18, { edition: 'game 11' });
    const shown = new Set([11, 12, 13, 14, 15]);
    expect(ids(pick(game(1), [...plain, again], { shown }))).toStrictEqual([16, 17]);
  });
});

describe('the reasons', () => {
  const because = (asked: ClassifiedGame, other: ClassifiedGame, players: number, tagShares = {}) =>
    pick(asked, [other], {}, { tagShares: new Map(Object.entries(tagShares)) }, () => ({ players }))[0]!
      .because;

  it('name the series, the developer, the players and the tags that both are known for, in this order', () => {
    const portal = {
      series: ['portal'],
      developers: ['Valve'],
      tags: ['Puzzle', 'Indie', 'Science', 'Co-op', 'Comedy', 'Nudity'],
    };
    expect(
      because(game(1, { name: 'Portal', ...portal }), game(2, { name: 'Portal 2', ...portal }), 345, {
        Puzzle: 0.1,
        Indie: 0.5,
        Science: 0.01,
        'Co-op': 0.08,
        Comedy: 0.05,
        Nudity: 0.001,
      }),
    ).toStrictEqual([
      { kind: 'series', series: 'Portal' },
      { kind: 'developer', developer: 'Valve' },
      { kind: 'players', count: 345 },
      { kind: 'tags', tags: ['Puzzle', 'Science', 'Co-op'] },
    ]);
  });

  it('leave out tags for which one of the games is hardly known, and tags of hardly any game', () => {
    const shares = { 'Third Person': 0.02, '3D Vision': 0.003, 'Lara Croft': 0.0004, Stealth: 0.03 };
    const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    const first = game(1, { tags: ['Lara Croft', 'Third Person', 'Stealth', ...many, '3D Vision'] });
    const second = game(2, { tags: ['Third Person', 'Lara Croft', '3D Vision', 'Stealth'] });
    expect(because(first, second, 0, shares)).toStrictEqual([
      { kind: 'tags', tags: ['Third Person', 'Stealth'] },
    ]);
    // Where there is nothing better, such a tag is still a reason.
    expect(because(game(1, { tags: [...many, 'I', 'J', '3D Vision'] }), second, 0, shares)).toStrictEqual([
      { kind: 'tags', tags: ['3D Vision'] },
    ]);
  });

  it('leave out tags that fit games of every kind, where there is another reason', () => {
    const tags = ['Multiplayer', 'Singleplayer', 'Indie'];
    const shares = { Multiplayer: 0.07, Singleplayer: 0.13, Indie: 0.5 };
    expect(because(game(1, { tags }), game(2, { tags }), 9, shares)).toStrictEqual([
      { kind: 'players', count: 9 },
    ]);
    expect(because(game(1, { tags }), game(2, { tags }), 0, shares)).toStrictEqual([
      { kind: 'tags', tags: ['Multiplayer', 'Singleplayer', 'Indie'] },
    ]);
  });

  it('name a frequent tag if no rarer one is shared, and then leave out few players', () => {
    const tags = ['Indie'];
    expect(because(game(1, { tags }), game(2, { tags }), 4, { Indie: 0.5 })).toStrictEqual([
      { kind: 'tags', tags: ['Indie'] },
    ]);
  });

  it('are few players if there is nothing else, and else the popularity of the game', () => {
    expect(because(game(1), game(2), 4)).toStrictEqual([{ kind: 'players', count: 4 }]);
    expect(because(game(1), game(2, { players: 700 }), 0)).toStrictEqual([{ kind: 'popular', players: 700 }]);
  });

  it('leave out a developer that only brought a game to another system', () => {
    const developers = ['Feral Interactive (Mac)'];
    expect(because(game(1, { developers }), game(2, { developers }), 9)).toStrictEqual([
      { kind: 'players', count: 9 },
    ]);
  });

  it.each([
    ['Napoleon: Total War™', 'Total War: SHOGUN 2', 'Total War'],
    ['Napoleon: Total War™', 'Empire: Total War™', 'Total War'],
    ['Half-Life 2', 'Half-Life 2: Episode One', 'Half-Life 2'],
    ['Worms Reloaded', 'WORMS Revolution', 'Worms'],
    ['Football Manager 2015', 'Football Manager 2016', 'Football Manager'],
    ['Command & Conquer: Red Alert 3', 'Command & Conquer 3: Tiberium Wars', 'Command & Conquer'],
    ['Warhammer® 40,000: Dawn of War®', 'Warhammer 40,000:  Dawn of War II', 'Warhammer 40,000: Dawn of War'],
    ['Sam & Max 101: Culture Shock', 'Sam & Max 102: Situation: Comedy', 'Sam & Max'],
    ['Foo', 'Barbara', 'Foo'],
  ])('name the series of %s and %s as %s', (a, b, series) => {
    const shared = { series: ['x'] };
    expect(because(game(1, { name: a, ...shared }), game(2, { name: b, ...shared }), 0)).toStrictEqual([
      { kind: 'series', series },
    ]);
  });
});

describe('the five games like several', () => {
  /**
   * The ids of the picks for these games. Candidates come in order, each with 10 players in common with one of them.
   */
  function pickFor(
    asked: readonly ClassifiedGame[],
    others: readonly ClassifiedGame[],
    players: (other: ClassifiedGame) => number = () => 10,
  ): number[] {
    const all = new Map([...asked, ...others].map((one) => [one.gameId, one]));
    const candidates = [...all.values()].map((other, place) => ({
      gameId: other.gameId,
      score: 1 / (place + 1),
      likeness: 1,
      players: players(other),
    }));
    const atLarge = {
      classified: (id: number) => all.get(id),
      mostPlayed: new Set([30, 31]),
      users: 10_000,
      tagShares: new Map(),
    };
    return pickAlike(asked, candidates, atLarge).map(({ game: { gameId } }) => gameId);
  }

  it('are none of these games, though they are like each other, and no other edition of one', () => {
    const editions = [game(3, { edition: 'game 1' }), game(4, { edition: 'game 2' })];
    expect(pickFor([game(1), game(2)], [...editions, ...plain])).toStrictEqual([11, 12, 13, 14, 15]);
  });

  it('hold at most two of the series of each', () => {
    const of = (key: string, ...numbers: number[]) => numbers.map((id) => game(id, { series: [key] }));
    const asked = [game(1, { series: ['a'] }), game(2, { series: ['b'] })];
    const others = [...of('a', 40, 41, 42), ...of('b', 50, 51, 52), ...plain];
    expect(pickFor(asked, others)).toStrictEqual([40, 41, 50, 51, 11]);
  });

  it('hold one of the most played games, and others only from the series of these games', () => {
    const famous = [game(30), game(31, { series: ['b'] })];
    expect(pickFor([game(1), game(2)], [...famous, ...plain])).toStrictEqual([30, 11, 12, 13, 14]);
    const asked = [game(1), game(2, { series: ['b'] })];
    expect(pickFor(asked, [...famous, ...plain])).toStrictEqual([30, 31, 11, 12, 13]);
  });

  it('have a record, or five players in common, or a series in common', () => {
    const bare = [60, 61, 62].map((id) => game(id, { recorded: false, series: id === 62 ? ['b'] : [] }));
    const asked = [game(1), game(2, { series: ['b'] })];
    const players = (other: ClassifiedGame) => (other.gameId === 61 ? 5 : other.recorded ? 0 : 4);
    expect(pickFor(asked, [...bare, ...plain], players)).toStrictEqual([61, 62, 11, 12, 13]);
  });
});
