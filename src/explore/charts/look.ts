import { textWidth } from '../../charts/text-width.ts';

/** In the chart's own units. A phone shows it at about two thirds of that. */
export const WIDTH = 540;
export const SIZE = 15;
const FONT = 'system-ui, Roboto, Noto Sans, sans-serif';

/** Colours are the report's own, so that one drawing is right on light and on dark. */
const INK = 'var(--ink)';
export const MUTED = 'var(--muted)';
export const GRID = 'var(--line)';
export const PAPER = 'var(--paper)';
export const BAR = 'var(--bar)';

/** How a text in a chart looks. */
export const TEXT = { color: INK, fontFamily: FONT, fontSize: SIZE } as const;

/** The width of the widest of some texts, with some room. */
export function widest(texts: readonly string[]): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => 0.88 * textWidth(text, SIZE)))) + 12;
}
