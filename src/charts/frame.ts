import type { EChartsCoreOption } from 'echarts/core';
import type { Chart } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { DARK } from './palette.ts';
import { wrapToWidth } from './text-width.ts';

const FONT = "'Noto Sans'";
/** In the picture's own units; drawn at twice that. Discord shows a picture about 400 wide: what is smaller cannot be read. */
export const WIDTH = 480;
export const MARGIN = 22;
export const INNER = WIDTH - 2 * MARGIN;

export const TITLE = 22;
export const LABEL = 17;
export const SMALL = 15;
const TITLE_LINE = 30;
const SMALL_LINE = 23;
const UNIT_GAP = 11;
const TITLE_LINES = 3;

/** A text at a place, as an element of ECharts' `graphic`. */
export function textAt(
  text: string,
  left: number,
  top: number,
  style: { size: number; fill?: string; bold?: boolean; align?: 'left' | 'center' | 'right' },
) {
  const { size, fill = DARK.ink, bold = false, align = 'left' } = style;
  return {
    type: 'text' as const,
    x: left,
    y: top,
    silent: true,
    style: {
      text,
      fill,
      align,
      verticalAlign: 'top' as const,
      fontSize: size,
      fontWeight: bold ? ('bold' as const) : ('normal' as const),
      fontFamily: FONT,
    },
  };
}

/** A filled rectangle, as an element of ECharts' `graphic`. */
export function boxAt(x: number, y: number, width: number, height: number, fill: string, radius = 3) {
  return { type: 'rect' as const, silent: true, shape: { x, y, width, height, r: radius }, style: { fill } };
}

/** What stands around every picture: the title and the unit above what is drawn, the source under it. */
export interface Frame {
  /** Where what is drawn may begin. */
  top: number;
  /** The whole height of a picture that draws so much. */
  height(drawn: number): number;
  /** The elements, of a picture that draws so much. */
  elements(drawn: number): ReturnType<typeof textAt>[];
}

/** A picture: its frame, and what is drawn in it. @param drawn the height of that */
export function framed(
  frame: Frame,
  drawn: number,
  { graphic = [], ...option }: EChartsCoreOption & { graphic?: readonly object[] },
): Drawing {
  return {
    size: { width: WIDTH, height: frame.height(drawn) },
    option: {
      backgroundColor: DARK.background,
      textStyle: { fontFamily: FONT },
      ...option,
      graphic: [...frame.elements(drawn), ...graphic],
    },
  };
}

export function frameOf({ title, unit, source }: Chart): Frame {
  const titles = wrapToWidth(title, INNER, { size: TITLE, bold: true, lines: TITLE_LINES });
  const units = wrapToWidth(unit, INNER, { size: SMALL, lines: 2 });
  const sources = wrapToWidth(source, INNER, { size: SMALL, lines: 2 });
  const unitTop = 22 + titles.length * TITLE_LINE;
  const top = unitTop + units.length * SMALL_LINE + UNIT_GAP;
  const sourceTop = (drawn: number) => top + drawn + 14;
  return {
    top,
    height: (drawn) => Math.ceil(sourceTop(drawn) + sources.length * SMALL_LINE + 16),
    elements: (drawn) => [
      ...titles.map((line, place) =>
        textAt(line, MARGIN, 20 + place * TITLE_LINE, { size: TITLE, bold: true }),
      ),
      ...units.map((line, place) =>
        textAt(line, MARGIN, unitTop + place * SMALL_LINE, { size: SMALL, fill: DARK.muted }),
      ),
      ...sources.map((line, place) =>
        textAt(line, MARGIN, sourceTop(drawn) + place * SMALL_LINE, { size: SMALL, fill: DARK.muted }),
      ),
    ],
  };
}
