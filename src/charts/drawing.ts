import type { EChartsCoreOption } from 'echarts/core';
import type { Size } from './svg.ts';

/** What ECharts is to draw, and how large. */
export interface Drawing {
  option: EChartsCoreOption;
  size: Size;
}
