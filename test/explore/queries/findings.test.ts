import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Findings, readFindings } from '../../../src/explore/queries/findings.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { loadSmallWorld } from '../small-world.ts';

let database: TestDatabase;
let found: Findings;
const asked: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  const { id } = await loadSmallWorld(database);
  found = await readFindings(database.direct, id, (question, place, count) =>
    asked.push(`${place}/${count} ${question}`),
  );
});
afterAll(() => database.remove());

// Every figure here was worked out by hand from small-world.ts.

test('each question is announced before it is asked', () => {
  expect(asked.length).toBe(Object.keys(found).length);
  expect(asked[0]).toBe(`1/${asked.length} rawColumns`);
});

describe('columns', () => {
  const raw = (source: string, column: string) =>
    found.rawColumns.find((one) => one.source === source && one.column === column);
  const clean = (source: string, column: string) =>
    found.cleanColumns.find((one) => one.source === source && one.column === column);

  test('ids of games: one of five lines repeats one', () => {
    expect(raw('games', 'id')).toMatchObject({ records: 5, missing: 0, distinct: 4, repeated: 1 });
    expect(clean('games', 'id')).toMatchObject({ records: 4, missing: 0, distinct: 4 });
  });

  test('prices: missing once, else a number or words, from 9.99 to 150', () => {
    expect(raw('games', 'price')).toMatchObject({
      records: 5,
      missing: 1,
      kinds: ['number', 'text'],
      distinct: 3,
      repeated: 1,
      least: 9.99,
      greatest: 150,
      examples: ['9.99', 'Free To Play', '150'],
    });
    expect(clean('games', 'price')).toMatchObject({ records: 4, missing: 1, distinct: 3 });
  });

  test('an empty list is missing', () => {
    expect(raw('games', 'genres')).toMatchObject({ missing: 1, kinds: ['list'], shortest: 1, longest: 2 });
    expect(clean('games', 'genres')).toMatchObject({ missing: 1, distinct: 3 });
    expect(raw('libraries', 'items')).toMatchObject({ records: 4, missing: 1, longest: 3 });
  });

  test('the records within a line have columns of their own', () => {
    expect(raw('libraries', 'items.playtime_forever')).toMatchObject({
      records: 6,
      missing: 0,
      kinds: ['number'],
      distinct: 6,
      least: 0,
      greatest: 3_000_000,
    });
    expect(clean('libraries', 'items.item_id')).toMatchObject({ records: 6, distinct: 3 });
    expect(raw('reviews', 'reviews.item_id')).toMatchObject({ records: 7, distinct: 4, repeated: 3 });
    expect(clean('reviews', 'reviews.item_id')).toMatchObject({ records: 6, distinct: 4 });
  });

  test('no example shows the id of a person or a text that somebody wrote', () => {
    for (const [source, column] of [
      ['libraries', 'user_id'],
      ['reviews', 'user_id'],
      ['reviews', 'reviews.review'],
    ] as const) {
      expect(raw(source, column)!.examples).toEqual([]);
    }
  });
});

test('outliers', () => {
  expect(Object.fromEntries(found.outliers.map(({ rule, ...rest }) => [rule, rest]))).toEqual({
    'weeks-over-possible': { found: 1, looked: 6, most: 500 },
    'weeks-over-total': { found: 0, looked: 6, most: null },
    // Game 2 came out in 2014. From then to 31 December 2016 there were 1,096 days.
    'hours-since-release': { found: 1, looked: 5, most: 50_000 },
    'hours-since-steam': { found: 0, looked: 3, most: null },
    'price-high': { found: 1, looked: 3, most: 150 },
    'released-after': { found: 1, looked: 3, most: 2020 },
    'reviewed-before-release': { found: 2, looked: 4, most: 1 },
    'review-long': { found: 1, looked: 6, most: 1000 },
    'votes-over-voters': { found: 0, looked: 1, most: null },
  });
});

describe('hours', () => {
  const at = (places: number[]) => Array.from({ length: 14 }, (_, place) => (places.includes(place) ? 1 : 0));

  test('by game: 20, 110 and 50,001', () => {
    expect(found.hoursByGame).toMatchObject({ none: 0, counts: at([3, 5, 10]), median: 110, most: 50_001 });
  });

  test('by user: 11, 120 and 50,000', () => {
    expect(found.hoursByUser).toMatchObject({ none: 0, counts: at([3, 5, 10]), median: 120, most: 50_000 });
  });

  test('by release year', () => {
    expect([...found.hoursByYear]).toEqual([
      { year: 2014, games: 1, hours: 50_001 },
      { year: 2015, games: 1, hours: 110 },
    ]);
  });

  test('the most played games', () => {
    expect([...found.mostPlayed]).toEqual([
      { name: 'Game 2', hours: 50_001, players: 2 },
      { name: 'Game 1', hours: 110, players: 2 },
      { name: 'Game 9', hours: 20, players: 1 },
    ]);
  });

  test('libraries of 1, 2 and 3 games, one of these six never played', () => {
    expect(found.librarySizes.counts).toEqual([1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(found.librarySizes).toMatchObject({ median: 2, most: 3 });
    expect(found.librarySizes.neverPlayed).toBeCloseTo(1 / 6, 12);
  });
});

describe('concentration', () => {
  /** The Gini coefficient as half the relative mean absolute difference, its other definition. */
  function gini(hours: number[]): number {
    const sum = hours.reduce((all, one) => all + one, 0);
    const differences = hours.flatMap((a) => hours.map((b) => Math.abs(a - b)));
    return differences.reduce((all, one) => all + one, 0) / (2 * hours.length * sum);
  }

  test('Gini among games and among users', () => {
    expect(found.gameConcentration.count).toBe(3);
    expect(found.gameConcentration.gini).toBeCloseTo(gini([20, 110, 50_001]), 10);
    expect(found.userConcentration.gini).toBeCloseTo(gini([11, 120, 50_000]), 10);
  });

  test('the least playing third has the least hours', () => {
    const { curve, topTenth } = found.userConcentration;
    const all = 11 + 120 + 50_000;
    expect(curve).toHaveLength(21);
    // With three users, none is within the first 30 %, one is within 35 %, and two are within 70 %.
    expect([curve[0], curve[6]]).toEqual([0, 0]);
    expect(curve[7]).toBeCloseTo(11 / all, 12);
    expect(curve[14]).toBeCloseTo(131 / all, 12);
    expect(curve[20]).toBeCloseTo(1, 12);
    // The top tenth of three users is one user.
    expect(topTenth).toBeCloseTo(50_000 / all, 12);
  });
});

describe('the catalogue', () => {
  test('genres count in full for each of their games', () => {
    expect([...found.genres]).toEqual([
      { name: 'Action', games: 2, hours: 110 },
      { name: 'Indie', games: 2, hours: 50_001 },
    ]);
  });

  test('tags', () => {
    expect(found.tags).toEqual({
      all: 2,
      tags: [
        { name: 'Co-op', games: 2 },
        { name: 'Story', games: 1 },
      ],
    });
  });

  test('prices: one free, one of 9.99, one of 150, one unknown', () => {
    expect(found.prices).toMatchObject({
      unknown: 1,
      free: 1,
      counts: [0, 0, 0, 1, 0, 0, 0, 0, 0, 1],
      most: 150,
    });
    expect(found.prices.median).toBeCloseTo(79.995, 9);
  });
});

describe('reviews', () => {
  test('by month, from the first to the last', () => {
    expect(found.reviewsByMonth).toHaveLength(44);
    expect(found.reviewsByMonth.filter(({ dated, inferred }) => dated + inferred > 0)).toEqual([
      { month: '2013-05', dated: 1, inferred: 0 },
      { month: '2014-02', dated: 2, inferred: 0 },
      { month: '2015-03', dated: 1, inferred: 0 },
      { month: '2016-07', dated: 0, inferred: 1 },
      { month: '2016-12', dated: 1, inferred: 0 },
    ]);
  });

  test('sentiment by year and by verdict', () => {
    expect([...found.sentimentByYear]).toEqual([
      { year: 2013, negative: 1, neutral: 0, positive: 0 },
      { year: 2014, negative: 0, neutral: 2, positive: 0 },
      { year: 2015, negative: 0, neutral: 0, positive: 1 },
      { year: 2016, negative: 2, neutral: 0, positive: 0 },
    ]);
    expect([...found.sentimentByVerdict]).toEqual([
      { recommend: true, negative: 1, neutral: 2, positive: 1 },
      { recommend: false, negative: 2, neutral: 0, positive: 0 },
    ]);
  });

  test('scores', () => {
    expect(found.scores).toEqual([2, 1, 0, 2, 0, 1]);
  });

  test('verdicts by hours played, without two writers who do not own the game', () => {
    const none = { reviews: 0, recommending: 0 };
    expect(found.playtimeVerdicts).toEqual({
      without: 2,
      bins: [
        none,
        { reviews: 1, recommending: 0 },
        none,
        { reviews: 2, recommending: 2 },
        none,
        { reviews: 1, recommending: 0 },
        none,
        none,
      ],
    });
  });
});

test('limits', () => {
  expect(found.limits).toEqual({
    inferredYears: { part: 1, whole: 6 },
    partialLibraries: { part: 1, whole: 4 },
    emptyLibraries: { part: 1, whole: 4 },
    reviewersOnly: { part: 1, whole: 5 },
    unrecordedGames: { part: 1, whole: 5 },
    unrecordedRows: { part: 1, whole: 6 },
    unrecordedHours: { part: 20, whole: 50_131 },
    unrecordedReviews: { part: 1, whole: 6 },
    withoutGenre: { part: 1, whole: 4 },
    withoutYear: { part: 1, whole: 4 },
    countedHours: { part: 50_111, whole: 50_131 },
  });
});

test('languages: four reviews are too short to tell', () => {
  expect([...found.languages]).toEqual([
    { language: null, reviews: 4, neutral: 0, recommending: 2 },
    { language: 'en', reviews: 1, neutral: 1, recommending: 1 },
    { language: 'es', reviews: 1, neutral: 1, recommending: 1 },
  ]);
});

test('AUC: the share of pairs in which the recommending review has the kinder words', () => {
  const quality = Object.fromEntries(found.sentimentQuality.map(({ among, auc }) => [among, auc]));
  // “great” and two neutral reviews beat both “bad” and “awful”. The recommending “bad” ties with “bad” and loses to “awful”.
  expect(quality.all).toBe(6.5 / 8);
  // With its hearts, “awful” is kinder than all others.
  expect(quality['all-censored']).toBe(3.5 / 8);
  expect(quality['with-censored']).toBeNull();
  expect(quality.english).toBeNull();
});
