import { describe, expect, it } from 'vitest';
import { classifyGames } from '../../src/etl/classify/classify-games.ts';
import { makeColumns } from '../../src/etl/fit/columns.ts';
import { SimilarGamesFit } from '../../src/etl/fit/fit-similar-games.ts';
import { describeAtLarge } from '../../src/evaluate/fitted-games.ts';
import { evaluateGames, judgeSimilarLists } from '../../src/evaluate/game-evaluation.ts';
import { pairGames } from '../../src/evaluate/game-pairs.ts';
import type { Fold, Split } from '../../src/evaluate/split.ts';
import { TagSimilarity } from '../../src/evaluate/tag-similarity.ts';
import { described, unrecorded } from '../etl/classify/described.ts';

const split: Split = {
  salt: 's',
  training: {
    offsets: Uint32Array.of(0, 4, 6),
    games: Int32Array.of(10, 20, 30, 70, 10, 20),
    minutes: Int32Array.of(5, 5, 5, 0, 5, 5),
  },
  testUsers: [
    { user: 0, userId: 'ada', fold: 'tuning' as Fold, heldOut: [40, 50, 60] },
    { user: 1, userId: 'bob', fold: 'test' as Fold, heldOut: [30] },
  ],
};

describe('pairs', () => {
  it('hold the played game with the smallest hash, as another program found it', () => {
    // hashlib.md5 of s|pair|ada|<held out>|<played>. Game 70, whose hash would be smallest for 50, is only owned.
    expect(pairGames(split, 'tuning')).toStrictEqual([
      { asked: 20, heldOut: 40 },
      { asked: 20, heldOut: 50 },
      { asked: 30, heldOut: 60 },
    ]);
    expect(pairGames(split, 'test').map(({ heldOut }) => heldOut)).toStrictEqual([30]);
  });
});

const games = [
  described({ id: 10, genres: [], specs: [], tags: ['a', 'b'] }),
  described({ id: 20, genres: [], specs: [], tags: ['a'] }),
  described({ id: 30, genres: [], specs: [], tags: ['c'] }),
  described({ id: 40, genres: [], specs: [], tags: [] }),
  unrecorded(70, 'Without a record'),
];

describe('lists', () => {
  it('are compared by tags: the cosine of TF-IDF over all records', () => {
    const similarity = new TagSimilarity(games);
    // ln(4/2) for a, ln(4/1) for b: (1, 2) / √5.
    expect(similarity.cosine(10, 20)).toBeCloseTo(1 / Math.sqrt(5), 12);
    expect(similarity.cosine(20, 20)).toBeCloseTo(1, 12);
    expect(similarity.cosine(10, 30)).toBe(0);
    expect(similarity.cosine(10, 70)).toBe(0);
  });

  it('are judged by pairs for hits, by the games asked about for tags, and by five places only', () => {
    const pairs = [
      { asked: 10, heldOut: 20 },
      { asked: 10, heldOut: 99 },
      { asked: 30, heldOut: 6 },
    ];
    const lists = new Map([
      [10, [20, 1, 2, 3, 4]],
      [30, [1, 2, 3, 4, 5, 6]],
    ]);
    const figures = judgeSimilarLists(pairs, (game) => lists.get(game)!, new TagSimilarity(games));
    expect(figures.hitRateAt5).toBeCloseTo(1 / 3, 12);
    expect(figures.tagSimilarity).toBeCloseTo(1 / Math.sqrt(5) / 5 / 2, 12);
    expect(figures.distinctGames).toBe(6);
  });

  it('give one table for each fold, and are predicted once a game for the test fold', async () => {
    const classes = classifyGames(games);
    const gamesFit = new SimilarGamesFit(split.training, { games, classes });
    const { tables, predictions } = await evaluateGames({
      split,
      games,
      gamesFit,
      similar: gamesFit.lists(),
      atLarge: describeAtLarge(games, classes, makeColumns(split.training, 100)),
      folds: ['tuning', 'test'],
      predict: true,
      progress: () => {},
    });
    expect(tables.map(({ title }) => title)).toStrictEqual([
      'Games like a game, tuning fold, 3 pairs',
      'Games like a game, test fold, 1 pairs',
    ]);
    expect(tables[0]!.rows.map(([name]) => name)).toContain('popularity');
    const asked = pairGames(split, 'test')[0]!.asked;
    const expected = [10, 20, 30, 70].filter((id) => id !== asked);
    expect(predictions).toHaveLength(1);
    expect(predictions[0]).toMatchObject({ gameId: String(asked) });
    expect([...(predictions[0] as { gameIds: string[] }).gameIds].map(Number).sort()).toStrictEqual(expected);
  });
});
