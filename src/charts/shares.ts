import type { SharesChart } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { boxAt, framed, frameOf, INNER, LABEL, MARGIN, SMALL, textAt } from './frame.ts';
import { DARK } from './palette.ts';
import { PATTERNS, patternedBoxes } from './patterns.ts';
import { cutToWidth } from './text-width.ts';

// Lengths in the picture's units.
const NAME_LINE = 25;
const BAR = 28;
/** The space under a bar. */
const GAP = 13;
/** The space between the last bar and the legend. */
const LEGEND_GAP = 20;
const LEGEND_LINE = 29;
/** The box of a source in the legend. */
const SWATCH = { width: 32, height: 24 } as const;
/** The colour of numbers on a part. */
const INK = '#101216';
/** The width from which the rest of a whole is drawn; anything narrower comes from rounding. */
const LEAST_REST = 2;
/** The plain box behind a number, so that no pattern runs through it. A narrower part shows no number. */
const PLATE = { width: 16, height: 20 } as const;

/** Draws a bar for each whole. Its parts have the patterns and numbers of their sources, which the legend names. */
export function sharesDrawing(chart: SharesChart): Drawing {
  const { sources, wholes, rest } = chart;
  const frame = frameOf(chart);
  const boxes = [];
  const over = [];
  let top = frame.top;
  for (const { name, shares } of wholes) {
    over.push(textAt(cutToWidth(name, INNER, LABEL), MARGIN, top, { size: LABEL }));
    top += NAME_LINE;
    let left = MARGIN;
    for (const { source, share } of shares) {
      const width = Math.max(1, share * INNER - 2);
      boxes.push({ x: left, y: top, width, height: BAR, ...styleOf(source) });
      if (width > PLATE.width) over.push(...numberAt(source, left + width / 2, top + BAR / 2));
      left += share * INNER;
    }
    const width = MARGIN + INNER - left;
    if (width >= LEAST_REST) boxes.push({ x: left, y: top, width, height: BAR, ...REST });
    top += BAR + GAP;
  }
  top += LEGEND_GAP - GAP;
  const hasRest = wholes.some(
    ({ shares }) => INNER * (1 - shares.reduce((sum, { share }) => sum + share, 0)) >= LEAST_REST,
  );
  for (const [source, name] of [...sources, ...(hasRest ? [rest] : [])].entries()) {
    const isRest = source === sources.length;
    boxes.push({ x: MARGIN, y: top, ...SWATCH, ...(isRest ? REST : styleOf(source)) });
    if (!isRest) over.push(...numberAt(source, MARGIN + SWATCH.width / 2, top + SWATCH.height / 2));
    const left = SWATCH.width + 10;
    over.push(textAt(cutToWidth(name, INNER - left, SMALL), MARGIN + left, top + 1, { size: SMALL }));
    top += LEGEND_LINE;
  }
  const drawn = top - frame.top;
  return framed(frame, drawn, {
    series: [patternedBoxes(boxes)],
    graphic: over,
  });
}

const REST = { fill: DARK.neutral, pattern: null };

function styleOf(source: number) {
  return { fill: DARK.series[source % DARK.series.length]!, pattern: PATTERNS[source % PATTERNS.length]! };
}

/** The number of a source, from 1, on a plain box whose centre is at these coordinates. */
function numberAt(source: number, x: number, y: number) {
  const { width, height } = PLATE;
  return [
    boxAt(x - width / 2, y - height / 2, width, height, styleOf(source).fill),
    textAt(String(source + 1), x, y - 11, { size: SMALL, fill: INK, bold: true, align: 'center' }),
  ];
}
