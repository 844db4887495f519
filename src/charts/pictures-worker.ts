import { setImmediate } from 'node:timers/promises';
import { answerCalls } from '../platform/thread.ts';
import type { Chart } from './chart.ts';
import { drawPicture } from './draw-picture.ts';

/**
 * A chart to draw a few times at the start. The first drawing takes a second, because code is loaded and compiled; nobody
 * should wait for that.
 */
const WARM_UP: Chart = {
  kind: 'columns',
  title: 'A',
  unit: 'A',
  source: 'A',
  locale: 'en-US',
  columns: Array.from({ length: 35 }, (_, place) => ({ label: String(place), value: place })),
  marked: null,
};

answerCalls(drawPicture);
for (let time = 0; time < 3; time++) {
  drawPicture(WARM_UP);
  // Calls that have come in meanwhile go first.
  await setImmediate();
}
