import type { EChartsCoreOption } from 'echarts/core';
import type { Size } from './svg.ts';

/** An option for ECharts, and the size of the picture. */
export interface Drawing {
  option: EChartsCoreOption;
  size: Size;
}
