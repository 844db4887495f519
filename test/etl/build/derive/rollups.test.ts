import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playtimeGenre } from '../../../../src/engine/analytics/playtime-genre.ts';
import { sentimentAnalysis } from '../../../../src/engine/analytics/sentiment-analysis.ts';
import { userForGenre } from '../../../../src/engine/analytics/user-for-genre.ts';
import { usersRecommend } from '../../../../src/engine/analytics/users-recommend.ts';
import { usersWorstDeveloper } from '../../../../src/engine/analytics/users-worst-developer.ts';
import type { DataSet } from '../../../../src/engine/data-set/data-set.ts';
import { DataSets } from '../../../../src/engine/data-set/data-sets.ts';
import { refresh } from '../../../../src/etl/refresh/refresh.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { game, library, lines, review, reviewer, writeRawFiles } from '../../../support/raw-files.ts';

// A world so small that every answer below was worked out by hand from the definitions.
const GAMES = lines(
  game(10, { genres: ['Action', 'Indie'], release_date: '2014-05-01', developer: 'Alpha,beta studio' }),
  game(20, { genres: ['Action'], release_date: 'Jul 2015', developer: 'Making Fun, Inc.' }),
  game(30, { genres: ['Action'], release_date: '2015-02-02', developer: 'Alpha', app_name: 'Zeta' }),
  game(40, { genres: ['Action'], release_date: '2015-03-03', developer: 'ALPHA', app_name: 'Émile' }),
  game(50, { genres: ['Action'], release_date: 'Coming Soon', developer: 'Quiet' }),
  game(60, { genres: [], release_date: '2015-01-01' }),
  game(70, { genres: ['Action'], release_date: '2013-01-01', developer: 'Alpha' }),
  game(80, { genres: ['Puzzle'], release_date: '2012-01-01' }),
);
const LIBRARIES = lines(
  library('bob', { 10: 60, 20: 120, 30: 60, 50: 6000, 60: 6000, 70: 0 }),
  library('Zoe', { 10: 180, 40: 60, 999: 5000 }),
  library('ann', { 20: 30, 80: 0 }),
);
const REVIEWS = lines(
  reviewer(
    'bob',
    review(10, { review: 'great game' }),
    review(20, { review: 'bad and awful', recommend: true }),
    review(30, { review: 'a game' }),
    review(40, { review: 'horrible', recommend: false }),
  ),
  reviewer(
    'ann',
    review(10, { review: 'awful', recommend: false }),
    review(30, { review: 'lovely', posted: 'Posted July 10.' }),
    review(40, { review: 'great' }),
    review(20, { review: 'terrible', recommend: false, posted: 'Posted May 5, 2014.' }),
    review(999, { review: '', recommend: true }),
  ),
);

let database: TestDatabase;
let dataSet: DataSet;
beforeAll(async () => {
  database = await createTestDatabase();
  const raw = await writeRawFiles({ games: GAMES, libraries: LIBRARIES, reviews: REVIEWS });
  await refresh(database.direct, raw.settings);
  await raw.remove();
  dataSet = await new DataSets(database.answers).current();
});
afterAll(() => database.remove());

describe('playtime by genre', () => {
  test('a game counts in full for each of its genres; a game without a release year counts for none', async () => {
    expect(await playtimeGenre(dataSet, { genre: 'action' })).toEqual({
      genre: 'Action',
      releaseYear: 2015,
      hours: 4.5,
      byReleaseYear: [
        { year: 2013, hours: 0 },
        { year: 2014, hours: 4 },
        { year: 2015, hours: 4.5 },
      ],
      restsOn: { games: 5, players: 3, hours: 8.5, gamesEnd: 2015 },
    });
    expect(await playtimeGenre(dataSet, { genre: 'Indie' })).toMatchObject({ releaseYear: 2014, hours: 4 });
  });

  test('an error says that nobody has played a genre', async () => {
    await expect(playtimeGenre(dataSet, { genre: 'Puzzle' })).rejects.toMatchObject({
      code: 'no-hours-in-genre',
    });
    await expect(userForGenre(dataSet, { genre: 'Puzzle' })).rejects.toMatchObject({
      code: 'no-hours-in-genre',
    });
  });
});

test('top user of a genre: a tie goes to the first name in code-point order, and years without hours are left out', async () => {
  // bob has 60 + 120 + 60 minutes, Zoe 180 + 60, and Z comes before b.
  expect(await userForGenre(dataSet, { genre: 'Action' })).toEqual({
    genre: 'Action',
    userId: 'Zoe',
    hours: 4,
    byReleaseYear: [
      { year: 2015, hours: 1 },
      { year: 2014, hours: 3 },
    ],
    restsOn: { players: 3, hours: 8.5, gamesEnd: 2015 },
  });
});

describe('most recommended games', () => {
  test('by year of the review: recommending and not negative; ties by name in code-point order', async () => {
    expect(await usersRecommend(dataSet, { year: 2015, yearOf: 'reviewed' })).toEqual({
      year: 2015,
      yearOf: 'reviewed',
      games: [
        { rank: 1, gameId: '999', name: 'Game 999', recommendations: 1 },
        { rank: 2, gameId: '10', name: 'Game 10', recommendations: 1 },
        { rank: 3, gameId: '30', name: 'Zeta', recommendations: 1 },
      ]
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map((one, index) => ({ ...one, rank: index + 1 })),
      restsOn: { reviews: 7, inferred: 0, recommendations: 4 },
    });
  });

  test('by year of release, counted by game and not by genre', async () => {
    expect((await usersRecommend(dataSet, { year: 2015, yearOf: 'released' })).games).toEqual([
      { rank: 1, gameId: '30', name: 'Zeta', recommendations: 2 },
      { rank: 2, gameId: '40', name: 'Émile', recommendations: 1 },
    ]);
    expect((await usersRecommend(dataSet, { year: 2014, yearOf: 'released' })).games).toEqual([
      { rank: 1, gameId: '10', name: 'Game 10', recommendations: 1 },
    ]);
  });

  test('reviews with an inferred year are counted apart', async () => {
    expect(await usersRecommend(dataSet, { year: 2016, yearOf: 'reviewed' })).toMatchObject({
      games: [{ gameId: '30', recommendations: 1 }],
      restsOn: { reviews: 1, inferred: 1 },
    });
  });

  test('a year after the data has an error of its own; for other years without reviews the error names the years of the data', async () => {
    await expect(usersRecommend(dataSet, { year: 2020, yearOf: 'reviewed' })).rejects.toMatchObject({
      code: 'year-after-data',
      values: { year: 2020, to: 2016 },
    });
    await expect(usersRecommend(dataSet, { year: 1999, yearOf: 'reviewed' })).rejects.toMatchObject({
      code: 'no-reviews-of-year',
      values: { from: 2014, to: 2016 },
    });
    await expect(usersRecommend(dataSet, { year: 10 ** 14, yearOf: 'reviewed' })).rejects.toMatchObject({
      code: 'year-after-data',
    });
  });
});

describe('worst developers', () => {
  test('each developer of a game is credited once; a spelling in another case is another developer', async () => {
    expect(await usersWorstDeveloper(dataSet, { year: 2015, yearOf: 'reviewed' })).toEqual({
      year: 2015,
      yearOf: 'reviewed',
      by: 'count',
      // Their reviews of 2015: of game 40 two, of games 10 and 30 three, of game 10 two. Wilson's bounds by his formula.
      developers: [
        {
          rank: 1,
          developer: 'ALPHA',
          badReviews: 1,
          reviews: 2,
          share: 1 / 2,
          shareAtLeast: expect.closeTo(0.0945, 4),
        },
        {
          rank: 2,
          developer: 'Alpha',
          badReviews: 1,
          reviews: 3,
          share: 1 / 3,
          shareAtLeast: expect.closeTo(0.0615, 4),
        },
        {
          rank: 3,
          developer: 'beta studio',
          badReviews: 1,
          reviews: 2,
          share: 1 / 2,
          shareAtLeast: expect.closeTo(0.0945, 4),
        },
      ],
      restsOn: { reviews: 7, inferred: 0, badReviews: 2 },
    });
    expect((await usersWorstDeveloper(dataSet, { year: 2014, yearOf: 'reviewed' })).developers).toEqual([
      expect.objectContaining({ rank: 1, developer: 'Making Fun, Inc.', badReviews: 1, reviews: 1 }),
    ]);
  });

  test('by share, developers with fewer than twenty reviews of the year are left out', async () => {
    expect(await usersWorstDeveloper(dataSet, { year: 2015, yearOf: 'reviewed', by: 'share' })).toMatchObject(
      {
        by: 'share',
        developers: [],
        restsOn: { reviews: 7, badReviews: 2 },
      },
    );
  });

  test('a year with reviews but no bad ones has an empty list', async () => {
    expect((await usersWorstDeveloper(dataSet, { year: 2016, yearOf: 'reviewed' })).developers).toEqual([]);
  });
});

describe('sentiment by developer', () => {
  test('counts the reviews of all games of the developer', async () => {
    // Game 10: great (positive), awful (negative). Zeta: "a game" (neutral), lovely (positive).
    expect(await sentimentAnalysis(dataSet, { developer: 'Alpha' })).toEqual({
      developer: 'Alpha',
      negative: 1,
      neutral: 1,
      positive: 2,
      recommended: 3,
      recommendedShare: 3 / 4,
      restsOn: { reviews: 4, games: 3 },
    });
  });

  test('a developer without reviews has zeros, and an unknown one is not guessed', async () => {
    expect(await sentimentAnalysis(dataSet, { developer: 'quiet' })).toMatchObject({
      negative: 0,
      neutral: 0,
      positive: 0,
      recommended: 0,
      recommendedShare: null,
    });
    await expect(sentimentAnalysis(dataSet, { developer: 'alpha' })).rejects.toMatchObject({
      code: 'ambiguous-developer',
      // The developer with reviews comes first.
      suggestions: ['Alpha', 'ALPHA'],
    });
    await expect(sentimentAnalysis(dataSet, { developer: 'Quiiet' })).rejects.toMatchObject({
      code: 'unknown-developer',
      suggestions: expect.arrayContaining(['Quiet']),
    });
  });
});
