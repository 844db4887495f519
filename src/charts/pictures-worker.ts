import { parentPort } from 'node:worker_threads';
import type { Chart } from './chart.ts';
import { drawPicture } from './draw-picture.ts';
import type { Drawn, ToDraw } from './pictures.ts';

/** Drawn once at the start, so that nobody waits for what is loaded and compiled at first. */
const FIRST: Chart = {
  kind: 'columns',
  title: 'A',
  unit: 'A',
  source: 'A',
  locale: 'en-US',
  columns: [{ label: '1', value: 1 }],
  marked: null,
};

parentPort!.on('message', ({ id, chart }: ToDraw) => {
  let drawn: Drawn;
  try {
    drawn = { id, png: drawPicture(chart) };
  } catch (error) {
    drawn = { id, failure: error instanceof Error ? error.message : String(error) };
  }
  parentPort!.postMessage(drawn);
});
drawPicture(FIRST);
