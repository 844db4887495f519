import { PATTERNS } from '../../charts/patterns.ts';
import { drawSvg } from '../../charts/svg.ts';
import { PAPER, TEXT, WIDTH, widest } from './look.ts';

/** Something in parts. */
export interface Parts {
  name: string;
  /** One for each part, in the same order everywhere. */
  values: number[];
}

const ROW = 36;
const LEGEND = 40;
const SWATCH = 18;
/** A part is labelled where its share fits into it. */
const LABELLED = 0.1;

/** A bar for each, all equally long, in parts that differ by pattern too; over them what each part is. @returns SVG */
export function drawShares(
  rows: readonly Parts[],
  parts: readonly { name: string; color: string }[],
  percent: (share: number) => string,
): string {
  const left = widest(rows.map(({ name }) => name));
  const column = (WIDTH - 16) / parts.length;
  const styleOf = (place: number) => ({
    color: parts[place]!.color,
    decal: PATTERNS[place] ?? undefined,
    borderColor: PAPER,
    borderWidth: 1.5,
  });
  const sums = rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  return drawSvg(
    {
      aria: { enabled: false, decal: { show: true } },
      grid: [
        { left, right: 10, top: LEGEND, bottom: 4 },
        ...parts.map((_, place) => ({ left: 8 + place * column, width: SWATCH, top: 8, height: SWATCH })),
      ],
      xAxis: [
        { type: 'value', show: false, min: 0, max: 1 },
        ...parts.map((_, place) => ({ type: 'value', show: false, min: 0, max: 1, gridIndex: place + 1 })),
      ],
      yAxis: [
        {
          type: 'category',
          inverse: true,
          data: rows.map(({ name }) => name),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: { ...TEXT, interval: 0 },
        },
        ...parts.map(({ name }, place) => ({
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
    { width: WIDTH, height: LEGEND + rows.length * ROW + 4 },
  );
}
