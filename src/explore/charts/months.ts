import { drawSvg } from '../../charts/svg.ts';
import { BAR, GRID, MUTED, SIZE, TEXT, WIDTH, widest } from './look.ts';
import { partStyles, swatches } from './swatches.ts';

/** A month with its counts, one for each part of its column. */
export interface Month {
  /** `2014-06`. */
  month: string;
  values: number[];
}

const HEIGHT = 300;
const LEGEND = 60;

/** A column for each month. Its parts differ in pattern, not only in colour. @returns SVG */
export function drawMonths(
  months: readonly Month[],
  names: readonly string[],
  number: (value: number) => string,
): string {
  const most = Math.max(0, ...months.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  const colors = [BAR, 'var(--second)'];
  const parts = names.map((name, place) => ({ name, color: colors[place]! }));
  const styles = partStyles(parts, 0.5);
  const legend = swatches(parts, styles, (place) => ({ left: 8, top: 4 + place * 26 }));
  return drawSvg(
    {
      aria: { enabled: false, decal: { show: true } },
      grid: [{ left: widest([number(most)]) + 4, right: 12, top: LEGEND + 12, bottom: 34 }, ...legend.grid],
      xAxis: [
        {
          type: 'category',
          data: months.map(({ month }) => month),
          axisLine: { lineStyle: { color: MUTED } },
          axisTick: { show: false },
          axisLabel: {
            ...TEXT,
            // The year stands under its January, and under the very first month.
            interval: (place: number) => place === 0 || months[place]!.month.endsWith('-01'),
            formatter: (month: string) => month.slice(0, 4),
            hideOverlap: true,
          },
        },
        ...legend.xAxis,
      ],
      yAxis: [
        {
          type: 'value',
          splitNumber: 4,
          axisLabel: { ...TEXT, color: MUTED, fontSize: SIZE - 1, formatter: number },
          splitLine: { lineStyle: { color: GRID } },
        },
        ...legend.yAxis,
      ],
      series: [
        ...parts.map((_, place) => ({
          type: 'bar',
          stack: 'all',
          silent: true,
          barCategoryGap: '10%',
          data: months.map(({ values }) => (values[place] === 0 ? '-' : values[place])),
          itemStyle: styles[place],
        })),
        ...legend.series,
      ],
    },
    { width: WIDTH, height: HEIGHT },
  );
}
