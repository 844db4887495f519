import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { Pictures } from '../src/charts/pictures.ts';
import { CHARTS } from '../test/charts/charts-to-draw.ts';

// How long a picture of each kind takes, as a reply waits for it, and how long the thread that asks is held up by it.
const LIMIT_MS = 150;
const TIMES = 100;
const pictures = new Pictures({
  onFailure: (error) => {
    throw error;
  },
  patienceMs: 60_000,
});
const lateness = (held: IntervalHistogram) =>
  `event loop late by ${(held.percentile(99) / 1e6).toFixed(1)} ms at p99, ${(held.max / 1e6).toFixed(1)} ms at most`;

const still = monitorEventLoopDelay({ resolution: 1 });
still.enable();
await setTimeout(3000);
still.disable();
console.log(`nothing drawn: ${lateness(still)}`);

let dataSetId = 0;
for (const chart of Object.values(CHARTS)) {
  for (let warm = 0; warm < 10; warm++) await pictures.draw(chart, ++dataSetId);
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  const times: number[] = [];
  const worked: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const begun = performance.now();
    const before = process.cpuUsage();
    // As after a refresh: nothing is kept.
    await pictures.draw(chart, ++dataSetId);
    times.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(before);
    worked.push((user + system) / 1000);
  }
  held.disable();
  const said = (all: number[]) =>
    [0.01, 0.5, 0.99].map((share) => quantile(all, share).toFixed(0)).join(', ');
  console.log(
    `${chart.kind}: ${said(times)} ms (p1, median, p99), of the processor ${said(worked)} ms; ${lateness(held)}`,
  );
  if (quantile(times, 0.99) > LIMIT_MS) process.exitCode = 1;
}
await pictures.close();

function quantile(all: number[], share: number): number {
  return all.toSorted((a, b) => a - b)[Math.ceil(all.length * share) - 1]!;
}
