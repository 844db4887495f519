import { numberFormat } from '../platform/formats.ts';
import type { PartsChart } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { framed, frameOf, INNER, LABEL, MARGIN, SMALL, TITLE, textAt } from './frame.ts';
import { DARK } from './palette.ts';
import { PATTERNS, patternedBoxes } from './patterns.ts';
import { cutToWidth } from './text-width.ts';

// Lengths in the picture's units.
/** The height of the bar. */
const BAR = 56;
/** The space between two parts. A part that is narrower than this still has a width of 1. */
const APART = 3;
/** The distance from the top of the bar to the legend. */
const LEGEND_TOP = BAR + 20;
/** The side of the square that shows a part's colour in the legend. */
const SWATCH = 20;
/** The height of the legend. */
const LEGEND = 80;

/** Draws one bar in parts, and under it a legend with each part's pattern, name, share and count. */
export function partsDrawing(chart: PartsChart): Drawing {
  const { parts, locale } = chart;
  const frame = frameOf(chart);
  const drawn = LEGEND_TOP + LEGEND;
  const all = parts.reduce((sum, { value }) => sum + value, 0);
  const count = numberFormat(locale);
  const share = numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const column = INNER / parts.length;
  const top = frame.top + LEGEND_TOP;
  let before = 0;
  const boxes = parts.flatMap(({ tone, value }, place) => {
    const style = { fill: DARK[tone], pattern: PATTERNS[place] ?? null };
    const left = MARGIN + (before / all) * INNER;
    const width = Math.max(1, (value / all) * INNER - APART);
    before += value;
    const swatch = { x: MARGIN + place * column, y: top, width: SWATCH, height: SWATCH, ...style };
    return value > 0 ? [{ x: left, y: frame.top, width, height: BAR, ...style }, swatch] : [swatch];
  });
  const legend = parts.flatMap(({ name, value }, place) => {
    const left = MARGIN + place * column;
    const inWidth = (text: string, size: number) => cutToWidth(text, column - 12, size);
    return [
      textAt(cutToWidth(name, column - SWATCH - 10, LABEL), left + SWATCH + 7, top - 2, { size: LABEL }),
      textAt(inWidth(share.format(value / all), TITLE), left, top + 24, { size: TITLE, bold: true }),
      textAt(inWidth(count.format(value), SMALL), left, top + 56, { size: SMALL, fill: DARK.muted }),
    ];
  });
  return framed(frame, drawn, {
    series: [patternedBoxes(boxes)],
    graphic: legend,
  });
}
