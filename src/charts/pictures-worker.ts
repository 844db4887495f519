import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import type { Chart } from './chart.ts';
import { drawPicture } from './draw-picture.ts';
import type { Drawn, ToDraw } from './pictures.ts';

/** Drawn some times at the start, so that nobody waits for what is loaded and compiled at first: the first takes a second. */
const FIRST: Chart = {
  kind: 'columns',
  title: 'A',
  unit: 'A',
  source: 'A',
  locale: 'en-US',
  columns: Array.from({ length: 35 }, (_, place) => ({ label: String(place), value: place })),
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
for (let time = 0; time < 3; time++) {
  drawPicture(FIRST);
  // What is asked meanwhile comes first.
  await setImmediate();
}
