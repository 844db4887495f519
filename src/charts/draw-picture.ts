import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { setPlatformAPI } from 'echarts/core';
import type { Chart } from './chart.ts';
import { columnsDrawing } from './columns.ts';
import type { Drawing } from './drawing.ts';
import { fontsFor } from './fonts.ts';
import { partsDrawing } from './parts.ts';
import { ranksDrawing } from './ranks.ts';
import { sharesDrawing } from './shares.ts';
import { drawSvg } from './svg.ts';
import { textWidth } from './text-width.ts';

/** Screens have two pixels where a picture has one. */
const ZOOM = 2;

await initWasm(readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));

// Without a browser nobody else knows how wide a text is.
setPlatformAPI({
  measureText(text, font = '') {
    const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
    return { width: textWidth(text, size, font.includes('bold')) };
  },
});

/** A chart as SVG. Its texts need fonts: see {@link drawPicture}. */
export function chartSvg(chart: Chart): string {
  const { option, size } = drawingOf(chart);
  return drawSvg(option, size);
}

/** A chart as a PNG, its letters drawn into it. Takes tens of milliseconds, in which nothing else runs. */
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
    case 'ranks':
      return ranksDrawing(chart);
    case 'parts':
      return partsDrawing(chart);
    case 'shares':
      return sharesDrawing(chart);
  }
}
