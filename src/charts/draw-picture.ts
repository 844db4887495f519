import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { setPlatformAPI } from 'echarts/core';
import type { Chart } from './chart.ts';
import { columnsDrawing } from './columns.ts';
import type { Drawing } from './drawing.ts';
import { fontsFor } from './fonts.ts';
import { sharesDrawing } from './shares.ts';
import { drawSvg } from './svg.ts';
import { textWidth } from './text-width.ts';

/** The number of pixels to one unit of the picture: two, for sharp text on dense screens. */
const ZOOM = 2;

await initWasm(readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));

// ECharts has no browser here that could measure a text, so it uses our estimate.
setPlatformAPI({
  measureText(text, font = '') {
    const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
    return { width: textWidth(text, size, font.includes('bold')) };
  },
});

/** A chart as SVG. Its texts are still text, and need fonts to be shown: see {@link drawPicture}. */
export function chartSvg(chart: Chart): string {
  const { option, size } = drawingOf(chart);
  return drawSvg(option, size);
}

/** A chart as a PNG, with its letters drawn. This takes tens of milliseconds and blocks the thread. */
export function drawPicture(chart: Chart): Uint8Array {
  const svg = chartSvg(chart);
  const font = { fontBuffers: fontsFor(svg), defaultFontFamily: 'Noto Sans' };
  const resvg = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: ZOOM } });
  const image = resvg.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    resvg.free();
  }
}

function drawingOf(chart: Chart): Drawing {
  switch (chart.kind) {
    case 'columns':
      return columnsDrawing(chart);
    case 'shares':
      return sharesDrawing(chart);
  }
}
