import { PATTERNS } from '../../charts/patterns.ts';
import { PAPER, TEXT } from './look.ts';

/** A part of something, as it is told apart: by its pattern too. */
interface Part {
  name: string;
  color: string;
}

/** In the chart's own units: the side of a swatch. */
const SWATCH = 18;

/** How the parts of a chart look. @param borderWidth between two of them, in the chart's own units */
export function partStyles(parts: readonly Part[], borderWidth: number) {
  return parts.map(({ color }, place) => ({
    color,
    decal: PATTERNS[place] ?? undefined,
    borderColor: PAPER,
    borderWidth,
  }));
}

/**
 * A swatch with the name of each part beside it. ECharts' own legend shows no patterns, so each swatch is a chart of one bar: what
 * follows is put behind the grids, axes and series of the chart itself.
 *
 * @param at where the swatch of a part begins, in the chart's own units
 */
export function swatches(
  parts: readonly Part[],
  styles: ReturnType<typeof partStyles>,
  at: (place: number) => { left: number; top: number },
) {
  return {
    grid: parts.map((_, place) => ({ ...at(place), width: SWATCH, height: SWATCH })),
    xAxis: parts.map((_, place) => ({ type: 'value', show: false, min: 0, max: 1, gridIndex: place + 1 })),
    yAxis: parts.map(({ name }, place) => ({
      type: 'category',
      data: [name],
      position: 'right',
      gridIndex: place + 1,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: TEXT,
    })),
    series: parts.map((_, place) => ({
      type: 'bar',
      silent: true,
      xAxisIndex: place + 1,
      yAxisIndex: place + 1,
      barWidth: SWATCH,
      data: [1],
      itemStyle: styles[place],
    })),
  };
}
