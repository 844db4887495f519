import type { RanksChart } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { boxAt, framed, frameOf, INNER, LABEL, MARGIN, textAt } from './frame.ts';
import { DARK } from './palette.ts';
import { textWidth, wrapToWidth } from './text-width.ts';

// Heights in the picture's units: a line of a name, a bar, and the space under a bar.
const NAME_LINE = 26;
const BAR = 22;
const GAP = 16;
/** The number of lines that a name may have. */
const NAME_LINES = 2;

/** Draws a bar for each thing, with the name over it and the count at its end. The first has a colour of its own. */
export function ranksDrawing(chart: RanksChart): Drawing {
  const { bars, locale } = chart;
  const frame = frameOf(chart);
  const count = new Intl.NumberFormat(locale);
  const most = Math.max(...bars.map(({ value }) => value), 1);
  const figures = Math.max(0, ...bars.map(({ value }) => textWidth(count.format(value), LABEL, true)));
  const longest = INNER - figures - 10;
  const elements = [];
  let top = frame.top;
  for (const [place, { name, value }] of bars.entries()) {
    const lines = wrapToWidth(name, INNER, { size: LABEL, lines: NAME_LINES });
    for (const line of lines) {
      elements.push(textAt(line, MARGIN, top, { size: LABEL }));
      top += NAME_LINE;
    }
    const long = Math.max(3, (value / most) * longest);
    elements.push(boxAt(MARGIN, top + 1, long, BAR, place === 0 ? DARK.marked : DARK.plain));
    elements.push(textAt(count.format(value), MARGIN + long + 10, top, { size: LABEL, bold: true }));
    top += BAR + GAP;
  }
  const drawn = top - frame.top - GAP;
  return framed(frame, drawn, {
    graphic: elements,
  });
}
