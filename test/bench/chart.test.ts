import { describe, expect, it } from 'vitest';
import { chartOf } from '../../bench/harness/chart.ts';
import { figure } from '../../bench/harness/figure.ts';

describe('the chart of ratios', () => {
  it('draws a bar for each ratio, marks the missed ones, and leaves times out', () => {
    const svg = chartOf([
      {
        bench: 'reading',
        data: 'sample',
        figures: [
          figure('a < b', '×', [2, 2, 2], { aim: 3 }),
          figure('slow', '×', [4], { aim: 3 }),
          figure('a time', 'ms', [1]),
        ],
      },
    ]);
    expect(svg).toContain('reading: a &lt; b');
    expect(svg.match(/class="bar"/g)).toHaveLength(1);
    expect(svg.match(/class="missed"/g)).toHaveLength(1);
    expect(svg).not.toContain('a time');
  });

  it('keeps values outside the scale within the picture', () => {
    const svg = chartOf([
      { bench: 'b', data: 'sample', figures: [figure('huge', '×', [1e9]), figure('tiny', '×', [1e-9])] },
    ]);
    const places = [...svg.matchAll(/ (?:x|x1|x2)="([\d.-]+)"/g)].map(([, place]) => Number(place));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    const width = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
    expect(Math.max(...places)).toBeLessThanOrEqual(width);
  });
});
