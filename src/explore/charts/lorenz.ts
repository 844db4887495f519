import { drawSvg } from '../../charts/svg.ts';
import { BAR, GRID, MUTED, SIZE, TEXT, WIDTH } from './look.ts';

/** A curve from (0, 0) to (1, 1), and its label. */
export interface Curve {
  name: string;
  /** Shares, 0 to 1, at equal steps from the first point to the last. */
  shares: number[];
  /** The step at which the name stands, and its side. */
  named: { at: number; side: 'left' | 'top' };
}

const DASHES = ['solid', [8, 5]] as const;
const COLORS = [BAR, 'var(--second)'];
const SYMBOLS = ['circle', 'rect'];

/**
 * Lorenz curves and the line of equal shares. Curves differ in dashes and marks, not only in colour, and carry their names.
 *
 * @returns SVG
 */
export function drawLorenz(
  curves: readonly Curve[],
  texts: { equal: string; across: string },
  percent: (share: number) => string,
): string {
  const axis = {
    type: 'value',
    min: 0,
    max: 1,
    interval: 0.25,
    axisLine: { lineStyle: { color: MUTED } },
    splitLine: { lineStyle: { color: GRID } },
    axisLabel: { ...TEXT, color: MUTED, fontSize: SIZE - 1, formatter: percent },
  };
  const named = (text: string, side: 'left' | 'top') => ({
    ...TEXT,
    show: true,
    position: side,
    distance: 12,
    formatter: () => text,
  });
  return drawSvg(
    {
      grid: { left: 62, right: 26, top: 12, bottom: 60 },
      xAxis: { ...axis, name: texts.across, nameLocation: 'middle', nameGap: 34, nameTextStyle: TEXT },
      yAxis: axis,
      series: [
        {
          type: 'line',
          silent: true,
          symbol: 'none',
          lineStyle: { color: MUTED, width: 1, type: 'dotted' },
          data: [
            [0, 0],
            { value: [0.62, 0.62], symbol: 'circle', symbolSize: 0.1, label: named(texts.equal, 'left') },
            [1, 1],
          ],
          showSymbol: true,
        },
        ...curves.map(({ name, shares, named: { at, side } }, place) => ({
          type: 'line',
          silent: true,
          symbol: SYMBOLS[place],
          symbolSize: 6,
          itemStyle: { color: COLORS[place] },
          lineStyle: { color: COLORS[place], width: 2.5, type: DASHES[place] },
          data: shares.map((share, step) => ({
            value: [step / (shares.length - 1), share],
            ...(step === at ? { label: named(name, side) } : {}),
          })),
        })),
      ],
    },
    { width: WIDTH, height: 380 },
  );
}
