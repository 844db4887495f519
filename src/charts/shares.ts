import type { SharesChart } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { boxAt, FONT, frameOf, INNER, LABEL, MARGIN, SMALL, textAt, WIDTH } from './frame.ts';
import { DARK } from './palette.ts';
import { cutToWidth } from './text-width.ts';

const NAME_LINE = 26;
const BAR = 26;
const GAP = 14;
const LEGEND_GAP = 18;
const LEGEND_LINE = 27;
const SWATCH = 24;
const INK = '#101216';
/** A part that is narrower cannot hold its number. */
const NUMBERED = 20;

/** A bar for each whole, in parts that bear the numbers of their sources; the sources by number under them. */
export function sharesDrawing(chart: SharesChart): Drawing {
  const { sources, wholes, rest } = chart;
  const frame = frameOf(chart);
  const elements = [];
  let top = frame.top;
  for (const { name, shares } of wholes) {
    elements.push(textAt(cutToWidth(name, INNER, LABEL), MARGIN, top, { size: LABEL }));
    top += NAME_LINE;
    elements.push(boxAt(MARGIN, top, INNER, BAR, DARK.grid));
    let left = MARGIN;
    for (const { source, share } of shares) {
      const wide = share * INNER;
      elements.push(boxAt(left, top, Math.max(1, wide - 2), BAR, colourOf(source)));
      if (wide >= NUMBERED) elements.push(numberAt(source, left + wide / 2 - 1, top + 3));
      left += wide;
    }
    top += BAR + GAP;
  }
  top += LEGEND_GAP - GAP;
  const column = INNER / 2;
  const hasRest = wholes.some(({ shares }) => shares.reduce((sum, { share }) => sum + share, 0) < 0.99);
  for (const [place, source] of [...sources, ...(hasRest ? [rest] : [])].entries()) {
    const left = MARGIN + (place % 2) * column;
    const at = top + Math.floor(place / 2) * LEGEND_LINE;
    const isRest = place === sources.length;
    elements.push(boxAt(left, at, SWATCH, SWATCH - 2, isRest ? DARK.grid : colourOf(place)));
    if (!isRest) elements.push(numberAt(place, left + SWATCH / 2, at + 1));
    const name = cutToWidth(source, column - SWATCH - 20, SMALL);
    elements.push(textAt(name, left + SWATCH + 8, at + 1, { size: SMALL }));
  }
  const lines = Math.ceil((sources.length + (hasRest ? 1 : 0)) / 2);
  const drawn = top - frame.top + lines * LEGEND_LINE;
  return {
    size: { width: WIDTH, height: frame.height(drawn) },
    option: {
      backgroundColor: DARK.background,
      textStyle: { fontFamily: FONT },
      graphic: [...frame.elements(drawn), ...elements],
    },
  };
}

function colourOf(source: number): string {
  return DARK.series[source % DARK.series.length]!;
}

function numberAt(source: number, middle: number, top: number) {
  return textAt(String(source + 1), middle, top, { size: SMALL, fill: INK, bold: true, align: 'center' });
}
