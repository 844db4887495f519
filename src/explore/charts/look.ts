import { textWidth } from '../../charts/text-width.ts';

/** The width of every chart, in its own units. A phone shows charts at about two thirds of this size. */
export const WIDTH = 540;
/** The font size of every chart, in its own units. */
export const SIZE = 15;
const FONT = 'system-ui, Roboto, Noto Sans, sans-serif';

/** Colours are CSS variables of the report, so that the same drawing suits light and dark. */
const INK = 'var(--ink)';
export const MUTED = 'var(--muted)';
export const GRID = 'var(--line)';
export const PAPER = 'var(--paper)';
export const BAR = 'var(--bar)';

/** ECharts' text style for all texts in charts. */
export const TEXT = { color: INK, fontFamily: FONT, fontSize: SIZE } as const;

/** The width of the widest text with a margin, in the chart's own units. */
export function widest(texts: readonly string[]): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => 0.88 * textWidth(text, SIZE)))) + 12;
}
