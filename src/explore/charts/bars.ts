import { drawSvg } from '../../charts/svg.ts';
import { wrapToWidth } from '../../charts/text-width.ts';
import { BAR, SIZE, TEXT, WIDTH, widest } from './look.ts';

/** A bar: a name and a count. */
export interface Bar {
  name: string;
  value: number;
  /** The count in words. */
  shown: string;
}

const ROW = 30;
const LONGEST_NAME = 260;

/** Horizontal bars below each other, each with its name before it and its count after it. @returns SVG */
export function drawBars(
  bars: readonly Bar[],
  most = Math.max(0, ...bars.map(({ value }) => value)),
): string {
  const names = bars.map(({ name }) => wrapToWidth(name, LONGEST_NAME, { size: SIZE, lines: 1 })[0] ?? '');
  const left = widest(names);
  const right = widest(bars.map(({ shown }) => shown));
  return drawSvg(
    {
      grid: { left, right, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false, min: 0, max: Math.max(most, 1e-9) },
      yAxis: {
        type: 'category',
        inverse: true,
        data: names,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...TEXT, interval: 0 },
      },
      series: [
        {
          type: 'bar',
          silent: true,
          barWidth: 18,
          data: bars.map(({ value, shown }) => ({
            value,
            itemStyle: { color: BAR },
            label: { ...TEXT, show: true, position: 'right', formatter: () => shown },
          })),
        },
      ],
    },
    { width: WIDTH, height: bars.length * ROW + 8 },
  );
}
