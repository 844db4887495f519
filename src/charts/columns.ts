import { numberFormat } from '../platform/formats.ts';
import type { ColumnsChart } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { framed, frameOf, LABEL, MARGIN, SMALL, textAt, WIDTH } from './frame.ts';
import { DARK } from './palette.ts';
import { textWidth } from './text-width.ts';

// Heights in the picture's units.
/** The height of the highest column. */
const PLOT = 210;
/** The space above the highest column, for the text over the marked one. */
const HEADROOM = 34;
/** The height of the labels under the columns. */
const AXIS = 34;

/** Draws columns on a time axis. Colour, outline and the text over it tell the marked column from the others. */
export function columnsDrawing(chart: ColumnsChart): Drawing {
  const { columns, marked, locale } = chart;
  const frame = frameOf(chart);
  const drawn = HEADROOM + PLOT + AXIS;
  const compact = numberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const most = Math.max(...columns.map(({ value }) => value), 0);
  const ticks = Math.max(...[0.25, 0.5, 1, 2].map((part) => textWidth(compact.format(most * part), SMALL)));
  const left = MARGIN + ticks + 6;
  const plotTop = frame.top + HEADROOM;
  const step = (WIDTH - MARGIN - left) / Math.max(1, columns.length);
  const over = marked === null ? [] : [overColumn(marked, left, step, plotTop - 30)];
  return framed(frame, drawn, {
    grid: { left, right: MARGIN, top: plotTop, height: PLOT },
    xAxis: {
      type: 'category',
      data: columns.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: DARK.muted } },
      axisLabel: {
        color: DARK.ink,
        fontSize: SMALL,
        interval: labelled(columns.length, step, columns.at(-1)?.label ?? ''),
        margin: 10,
      },
    },
    yAxis: {
      type: 'value',
      max: most,
      splitNumber: 4,
      axisLabel: {
        color: DARK.muted,
        fontSize: SMALL,
        showMaxLabel: false,
        formatter: (value: number) => compact.format(value),
      },
      // No line at the top of the highest column: its value is not a round number.
      splitLine: { showMaxLine: false, lineStyle: { color: DARK.grid } },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '22%',
        barMaxWidth: 56,
        data: columns.map(({ value }, place) => ({
          // A year with nothing has no column, not even one of the least height.
          value: value > 0 ? value : '-',
          itemStyle: {
            color: place === marked?.place ? DARK.marked : DARK.plain,
            borderRadius: [3, 3, 0, 0],
            ...(place === marked?.place ? { borderColor: DARK.ink, borderWidth: 2 } : {}),
          },
        })),
        // Every value above zero can be seen.
        barMinHeight: 2,
      },
    ],
    graphic: over,
  });
}

/** The text over the marked column: centred on it, or as near to that as the picture's edges allow. */
function overColumn(
  { place, text }: { place: number; text: string },
  left: number,
  step: number,
  top: number,
) {
  const half = textWidth(text, LABEL, true) / 2;
  const middle = left + (place + 0.5) * step;
  const within = Math.min(WIDTH - MARGIN - half, Math.max(MARGIN + half, middle));
  return textAt(text, within, top, { size: LABEL, bold: true, align: 'center' });
}

/** Decides which columns get a label: every one, or every second, fifth, tenth or twentieth, counted from the last. */
function labelled(count: number, step: number, label: string): (place: number) => boolean {
  const wide = textWidth(label, SMALL) + 8;
  const every = [1, 2, 5, 10, 20].find((each) => each * step >= wide) ?? count;
  return (place) => (count - 1 - place) % every === 0;
}
