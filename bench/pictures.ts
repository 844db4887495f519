/**
 * The time that a reply waits for a picture of each kind, and the delay of the asking thread's event loop during the
 * drawing.
 *
 *   npm run bench -- pictures
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Chart } from '../src/charts/chart.ts';
import { Pictures } from '../src/charts/pictures.ts';
import { CHARTS } from '../test/charts/charts-to-draw.ts';
import { type Figure, figure } from './harness/figure.ts';
import { report } from './harness/report.ts';
import { ratios } from './harness/statistics.ts';

const ROUNDS = 5;
const TIMES = 40;
const IDLE_MS = 2000;

const pictures = new Pictures({
  onFailure: (error) => {
    throw error;
  },
});
let drawings = 0;
const figures: Figure[] = [];
try {
  for (const chart of Object.values(CHARTS)) figures.push(...(await drawn(chart)));
} finally {
  await pictures.close();
}
report('invented data', figures);

async function drawn(chart: Chart): Promise<Figure[]> {
  const found = { median: [], p99: [], late: [], lateIdle: [] } as Record<string, number[]>;
  for (let round = 0; round <= ROUNDS; round++) {
    const lateIdle = await lateness(() => delay(IDLE_MS));
    const times: number[] = [];
    const late = await lateness(async () => {
      for (let time = 0; time < TIMES; time++) {
        const begun = performance.now();
        // Drawn pictures are kept, so each one has to be different.
        await pictures.draw({ ...chart, source: `${chart.source} ${++drawings}` });
        times.push(performance.now() - begun);
      }
    });
    // The first round warms up the worker and is not counted.
    if (round === 0) continue;
    found.median!.push(quantile(times, 0.5));
    found.p99!.push(quantile(times, 0.99));
    found.late!.push(late);
    found.lateIdle!.push(lateIdle);
  }
  const { kind } = chart;
  return [
    figure(
      `${kind}: event loop late while drawing, p99 / while nothing is drawn`,
      '×',
      ratios(found.late!, found.lateIdle!),
    ),
    figure(`${kind}: a picture, median`, 'ms', found.median!),
    figure(`${kind}: a picture, p99`, 'ms', found.p99!, { aim: 150 }),
    figure(`${kind}: event loop late while drawing, p99`, 'ms', found.late!, { aim: 50 }),
  ];
}

/** The 99th percentile of the event loop's delay during some work, in milliseconds. */
async function lateness(work: () => Promise<unknown>): Promise<number> {
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  await work();
  held.disable();
  return held.percentile(99) / 1e6;
}

function quantile(all: readonly number[], share: number): number {
  return all.toSorted((a, b) => a - b)[Math.ceil(all.length * share) - 1]!;
}
