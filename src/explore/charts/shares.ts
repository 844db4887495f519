import { drawSvg } from '../../charts/svg.ts';
import { PAPER, TEXT, WIDTH, widest } from './look.ts';
import { partStyles, swatches } from './swatches.ts';

/** A bar in parts. */
export interface Parts {
  name: string;
  /** The count of each part; all bars have the same order. */
  values: number[];
}

const ROW = 36;
const LEGEND = 40;
/** The smallest share, 0 to 1, with a label; smaller parts have no room for one. */
const LABELLED = 0.1;

/** Bars of equal length below a legend. Their parts differ in pattern, not only in colour. @returns SVG */
export function drawShares(
  rows: readonly Parts[],
  parts: readonly { name: string; color: string }[],
  percent: (share: number) => string,
): string {
  const left = widest(rows.map(({ name }) => name));
  const column = (WIDTH - 16) / parts.length;
  const styles = partStyles(parts, 1.5);
  const legend = swatches(parts, styles, (place) => ({ left: 8 + place * column, top: 8 }));
  const sums = rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  return drawSvg(
    {
      aria: { enabled: false, decal: { show: true } },
      grid: [{ left, right: 10, top: LEGEND, bottom: 4 }, ...legend.grid],
      xAxis: [{ type: 'value', show: false, min: 0, max: 1 }, ...legend.xAxis],
      yAxis: [
        {
          type: 'category',
          inverse: true,
          data: rows.map(({ name }) => name),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: { ...TEXT, interval: 0 },
        },
        ...legend.yAxis,
      ],
      series: [
        ...parts.map((_, place) => ({
          type: 'bar',
          stack: 'all',
          silent: true,
          barWidth: 26,
          data: rows.map(({ values }, row) => {
            const share = sums[row] === 0 ? 0 : values[place]! / sums[row]!;
            return {
              value: share,
              label: {
                ...TEXT,
                show: share >= LABELLED,
                position: 'inside',
                backgroundColor: PAPER,
                padding: [1, 4],
                borderRadius: 3,
                formatter: () => percent(share),
              },
            };
          }),
          itemStyle: styles[place],
        })),
        ...legend.series,
      ],
    },
    { width: WIDTH, height: LEGEND + rows.length * ROW + 4 },
  );
}
