import { describe, expect, it } from 'vitest';
import { compare } from '../../bench/harness/compare.ts';
import type { Figure, Findings } from '../../bench/harness/figure.ts';

/** A ratio with its lower quartile, median and upper quartile. */
function ratio(
  name: string,
  [low, median, high]: [number, number, number],
  more: Partial<Figure> = {},
): Figure {
  return { name, unit: '×', better: 'lower', low, median, high, rounds: 9, ...more };
}

function findings(...figures: Figure[]): Findings[] {
  return [{ bench: 'reading', data: 'sample', figures }];
}

describe('comparing two runs', () => {
  it('reports a ratio that grew beyond the spread of both runs as slower', () => {
    const before = findings(ratio('ours / theirs', [1.4, 1.5, 1.6]));
    expect(compare(before, findings(ratio('ours / theirs', [1.7, 1.8, 1.9])))).toEqual({
      moves: [{ bench: 'reading', name: 'ours / theirs', direction: 'slower', before: 1.5, now: 1.8 }],
      compared: 1,
      missing: [],
    });
  });

  it('reports no change while the spreads touch, however far the median moved', () => {
    const before = findings(ratio('ours / theirs', [1.4, 1.5, 2.2]));
    expect(compare(before, findings(ratio('ours / theirs', [2.1, 3, 3.1]))).moves).toEqual([]);
  });

  it('knows for which ratios higher is better', () => {
    const high = { better: 'higher' } as const;
    const before = findings(ratio('as fast', [20, 21, 22], high), ratio('as quick', [1, 2, 3], high));
    const now = findings(ratio('as fast', [10, 11, 12], high), ratio('as quick', [4, 5, 6], high));
    expect(compare(before, now).moves.map(({ direction }) => direction)).toEqual(['slower', 'faster']);
  });

  it('does not compare times, because they depend on the machine', () => {
    const time = { unit: 'ms' } as const;
    const before = findings(ratio('an answer', [1, 1, 1], time));
    expect(compare(before, findings(ratio('an answer', [9, 9, 9], time)))).toMatchObject({
      moves: [],
      compared: 0,
    });
  });

  it('allows a ratio from a single round a tenth either way', () => {
    const once = { rounds: 1 };
    const before = findings(ratio('refresh', [1, 1, 1], once), ratio('load', [1, 1, 1], once));
    const now = findings(ratio('refresh', [1.19, 1.19, 1.19], once), ratio('load', [1.3, 1.3, 1.3], once));
    expect(compare(before, now).moves.map(({ name }) => name)).toEqual(['load']);
  });

  it('names ratios that are gone, but ignores other data and benchmarks that did not run', () => {
    const before = [
      ...findings(ratio('gone', [1, 1, 1])),
      { bench: 'judging', data: 'sample', figures: [ratio('not run', [1, 1, 1])] },
    ];
    expect(compare(before, findings())).toEqual({ moves: [], compared: 0, missing: ['reading: gone'] });
    const other = findings(ratio('gone', [2, 2, 2])).map((found) => ({ ...found, data: 'real data' }));
    expect(compare(before, other)).toEqual({ moves: [], compared: 0, missing: [] });
  });
});
