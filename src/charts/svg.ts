import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { AriaComponent, GraphicComponent, GridComponent, TitleComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([
  AriaComponent,
  BarChart,
  CustomChart,
  GraphicComponent,
  GridComponent,
  LineChart,
  SVGRenderer,
  TitleComponent,
]);

/** The size of a picture in its own units. An SVG can be shown at any size. */
export interface Size {
  width: number;
  height: number;
}

/**
 * Draws an option of Apache ECharts as an SVG document, without a browser.
 *
 * @see https://echarts.apache.org/handbook/en/how-to/cross-platform/server/
 */
export function drawSvg(option: EChartsCoreOption, { width, height }: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
