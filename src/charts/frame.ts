import type { EChartsCoreOption } from 'echarts/core';
import type { Chart } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { DARK } from './palette.ts';
import { wrapToWidth } from './text-width.ts';

const FONT = "'Noto Sans'";
/**
 * The width of a picture in its own units; it is drawn at twice as many pixels. Discord shows a picture about 400 pixels
 * wide, so smaller text than {@link SMALL} could not be read.
 */
export const WIDTH = 480;
/** The space at the left and at the right. */
export const MARGIN = 22;
/** The width between the margins. */
export const INNER = WIDTH - 2 * MARGIN;

// Font sizes, in the picture's units.
const TITLE = 22;
export const LABEL = 17;
export const SMALL = 15;
// The heights of a line of the title and of small text, in the picture's units.
const TITLE_LINE = 30;
const SMALL_LINE = 23;
/** The space between the unit and the drawing. */
const UNIT_GAP = 11;
/** The number of lines that a title may have. */
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

/** The frame around every drawing: the title and the unit above it, the source of the data under it. */
export interface Frame {
  /** The top edge of the drawing. */
  top: number;
  /** The height of the whole picture. @param drawn the height of the drawing */
  height(drawn: number): number;
  /** The frame's texts. @param drawn the height of the drawing */
  elements(drawn: number): ReturnType<typeof textAt>[];
}

/** Puts a drawing into its frame. @param drawn the height of the drawing */
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

/** The frame of a chart, with its texts wrapped to the width of a picture. */
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
