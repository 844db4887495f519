import { drawSvg } from '../../charts/svg.ts';
import { BAR, GRID, MUTED, SIZE, TEXT, WIDTH, widest } from './look.ts';

const HEIGHT = 300;

/** A dot for each year on a logarithmic scale. A year with the value 0 has no dot. @returns SVG */
export function drawYears(
  years: readonly { year: number; value: number }[],
  number: (value: number) => string,
): string {
  const drawn = years.filter(({ value }) => value > 0);
  const values = drawn.map(({ value }) => Math.log10(value));
  const min = 10 ** Math.floor(Math.min(0, ...values));
  const max = 10 ** Math.ceil(Math.max(1, ...values));
  return drawSvg(
    {
      grid: { left: widest([number(max), number(min)]), right: 24, top: 12, bottom: 34 },
      xAxis: {
        type: 'value',
        min: drawn[0]?.year ?? 0,
        max: drawn.at(-1)?.year ?? 1,
        minInterval: 1,
        axisLine: { lineStyle: { color: MUTED } },
        splitLine: { show: false },
        axisLabel: { ...TEXT, formatter: String, hideOverlap: true },
      },
      yAxis: {
        type: 'log',
        min,
        max,
        axisLabel: { ...TEXT, color: MUTED, fontSize: SIZE - 1, formatter: number },
        splitLine: { lineStyle: { color: GRID } },
      },
      series: [
        {
          type: 'line',
          silent: true,
          symbol: 'circle',
          symbolSize: 8,
          itemStyle: { color: BAR },
          lineStyle: { color: BAR, width: 1.5 },
          data: drawn.map(({ year, value }) => [year, value]),
        },
      ],
    },
    { width: WIDTH, height: HEIGHT },
  );
}
