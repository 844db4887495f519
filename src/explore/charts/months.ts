import { PATTERNS } from '../../charts/patterns.ts';
import { drawSvg } from '../../charts/svg.ts';
import { BAR, GRID, MUTED, PAPER, SIZE, TEXT, WIDTH, widest } from './look.ts';

/** A month, and what is counted in it. */
export interface Month {
  /** `2014-06`. */
  month: string;
  values: number[];
}

const HEIGHT = 300;
const LEGEND = 60;
const SWATCH = 18;

/** A column for each month, in parts that differ by pattern too. @returns SVG */
export function drawMonths(
  months: readonly Month[],
  parts: readonly string[],
  number: (value: number) => string,
): string {
  const most = Math.max(0, ...months.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  const colors = [BAR, 'var(--second)'];
  const styleOf = (place: number) => ({
    color: colors[place]!,
    decal: PATTERNS[place] ?? undefined,
    borderColor: PAPER,
    borderWidth: 0.5,
  });
  return drawSvg(
    {
      aria: { enabled: false, decal: { show: true } },
      grid: [
        { left: widest([number(most)]) + 4, right: 12, top: LEGEND + 12, bottom: 34 },
        ...parts.map((_, place) => ({ left: 8, width: SWATCH, top: 4 + place * 26, height: SWATCH })),
      ],
      xAxis: [
        {
          type: 'category',
          data: months.map(({ month }) => month),
          axisLine: { lineStyle: { color: MUTED } },
          axisTick: { show: false },
          axisLabel: {
            ...TEXT,
            // The year under its first month that there is.
            interval: (place: number) => place === 0 || months[place]!.month.endsWith('-01'),
            formatter: (month: string) => month.slice(0, 4),
            hideOverlap: true,
          },
        },
        ...parts.map((_, place) => ({ type: 'value', show: false, min: 0, max: 1, gridIndex: place + 1 })),
      ],
      yAxis: [
        {
          type: 'value',
          splitNumber: 4,
          axisLabel: { ...TEXT, color: MUTED, fontSize: SIZE - 1, formatter: number },
          splitLine: { lineStyle: { color: GRID } },
        },
        ...parts.map((name, place) => ({
          type: 'category',
          data: [name],
          position: 'right',
          gridIndex: place + 1,
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: TEXT,
        })),
      ],
      series: parts.flatMap((_, place) => [
        {
          type: 'bar',
          stack: 'all',
          silent: true,
          barCategoryGap: '10%',
          data: months.map(({ values }) => (values[place] === 0 ? '-' : values[place])),
          itemStyle: styleOf(place),
        },
        {
          type: 'bar',
          silent: true,
          xAxisIndex: place + 1,
          yAxisIndex: place + 1,
          barWidth: SWATCH,
          data: [1],
          itemStyle: styleOf(place),
        },
      ]),
    },
    { width: WIDTH, height: HEIGHT },
  );
}
