import { PATTERNS } from '../../charts/patterns.ts';
import { PAPER, TEXT } from './look.ts';

/** A part of a bar or column, with its name and colour. */
interface Part {
  name: string;
  color: string;
}

/** The side of a swatch, in the chart's own units. */
const SWATCH = 18;

/** ECharts' item styles of parts, each with a pattern. @param borderWidth the gap between parts, in the chart's own units */
export function partStyles(parts: readonly Part[], borderWidth: number) {
  return parts.map(({ color }, place) => ({
    color,
    decal: PATTERNS[place] ?? undefined,
    borderColor: PAPER,
    borderWidth,
  }));
}

/**
 * A legend: a swatch for each part with its name beside it. ECharts' own legend shows no patterns, so each swatch is a chart
 * of one bar. Append the returned grids, axes and series to those of the chart itself, which has to have exactly one grid.
 *
 * @param at the corner of a part's swatch, in the chart's own units
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
