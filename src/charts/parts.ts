import type { PartsChart } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { FONT, frameOf, INNER, LABEL, MARGIN, SMALL, TITLE, textAt, WIDTH } from './frame.ts';
import { DARK } from './palette.ts';
import { PATTERNS } from './patterns.ts';
import { cutToWidth } from './text-width.ts';

const BAR = 62;
const LEGEND_TOP = BAR + 22;
const SWATCH = 18;
const LEGEND = 84;

/** One bar in parts, and under it for each part its pattern, its name, its count and its share. */
export function partsDrawing(chart: PartsChart): Drawing {
  const { parts, locale } = chart;
  const frame = frameOf(chart);
  const drawn = LEGEND_TOP + LEGEND;
  const all = parts.reduce((sum, { value }) => sum + value, 0);
  const count = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const column = INNER / parts.length;
  const legend = parts.flatMap(({ name, value }, place) => {
    const left = MARGIN + place * column;
    const top = frame.top + LEGEND_TOP;
    const inWidth = (text: string, size: number) => cutToWidth(text, column - 12, size);
    return [
      textAt(cutToWidth(name, column - SWATCH - 20, LABEL), left + SWATCH + 8, top - 2, { size: LABEL }),
      textAt(inWidth(share.format(value / all), TITLE), left, top + 24, { size: TITLE, bold: true }),
      textAt(inWidth(count.format(value), SMALL), left, top + 60, { size: SMALL, fill: DARK.muted }),
    ];
  });
  const styleOf = (place: number, tone: 'positive' | 'neutral' | 'negative') => ({
    color: DARK[tone],
    decal: PATTERNS[place] ?? undefined,
    borderColor: DARK.background,
    borderWidth: 2,
  });
  return {
    size: { width: WIDTH, height: frame.height(drawn) },
    option: {
      backgroundColor: DARK.background,
      textStyle: { fontFamily: FONT },
      grid: [
        { left: MARGIN, right: MARGIN, top: frame.top, height: BAR },
        ...parts.map((_, place) => ({
          left: MARGIN + place * column,
          width: SWATCH,
          top: frame.top + LEGEND_TOP,
          height: SWATCH,
        })),
      ],
      xAxis: [all, ...parts.map(() => 1)].map((max, gridIndex) => ({
        type: 'value',
        show: false,
        min: 0,
        max,
        gridIndex,
      })),
      yAxis: [0, ...parts.map((_, place) => place + 1)].map((gridIndex) => ({
        type: 'category',
        show: false,
        data: [''],
        gridIndex,
      })),
      series: parts.flatMap(({ tone, value }, place) => [
        { type: 'bar', stack: 'all', barWidth: BAR, data: [value], itemStyle: styleOf(place, tone) },
        {
          type: 'bar',
          xAxisIndex: place + 1,
          yAxisIndex: place + 1,
          barWidth: SWATCH,
          data: [1],
          itemStyle: styleOf(place, tone),
        },
      ]),
      graphic: [...frame.elements(drawn), ...legend],
    },
  };
}
