/**
 * A pattern over a colour, in ECharts' own form. It keeps parts that lie side by side apart for readers who do not see the
 * colours. Its strokes are short, so that they can be seen at half the size too.
 *
 * @see https://echarts.apache.org/en/option.html#aria.decal
 */
export interface Pattern {
  symbol: string;
  symbolSize: number;
  color: string;
  dashArrayX: number | number[] | number[][];
  dashArrayY: number | number[];
  rotation?: number;
}

const INK = 'rgba(0, 0, 0, 0.38)';

const RISING: Pattern = {
  symbol: 'rect',
  symbolSize: 1,
  color: INK,
  dashArrayX: [1, 0],
  dashArrayY: [3, 6],
  rotation: -Math.PI / 4,
};
const FALLING: Pattern = { ...RISING, rotation: Math.PI / 4 };
const UPRIGHT: Pattern = { ...RISING, rotation: Math.PI / 2 };
const DOTS: Pattern = {
  symbol: 'circle',
  symbolSize: 0.8,
  color: INK,
  dashArrayX: [
    [7, 7],
    [0, 7, 7, 0],
  ],
  dashArrayY: [7, 0],
};
const LEVEL: Pattern = { ...RISING, rotation: 0 };

/** The patterns of things side by side, in this order; the first thing has none. */
export const PATTERNS: readonly (Pattern | null)[] = [null, RISING, DOTS, FALLING, UPRIGHT, LEVEL];

/** A filled rectangle with a pattern over it. */
export interface PatternedBox {
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
  pattern: Pattern | null;
}

/** The rectangles as a series without axes, at places of the picture. ECharts draws patterns only over series. */
export function patternedBoxes(boxes: readonly PatternedBox[]) {
  return {
    type: 'custom' as const,
    coordinateSystem: 'none' as const,
    // The boxes lie under the texts.
    z: -1,
    silent: true,
    data: boxes.map((_, place) => place),
    renderItem: (_: unknown, { value }: { value(dimension: number): unknown }) => {
      const { x, y, width, height, fill, pattern } = boxes[Number(value(0))]!;
      const style = pattern === null ? { fill } : { fill, decal: pattern };
      return { type: 'rect' as const, shape: { x, y, width, height, r: 3 }, style };
    },
  };
}
