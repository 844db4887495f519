import { describe, expect, test } from 'vitest';
import { PhaseClock, type Progress, shareOfWhole } from '../../../src/etl/report/progress.ts';

describe('the share of a refresh that is done', () => {
  const SECONDS = { games: 1, libraries: 4, reviews: 3, derive: 2, fit: 9, publish: 1 };

  test('follows the seconds that each phase took the last time', () => {
    expect(shareOfWhole('games', 0, SECONDS)).toBe(0);
    expect(shareOfWhole('libraries', 0.5, SECONDS)).toBeCloseTo(3 / 20);
    expect(shareOfWhole('fit', 1, SECONDS)).toBeCloseTo(19 / 20);
    expect(shareOfWhole('publish', 1, SECONDS)).toBe(1);
  });

  test('counts each phase the same if none was timed', () => {
    expect(shareOfWhole('games', 0, {})).toBeCloseTo(1 / 7);
    expect(shareOfWhole('publish', 1, {})).toBe(1);
  });

  test('never counts a phase for more than all of it', () => {
    expect(shareOfWhole('libraries', 7, SECONDS)).toBeCloseTo(5 / 20);
  });

  test('never falls, also if the phases differ from those of the last time', () => {
    const told: Progress[] = [];
    // The last refresh reused its games and did not read them.
    const clock = new PhaseClock({ libraries: 1, reviews: 1, derive: 1, fit: 1, publish: 1 }, (each) => {
      told.push(each);
    });
    for (const phase of ['games', 'libraries', 'reviews', 'derive', 'fit', 'publish'] as const) {
      clock.begin(phase);
      clock.share(0.5);
    }
    clock.end();
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(Object.keys(clock.phases)).toEqual(['games', 'libraries', 'reviews', 'derive', 'fit', 'publish']);
  });
});
