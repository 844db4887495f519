import { setImmediate } from 'node:timers/promises';
import { answerCalls } from '../platform/thread.ts';
import type { Chart } from './chart.ts';
import { drawPicture } from './draw-picture.ts';

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

answerCalls(drawPicture);
for (let time = 0; time < 3; time++) {
  drawPicture(FIRST);
  // What is asked meanwhile comes first.
  await setImmediate();
}
